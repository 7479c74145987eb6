import { pathContext } from "@/domain/dossier/transitions";
import "server-only";
import { endOfDay, parisDay } from "@/domain/calendar";
import { afterNotice, type DraftLife, expiryStep, unusedSince } from "@/domain/dossier/deadlines";
import type { JsonObject } from "@/domain/evidence/canonical";
import { themeByCode } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { dossierChain, recordFact } from "../audit";
import { portalNow } from "../clock";
import { database, inTransaction, type Transaction } from "../database/client";
import { logger } from "../log";
import { type NoticeKind, notify } from "../notifications";
import { transition } from "../transition";

const PAGE = 200;

/**
 * Warns the teams of drafts nobody touches, twice, then lets these drafts expire: nothing written is erased. Each draft
 * is one transaction, under the lock that its writers take, so that a word saved meanwhile keeps it. Returns how many
 * drafts moved.
 */
export async function expireDrafts(): Promise<number> {
  const latest = endOfDay(unusedSince(await portalNow()));
  let count = 0;
  let after = "";
  for (;;) {
    const drafts = await database().dossier.findMany({
      where: { status: "draft", number: { gt: after }, createdAt: { lte: latest } },
      orderBy: { number: "asc" },
      take: PAGE,
      select: { id: true, number: true },
    });
    for (const { id } of drafts) if (await inTransaction((tx) => moveDraft(tx, id))) count += 1;
    const last = drafts.at(-1);
    if (!last || drafts.length < PAGE) break;
    after = last.number;
  }
  logger().info({ event: "unused-drafts-moved", count });
  return count;
}

interface LockedDraft extends DraftLife {
  id: string;
  version: number;
  themeCode: ThemeCode;
  now: Date;
}

/**
 * The draft, locked, with the last act of its team: a line of its chain that a person wrote, a comment, a file. Undefined
 * once it is no draft any more.
 */
async function lockDraft(tx: Transaction, id: string): Promise<LockedDraft | undefined> {
  await tx.$executeRaw`SELECT FROM dossier WHERE id = ${id}::uuid FOR UPDATE`;
  const rows = await tx.$queryRaw<LockedDraft[]>`
    SELECT id, version, theme_code AS "themeCode", guichet_now() AS now,
      first_expiry_notice_at AS "firstNoticeAt", second_expiry_notice_at AS "secondNoticeAt",
      greatest(created_at,
        (SELECT max(at) FROM audit_line WHERE chain = ${dossierChain(id)} AND actor_id IS NOT NULL),
        (SELECT max(updated_at) FROM answer WHERE dossier_id = dossier.id),
        (SELECT max(at) FROM commitment_acceptance WHERE dossier_id = dossier.id),
        (SELECT max(at) FROM dossier_comment WHERE dossier_id = dossier.id),
        (SELECT max(greatest(created_at, removed_at)) FROM file WHERE dossier_id = dossier.id)) AS "touchedAt"
    FROM dossier WHERE id = ${id}::uuid AND status = 'draft'`;
  return rows[0];
}

async function moveDraft(tx: Transaction, id: string): Promise<boolean> {
  const draft = await lockDraft(tx, id);
  const step = draft && expiryStep(draft, draft.now);
  if (!step) return false;
  const { now } = draft;
  switch (step) {
    case "forget":
      await mark(tx, draft, { firstExpiryNoticeAt: null, secondExpiryNoticeAt: null });
      return true;
    case "first-notice":
      await mark(tx, draft, { firstExpiryNoticeAt: now });
      await warn(tx, draft, 1);
      return true;
    case "second-notice":
      await mark(tx, draft, { secondExpiryNoticeAt: now });
      await warn(tx, draft, 2);
      return true;
    case "expire":
      await expire(tx, draft);
      return true;
  }
}

function mark(
  tx: Transaction,
  { id }: LockedDraft,
  data: { firstExpiryNoticeAt?: Date | null; secondExpiryNoticeAt?: Date | null },
) {
  return tx.dossier.update({ where: { id }, data });
}

async function warn(tx: Transaction, draft: LockedDraft, notice: 1 | 2): Promise<void> {
  const next = afterNotice(draft.now);
  await recordFact(tx, {
    chain: dossierChain(draft.id),
    actorId: null,
    action: "warn-of-expiry",
    facts: { notice, since: parisDay(draft.touchedAt), next },
  });
  await tell(tx, draft, notice === 1 ? "draft-unused" : "draft-expiring", { next });
}

async function expire(tx: Transaction, draft: LockedDraft): Promise<void> {
  const { id, version, themeCode, touchedAt } = draft;
  const theme = themeByCode(themeCode);
  if (!theme) throw new Error(`Unknown theme: ${themeCode}`);
  await transition(tx, {
    name: "expire",
    dossier: { id, status: "draft", version, themeCode },
    actor: "portal",
    context: pathContext(theme.selection),
    facts: { since: parisDay(touchedAt) },
  });
  await tell(tx, draft, "draft-expired");
}

/** The same words to the whole team. */
async function tell(
  tx: Transaction,
  { id, touchedAt }: LockedDraft,
  kind: NoticeKind,
  more: JsonObject = {},
): Promise<void> {
  const members = await tx.dossierMember.findMany({
    where: { dossierId: id, agent: { closedAt: null } },
    select: { agentId: true },
  });
  const payload = { since: parisDay(touchedAt), ...more };
  await notify(
    tx,
    members.map(({ agentId }) => ({ kind, recipientId: agentId, dossierId: id, payload })),
  );
}
