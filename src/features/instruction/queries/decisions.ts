import { formatMonth } from "@/domain/calendar";
import { MOST_COUNTED } from "@/domain/counting";
import { decidableFrom } from "@/domain/dossier/transitions";
import { type Cents, centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { may, themesWith } from "@/domain/rights/permissions";
import { THEMES } from "@/domain/themes/index";
import type { Outcome, ThemeCode } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { visibleDossiers } from "@/server/visibility";
import { visibleInThemes, visibleThemes } from "@/server/visibility-sql";

/** A decision that waits for somebody: to confirm it, or to notify it. */
export interface WaitingDecision {
  id: string;
  number: string;
  title: string;
  themeCode: string;
  outcome: Outcome;
  amount: Cents | null;
  since: Date;
  /** When the portal notifies it by itself; null while nobody has chosen. */
  notifyAt: Date | null;
  /** The actor proposed it: somebody else confirms. */
  own: boolean;
}

/** Dossiers that compete for the same money, and wait for a decision: those of a call, or of one of its rounds. */
export interface CallToDecide {
  call: string;
  /** Null where the call has no rounds. */
  round: string | null;
  label: string;
  themeCode: string;
  /** Up to one more than `MOST_COUNTED`. */
  count: number;
}

export interface Decisions {
  toConfirm: WaitingDecision[];
  toNotify: WaitingDecision[];
  /** Those of `toNotify` that the actor may notify; null when they may notify nothing at all. */
  notifiable: WaitingDecision[] | null;
  calls: CallToDecide[];
  /** The one asked for, else the first; null when nothing waits for a decision. */
  chosen: CallToDecide | null;
}

const LIMIT = 50;
/** What waits for a decision in the actor's themes, and which calls have dossiers to decide. */
export async function readDecisions(
  actor: Actor,
  asked: { call: string; round: string },
): Promise<Decisions> {
  const [toConfirm, toNotify, calls] = await Promise.all([
    waiting(actor, { status: "proposed" }),
    waiting(actor, { status: "confirmed", notifiedAt: null }),
    readCalls(actor),
  ]);
  return {
    toConfirm,
    toNotify,
    notifiable:
      themesWith(actor, "notify-decision").length > 0
        ? toNotify.filter(({ themeCode }) => may(actor, "notify-decision", themeCode as ThemeCode))
        : null,
    calls,
    chosen:
      calls.find(({ call, round }) => call === asked.call && (round ?? "") === asked.round) ??
      calls.find(({ call }) => call === asked.call) ??
      calls[0] ??
      null,
  };
}

interface CallRow {
  call: string;
  label: string;
  themeCode: string;
  round: string | null;
  month: string | null;
  count: number;
}

/**
 * The calls, round by round, with dossiers to decide that the actor may see: each is counted on its own, by its index and
 * up to one more than `MOST_COUNTED`, whatever the others hold.
 */
async function readCalls(actor: Actor): Promise<CallToDecide[]> {
  const themes = visibleThemes(actor, "instruction");
  const statuses = themes.flatMap((theme) =>
    decidableFrom(THEMES[theme].selection).map((status) => ({ theme, status })),
  );
  const counted = (ofRound: Prisma.Sql) => Prisma.sql`
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count FROM (
        SELECT FROM path CROSS JOIN LATERAL (
          SELECT FROM dossier d WHERE d.call_id = "call".id AND ${ofRound} AND d.status = path.status
            AND ${visibleInThemes(actor, "instruction")} LIMIT ${MOST_COUNTED + 1}) AS found
        WHERE path.theme = "call".theme_code LIMIT ${MOST_COUNTED + 1}) AS counted) AS held`;
  const rows = await database().$queryRaw<CallRow[]>`
    WITH path AS MATERIALIZED (
      SELECT * FROM unnest(${statuses.map(({ theme }) => theme)}::text[],
        ${statuses.map(({ status }) => status)}::text[]) AS path (theme, status))
    SELECT scope.id AS call, label, theme_code AS "themeCode", round, month, count FROM (
      SELECT "call".*, NULL::uuid AS round, NULL AS month, count
      FROM "call" ${counted(Prisma.sql`d.round_id IS NULL`)}
      UNION ALL
      SELECT "call".*, round.id, round.month, count
      FROM "call" JOIN round ON round.call_id = "call".id ${counted(Prisma.sql`d.round_id = round.id`)}
    ) AS scope
    WHERE theme_code = ANY (${[...themes]}::text[]) AND count > 0
    ORDER BY theme_code, key, month NULLS FIRST`;
  return rows.map(({ month, label, ...row }) => ({
    ...row,
    label: month === null ? label : `${label}, jury de ${formatMonth(month)}`,
  }));
}

async function waiting(actor: Actor, where: Prisma.DecisionWhereInput): Promise<WaitingDecision[]> {
  const rows = await database().decision.findMany({
    where: { ...where, dossier: visibleDossiers(actor, "instruction") },
    include: { dossier: { select: { number: true, title: true, themeCode: true } } },
    orderBy: { proposedAt: "asc" },
    take: LIMIT,
  });
  return rows.map(({ id, outcome, amount, proposedById, proposedAt, dossier, ...row }) => ({
    id,
    ...dossier,
    outcome: outcome as Outcome,
    amount: amount === null ? null : centsFromBigInt(amount),
    since: row.confirmedAt ?? proposedAt,
    notifyAt: row.notifyAt,
    own: proposedById === actor.agentId,
  }));
}
