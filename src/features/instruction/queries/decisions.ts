import { decidableFrom } from "@/domain/dossier/transitions";
import { type Aggregate, aggregate } from "@/domain/evaluation/aggregation";
import { ranking, type TieRule } from "@/domain/evaluation/ranking";
import { isScoreValue } from "@/domain/evaluation/scores";
import { type Situation, waterline } from "@/domain/evaluation/waterline";
import { type Cents, centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { may, themesWith } from "@/domain/rights/permissions";
import { THEMES } from "@/domain/themes/index";
import type { Outcome, ThemeCode } from "@/domain/themes/types";
import { readConsensus } from "@/server/consensus";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { visibleDossiers, visibleSheets } from "@/server/visibility";

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

export interface RankedDossier {
  rank: number;
  number: string;
  title: string;
  carrier: string;
  score: number | null;
  tie: TieRule | null;
  asked: Cents;
  /** What the live proposal gives, else the computed grant; null when it is not proposed for funding. */
  amount: Cents | null;
  proposed: boolean;
  situation: Situation;
  running: Cents;
}

export interface CallRanking {
  call: { id: string; label: string; themeCode: string };
  envelope: { label: string; total: Cents; committed: Cents; left: Cents };
  rows: RankedDossier[];
  funded: { count: number; amount: Cents };
  leftAfter: Cents;
}

export interface Decisions {
  toConfirm: WaitingDecision[];
  toNotify: WaitingDecision[];
  /** Those of `toNotify` that the actor may notify; null when they may notify nothing at all. */
  notifiable: WaitingDecision[] | null;
  calls: { id: string; label: string; themeCode: string; count: number }[];
  ranking: CallRanking | null;
}

const LIMIT = 50;
/** Dossiers ranked on one page: the largest call of the texts stays far below. */
const RANKED = 500;

/** Dossiers a decision may be proposed on, by each theme's own path. */
const DECIDABLE: Prisma.DossierWhereInput = {
  OR: Object.values(THEMES).map(({ code, selection }) => ({
    themeCode: code,
    status: { in: [...decidableFrom(selection)] },
  })),
};

/** What waits for a decision in the actor's themes, and the ranking of one call against its money. */
export async function readDecisions(actor: Actor, callId: string): Promise<Decisions> {
  const visible = visibleDossiers(actor, "instruction");
  const [toConfirm, toNotify, byCall] = await Promise.all([
    waiting(actor, { status: "proposed" }),
    waiting(actor, { status: "confirmed", notifiedAt: null }),
    database().dossier.groupBy({
      by: ["callId"],
      where: { AND: [visible, DECIDABLE] },
      _count: true,
    }),
  ]);
  const calls = await database().call.findMany({
    where: { id: { in: byCall.map((group) => group.callId) } },
    select: { id: true, label: true, themeCode: true, envelope: true },
    orderBy: [{ themeCode: "asc" }, { key: "asc" }],
  });
  const chosen = calls.find(({ id }) => id === callId) ?? calls[0];
  return {
    toConfirm,
    toNotify,
    notifiable:
      themesWith(actor, "notify-decision").length > 0
        ? toNotify.filter(({ themeCode }) => may(actor, "notify-decision", themeCode as ThemeCode))
        : null,
    calls: calls.map(({ id, label, themeCode }) => ({
      id,
      label,
      themeCode,
      count: byCall.find((group) => group.callId === id)?._count ?? 0,
    })),
    ranking: chosen ? await rank(actor, chosen) : null,
  };
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

type ChosenCall = Prisma.CallGetPayload<{
  select: { id: true; label: true; themeCode: true; envelope: true };
}>;

async function rank(actor: Actor, call: ChosenCall): Promise<CallRanking> {
  const where: Prisma.DossierWhereInput = {
    AND: [visibleDossiers(actor, "instruction"), DECIDABLE, { callId: call.id }],
  };
  const [dossiers, aggregates] = await Promise.all([
    database().dossier.findMany({
      where,
      include: {
        carrier: { select: { name: true } },
        decisions: { where: { status: "proposed" } },
      },
      take: RANKED,
    }),
    readAggregates(actor, where, call.themeCode as ThemeCode),
  ]);
  const ranks = ranking(
    dossiers.map((row) => ({
      ...row,
      filedAt: row.filedAt ?? row.createdAt,
      aggregate: aggregates.get(row.id) ?? null,
    })),
  );
  const { total, committed, label } = call.envelope;
  const left = centsFromBigInt(total - committed);
  const line = waterline(
    ranks.map((each) => ({ ...each, amount: claimOf(each.row) })),
    left,
  );
  return {
    call: { id: call.id, label: call.label, themeCode: call.themeCode },
    envelope: {
      label,
      total: centsFromBigInt(total),
      committed: centsFromBigInt(committed),
      left,
    },
    rows: line.positions.map(({ row: { row, rank: place, tie, amount }, situation, running }) => ({
      rank: place,
      number: row.number,
      title: row.title,
      carrier: row.carrier.name,
      score: row.aggregate?.mean ?? null,
      tie,
      asked: centsFromBigInt(row.requestedGrant ?? 0n),
      amount,
      proposed: row.decisions.length > 0,
      situation,
      running,
    })),
    funded: line.funded,
    leftAfter: line.left,
  };
}

/** What a dossier would take from the envelope: the proposal that waits, else its computed grant. */
function claimOf(row: {
  computedGrant: bigint | null;
  decisions: readonly { outcome: string; amount: bigint | null }[];
}): Cents | null {
  const proposal = row.decisions[0];
  if (!proposal) return centsFromBigInt(row.computedGrant ?? 0n);
  return proposal.outcome === "accepted" && proposal.amount !== null
    ? centsFromBigInt(proposal.amount)
    : null;
}

/** The aggregate of each dossier's sheets and of what a sitting agreed on, in two queries. */
async function readAggregates(
  actor: Actor,
  dossier: Prisma.DossierWhereInput,
  theme: ThemeCode,
): Promise<Map<string, Aggregate>> {
  const { criteria, selection } = THEMES[theme];
  if (!selection.scored) return new Map();
  const sheets = await database().scoreSheet.findMany({
    where: {
      AND: [
        visibleSheets(actor),
        { submittedAt: { not: null }, assignment: { status: "assigned", dossier } },
      ],
    },
    select: {
      assignment: { select: { dossierId: true } },
      scores: { select: { criterion: true, value: true } },
    },
  });
  const byDossier = Map.groupBy(sheets, ({ assignment }) => assignment.dossierId);
  const agreed = await readConsensus([...byDossier.keys()]);
  const result = new Map<string, Aggregate>();
  for (const [id, own] of byDossier) {
    const scores = own.map((sheet) =>
      sheet.scores.map(({ criterion, value }) => ({
        criterion,
        value: isScoreValue(value) ? value : null,
        justification: "",
      })),
    );
    const together = aggregate(criteria, scores, agreed.get(id));
    if (together) result.set(id, together);
  }
  return result;
}
