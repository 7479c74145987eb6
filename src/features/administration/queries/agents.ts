import { z } from "zod";
import { notFound } from "@/domain/errors";
import { type Actor, fullName, type Role } from "@/domain/rights/actor";
import { ROLE_WORDS, scopeWords } from "@/domain/rights/labels";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { administratorOnly } from "../administrator";

/** The longest list; beyond it the page asks to refine the search. */
export const AGENTS_SHOWN = 50;
const SOON_DAYS = 30;

export interface GrantView {
  id: string;
  label: string;
  scope: string;
  reason: string;
  startsAt: Date;
  endsAt: Date | null;
  /** `Prénom Nom` of who gave it; null for those the portal was installed with. */
  grantedBy: string | null;
  state: "to-come" | "in-force" | "ended";
}

export interface AgentSummary {
  id: string;
  name: string;
  email: string;
  organisation: string | null;
  closed: boolean;
  /** « Instructeur : ITN1, ITN3 », roles in force only. */
  roles: readonly string[];
}

const GRANT = {
  ministry: { select: { name: true } },
  grantedBy: { select: { givenName: true, usualName: true } },
} satisfies Prisma.RoleGrantInclude;
type GrantRow = Prisma.RoleGrantGetPayload<{ include: typeof GRANT }>;

/** Agents whose name, address or organisation holds the words searched, by name; the total says if some are left out. */
export async function findAgents(
  actor: Actor,
  search: string,
): Promise<{ agents: AgentSummary[]; total: number }> {
  administratorOnly(actor);
  const words = search.split(/\s+/).filter(Boolean).slice(0, 5);
  const where: Prisma.AgentWhereInput = {
    AND: words.map((word) => {
      // Prisma hands `%` and `_` to LIKE as they are.
      const literal = word.replace(/[\\%_]/g, "\\$&");
      const contains = { contains: literal, mode: "insensitive" as const };
      return {
        OR: [
          { givenName: contains },
          { usualName: contains },
          { email: contains },
          { organisation: { name: contains } },
        ],
      };
    }),
  };
  const [now, total, rows] = await Promise.all([
    portalNow(),
    database().agent.count({ where }),
    database().agent.findMany({
      where,
      orderBy: [{ usualName: "asc" }, { givenName: "asc" }, { id: "asc" }],
      take: AGENTS_SHOWN,
      include: { organisation: { select: { name: true } }, grants: { include: GRANT } },
    }),
  ]);
  const agents = rows.map((row) => ({
    id: row.id,
    name: fullName(row),
    email: row.email,
    organisation: row.organisation?.name ?? null,
    closed: row.closedAt !== null,
    roles: rolesInForce(row.grants.map((grant) => viewOf(grant, now))),
  }));
  return { agents, total };
}

export interface AgentFile extends Omit<AgentSummary, "roles"> {
  /** In force and to come first, then those that ended. */
  grants: readonly GrantView[];
  identities: readonly { id: string; idpId: string | null; createdAt: Date }[];
}

/** One agent with every role held, past ones too, and the identities that open the account. */
export async function agentFile(actor: Actor, id: string): Promise<AgentFile> {
  administratorOnly(actor);
  if (!z.uuid().safeParse(id).success) throw notFound();
  const [now, row] = await Promise.all([
    portalNow(),
    database().agent.findUnique({
      where: { id },
      include: {
        organisation: { select: { name: true } },
        identities: { orderBy: { createdAt: "asc" } },
        grants: { include: GRANT, orderBy: { startsAt: "desc" } },
      },
    }),
  ]);
  if (!row) throw notFound();
  const grants = row.grants.map((grant) => viewOf(grant, now));
  return {
    id: row.id,
    name: fullName(row),
    email: row.email,
    organisation: row.organisation?.name ?? null,
    closed: row.closedAt !== null,
    grants: [
      ...grants.filter(({ state }) => state !== "ended"),
      ...grants.filter(({ state }) => state === "ended"),
    ],
    identities: row.identities.map(({ id: identity, idpId, createdAt }) => ({
      id: identity,
      idpId,
      createdAt,
    })),
  };
}

/** One role of an agent, still to end. Not found once it has ended. */
export async function grantOf(
  actor: Actor,
  agentId: string,
  grantId: string,
): Promise<{ file: AgentFile; grant: GrantView }> {
  const file = await agentFile(actor, agentId);
  const grant = file.grants.find(({ id, state }) => id === grantId && state !== "ended");
  if (!grant) throw notFound();
  return { file, grant };
}

/** Roles in force that end within 30 days, the nearest first, with whose they are. */
export async function rolesEndingSoon(
  actor: Actor,
): Promise<(GrantView & { agentId: string; agentName: string })[]> {
  administratorOnly(actor);
  const now = await portalNow();
  const soon = new Date(now.getTime() + SOON_DAYS * 86_400_000);
  const rows = await database().roleGrant.findMany({
    where: { startsAt: { lte: now }, endsAt: { gt: now, lte: soon } },
    orderBy: { endsAt: "asc" },
    take: AGENTS_SHOWN,
    include: { ...GRANT, agent: { select: { givenName: true, usualName: true } } },
  });
  return rows.map((row) => ({
    ...viewOf(row, now),
    agentId: row.agentId,
    agentName: fullName(row.agent),
  }));
}

/** Accounts that may be kept for a second identity: open ones, other than its own, by name. */
export async function accountChoices(
  actor: Actor,
  exceptId: string,
): Promise<{ value: string; label: string }[]> {
  administratorOnly(actor);
  const rows = await database().agent.findMany({
    where: { closedAt: null, id: { not: exceptId } },
    orderBy: [{ usualName: "asc" }, { givenName: "asc" }],
    select: { id: true, givenName: true, usualName: true, email: true },
  });
  return rows.map((row) => ({ value: row.id, label: `${fullName(row)}, ${row.email}` }));
}

/** « Instructeur : ITN1, ITN3 », one sentence per role. */
function rolesInForce(grants: readonly GrantView[]): string[] {
  const scopes = new Map<string, string[]>();
  for (const { label, scope } of grants.filter(({ state }) => state === "in-force")) {
    scopes.set(label, [...(scopes.get(label) ?? []), scope]);
  }
  return [...scopes].map(([label, list]) => `${label}\u00A0: ${list.sort().join(", ")}`);
}

function viewOf(row: GrantRow, now: Date): GrantView {
  const role = row.role as Role;
  return {
    id: row.id,
    label: ROLE_WORDS[role].label,
    scope: scopeWords({ role, theme: row.themeCode, ministryName: row.ministry?.name ?? null }),
    reason: row.reason,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    grantedBy: row.grantedBy && fullName(row.grantedBy),
    state: row.startsAt > now ? "to-come" : row.endsAt && row.endsAt <= now ? "ended" : "in-force",
  };
}
