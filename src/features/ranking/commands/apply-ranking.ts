import { BusinessError, notAllowed } from "@/domain/errors";
import { rankOf } from "@/domain/evaluation/ranked-list";
import { type Position, waterline } from "@/domain/evaluation/waterline";
import { formatAmount } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { may, type Permission } from "@/domain/rights/permissions";
import { inTransaction } from "@/server/database/client";
import { LIVE_DECISION, lockExamined, transitionContext } from "@/server/examined-dossier";
import { proposeOnce } from "@/server/propose-decision";
import { claimsOf, type Ranking } from "@/server/ranking";
import { transition } from "@/server/transition";
import { keepInReserve, lockRanking } from "../locked-ranking";
import type { HoldInput, ProposeFundedInput } from "../schemas";

export interface Outcomes {
  done: string[];
  /** Those that were not done, and why. */
  refused: { number: string; reason: string }[];
}

type Line = Position<ReturnType<typeof claimsOf>[number]>;

/**
 * Proposes to accept the funded dossiers chosen, each for its amount in the ranking, in the order of the ranks: one
 * transaction each, through the one command that proposes, so that what stands before one does not hold the others back.
 * Another person confirms each, and the envelope is judged again then. Throws `changed-meanwhile` when the ranking is no
 * longer the one that was read.
 */
export async function proposeFunded(actor: Actor, input: ProposeFundedInput): Promise<Outcomes> {
  const { ranking, lines } = await readAsSeen(actor, input, "propose-decision");
  return each(chosen(input.funded, ranking), async (number) => {
    const line = lines.get(number);
    if (line?.situation !== "funded") {
      throw new BusinessError(
        "changed-meanwhile",
        "Ce dossier n’est pas financé en entier dans le classement.",
      );
    }
    await proposeOnce(actor, {
      number,
      outcome: "accepted",
      amount: formatAmount(line.paid),
      motiveCode: input.motiveCode,
      motive: input.motive,
      strengths: "",
      weaknesses: "",
    });
  });
}

/**
 * Puts the dossiers chosen in reserve, in the order of the ranks, one transaction each: they then wait for freed credits.
 * Throws `changed-meanwhile` when the ranking is no longer the one that was read.
 */
export async function holdInReserve(actor: Actor, input: HoldInput): Promise<Outcomes> {
  const { id, ranking, lines } = await readAsSeen(actor, input, "hold-in-reserve");
  const reserve = ranking.rows.filter(({ dossier }) => lines.get(dossier)?.situation === "reserve");
  return each(chosen(input.reserve, ranking), async (number) => {
    const reserveRank = rankOf(reserve, number);
    if (reserveRank === 0) {
      throw new BusinessError(
        "changed-meanwhile",
        "Ce dossier n’est pas en réserve dans le classement.",
      );
    }
    await holdOne(actor, id, { number, reserveRank });
  });
}

function holdOne(
  actor: Actor,
  rankingId: string,
  { number, reserveRank }: { number: string; reserveRank: number },
): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, number, "hold-in-reserve");
    const live = await tx.decision.count({
      where: { dossierId: dossier.id, status: { in: [...LIVE_DECISION] } },
    });
    if (live > 0) {
      throw new BusinessError("already-done", "Une décision est déjà proposée sur ce dossier.");
    }
    await transition(tx, {
      name: "holdInReserve",
      dossier,
      actor,
      context: await transitionContext(tx, dossier),
      facts: { reserveRank },
      reserveRank,
    });
    await keepInReserve(tx, actor, rankingId, dossier);
  });
}

/** The ranking as the page showed it, and where each dossier stands in it. */
function readAsSeen(
  actor: Actor,
  input: { call: string; round: string; revision: number },
  permission: Permission,
): Promise<{ id: string; ranking: Ranking; lines: ReadonlyMap<string, Line> }> {
  return inTransaction(async (tx) => {
    const { id, ranking } = await lockRanking(tx, actor, input);
    if (!may(actor, permission, ranking.call.themeCode)) throw notAllowed();
    const { positions } = waterline(claimsOf(ranking, ranking.rows), ranking.levels);
    return {
      id,
      ranking,
      lines: new Map(positions.map((position) => [position.row.dossier, position])),
    };
  });
}

/** The numbers chosen in the order of the ranks. One the ranking does not hold is passed over, as if it did not exist. */
function chosen(numbers: readonly string[], { rows }: Ranking): string[] {
  return rows.flatMap(({ dossier }) => (numbers.includes(dossier) ? [dossier] : []));
}

async function each(
  numbers: readonly string[],
  act: (number: string) => Promise<unknown>,
): Promise<Outcomes> {
  const outcomes: Outcomes = { done: [], refused: [] };
  for (const number of numbers) {
    try {
      await act(number);
      outcomes.done.push(number);
    } catch (error) {
      if (!(error instanceof BusinessError)) throw error;
      outcomes.refused.push({ number, reason: error.message });
    }
  }
  return outcomes;
}
