import { formatMonth } from "@/domain/calendar";
import { decidableFrom } from "@/domain/dossier/transitions";
import { type Cents, centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { may, themesWith } from "@/domain/rights/permissions";
import { THEMES } from "@/domain/themes/index";
import type { Outcome, ThemeCode } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { visibleDossiers } from "@/server/visibility";

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
/** Dossiers a decision may be proposed on, by each theme's own path. */
const DECIDABLE: Prisma.DossierWhereInput = {
  OR: Object.values(THEMES).map(({ code, selection }) => ({
    themeCode: code,
    status: { in: [...decidableFrom(selection)] },
  })),
};

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

/** The calls, round by round, with dossiers to decide that the actor may see. */
async function readCalls(actor: Actor): Promise<CallToDecide[]> {
  const groups = await database().dossier.groupBy({
    by: ["callId", "roundId"],
    where: { AND: [visibleDossiers(actor, "instruction"), DECIDABLE] },
    _count: true,
  });
  const calls = await database().call.findMany({
    where: { id: { in: groups.map(({ callId }) => callId) } },
    select: { id: true, label: true, themeCode: true, rounds: { orderBy: { month: "asc" } } },
    orderBy: [{ themeCode: "asc" }, { key: "asc" }],
  });
  return calls.flatMap(({ id, label, themeCode, rounds }) =>
    [null, ...rounds].flatMap((round): CallToDecide[] => {
      const group = groups.find(
        ({ callId, roundId }) => callId === id && roundId === (round?.id ?? null),
      );
      if (!group) return [];
      return [
        {
          call: id,
          round: round?.id ?? null,
          label: round ? `${label}, jury de ${formatMonth(round.month)}` : label,
          themeCode,
          count: group._count,
        },
      ];
    }),
  );
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
