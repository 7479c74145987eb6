import { type Actor, fullName } from "@/domain/rights/actor";
import { ROLE_WORDS, scopeWords } from "@/domain/rights/labels";
import { database } from "@/server/database/client";
import { kindsFor, type NoticeKind, natureOf } from "@/server/notifications";
import { currentSessionId } from "@/server/session";

/** A session of the actor, in the portal's time: a demonstration shows its own days. */
export interface MySession {
  id: string;
  openedAt: Date;
  endsAt: Date;
  /** The one that reads this page. */
  current: boolean;
}

export interface MailChoice {
  kind: NoticeKind;
  label: string;
  wanted: boolean;
}

export interface MyAccount {
  name: string;
  email: string;
  organisation: string | null;
  roles: readonly { label: string; scope: string }[];
  sessions: readonly MySession[];
  /** Kinds one may refuse, and those that always leave, of those the actor's roles receive. */
  optional: readonly MailChoice[];
  compulsory: readonly string[];
}

/** Who the actor is for the portal, where they are signed in, and which mails they want. */
export async function readMyAccount(actor: Actor): Promise<MyAccount> {
  const ministries = actor.grants.flatMap(({ ministryId }) => ministryId ?? []);
  const [current, sessions, refusals, named] = await Promise.all([
    currentSessionId(),
    readSessions(actor.agentId),
    database().mailRefusal.findMany({ where: { agentId: actor.agentId } }),
    database().organisation.findMany({ where: { id: { in: ministries } } }),
  ]);
  const refused = new Set(refusals.map(({ kind }) => kind));
  const kinds = kindsFor(actor);
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return {
    name: fullName(actor),
    email: actor.email,
    organisation: actor.organisation?.name ?? null,
    roles: actor.grants.map(({ role, theme, ministryId }) => ({
      label: ROLE_WORDS[role].label,
      scope: scopeWords({ role, theme, ministryName: names.get(ministryId ?? "") ?? null }),
    })),
    sessions: sessions.map((session) => ({ ...session, current: session.id === current })),
    optional: kinds
      .filter((kind) => !natureOf(kind).compulsory)
      .map((kind) => ({ kind, label: natureOf(kind).label, wanted: !refused.has(kind) })),
    compulsory: kinds
      .filter((kind) => natureOf(kind).compulsory)
      .map((kind) => natureOf(kind).label),
  };
}

/** The living sessions of an agent, the newest first. */
function readSessions(agentId: string) {
  return database().$queryRaw<Omit<MySession, "current">[]>`
    SELECT id, created_at + clock.lead AS "openedAt", expires_at + clock.lead AS "endsAt"
    FROM session, (SELECT guichet_now() - clock_timestamp() AS lead) AS clock
    WHERE agent_id = ${agentId}::uuid AND expires_at > now()
    ORDER BY created_at DESC`;
}
