import { BusinessError } from "@/domain/errors";
import {
  applied,
  inverse,
  planned,
  type RankedRow,
  rankOf,
  type Wanted,
} from "@/domain/evaluation/ranked-list";
import { formatEuros, parseEuros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import type { RankedDossier } from "@/server/ranking";
import { keepChange, lastChange, lockRanking } from "../locked-ranking";
import type { MoveInput } from "../schemas";
import { changeWords } from "../words";

export interface Moved {
  /** Of the ranking after the move: the same when nothing had to change. */
  revision: number;
  /** What was done, or why nothing was. */
  told: string;
}

/**
 * Gives a dossier another rank, amount or place, or takes the last change back. Throws `changed-meanwhile` when somebody
 * else has moved a row since the page was read, `grant-exceeded` above the computed grant, `invalid-input` on a rank or
 * an amount that is none, `incomplete` where a proposal that waits fixes the amount.
 */
export function moveRow(actor: Actor, input: MoveInput): Promise<Moved> {
  return input.act === "undo" ? undo(actor, input) : move(actor, input);
}

function move(actor: Actor, input: MoveInput): Promise<Moved> {
  return inTransaction(async (tx) => {
    const locked = await lockRanking(tx, actor, input);
    const { rows, dossiers, revision } = locked.ranking;
    const dossier = dossiers.get(input.dossier);
    if (!dossier) throw notRanked(input.dossier);
    const wanted = wantedBy(input, rows, dossier);
    const change = planned(rows, wanted);
    if (!change) return { revision, told: whyNothing(input, rankOf(rows, input.dossier)) };
    const next = await keepChange(tx, actor, locked, { rows: applied(rows, change), change });
    return { revision: next, told: `Enregistré\u00A0: ${changeWords(change)}.` };
  });
}

function notRanked(number: string): BusinessError {
  return number === ""
    ? new BusinessError("invalid-input", "Choisissez d’abord un dossier du classement.")
    : new BusinessError(
        "changed-meanwhile",
        `Le dossier ${number} n’est plus à décider\u00A0: il a quitté le classement.`,
      );
}

function wantedBy(input: MoveInput, rows: readonly RankedRow[], dossier: RankedDossier): Wanted {
  const { number } = dossier;
  const rank = rankOf(rows, number);
  switch (input.act) {
    case "up":
      return { dossier: number, rank: rank - 1 };
    case "down":
      return { dossier: number, rank: rank + 1 };
    case "reserve":
      return withinProposal({ dossier: number, place: "reserve" }, dossier);
    default:
      return withinProposal(
        {
          dossier: number,
          ...(input.rank !== "" && { rank: typedRank(input.rank, rows.length) }),
          ...(input.amount !== "" && { amount: typedAmount(input.amount, dossier) }),
          ...(input.place !== "" && { place: input.place }),
        },
        dossier,
      );
  }
}

/** A proposal that waits for its confirmation fixes the amount and what is wanted: only the rank may still change. */
function withinProposal(wanted: Wanted, { number, proposal }: RankedDossier): Wanted {
  if (!proposal || (wanted.amount === undefined && wanted.place === undefined)) return wanted;
  throw new BusinessError(
    "incomplete",
    `Une décision est déjà proposée sur le dossier ${number}\u00A0: son montant et sa situation ne changent plus ici. Faites renvoyer la proposition d’abord.`,
  );
}

function typedRank(typed: string, count: number): number {
  const rank = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
  if (rank >= 1 && rank <= count) return rank;
  const message = `Le rang est un nombre entier, de 1 à ${count}. Exemple\u00A0: ${Math.min(3, count)}.`;
  throw new BusinessError("invalid-input", message, [{ path: "rank", message }]);
}

function typedAmount(typed: string, { computed }: RankedDossier) {
  const amount = parseEuros(typed);
  if (amount === null || amount === 0) {
    const message =
      "Le montant proposé doit être un nombre en euros, supérieur à zéro. Exemple\u00A0: 182\u202F400,00.";
    throw new BusinessError("invalid-input", message, [{ path: "amount", message }]);
  }
  if (amount > computed) {
    const message = `La subvention calculée est de ${formatEuros(computed)}\u00A0: le montant proposé ne peut pas la dépasser. Réduisez-le.`;
    throw new BusinessError("grant-exceeded", message, [{ path: "amount", message }]);
  }
  return amount === computed ? null : amount;
}

function whyNothing({ act, rank, amount, place }: MoveInput, at: number): string {
  if (act === "up") return `Déjà au rang ${at}.`;
  if (act === "down") return `Déjà au dernier rang, le ${at}.`;
  if (act === "reserve") return "Déjà en réserve.";
  return rank + amount + place === ""
    ? "Aucun rang ni montant saisi\u00A0: rien ne change."
    : "Le dossier est déjà ainsi\u00A0: rien ne change.";
}

function undo(actor: Actor, input: MoveInput): Promise<Moved> {
  return inTransaction(async (tx) => {
    const locked = await lockRanking(tx, actor, input);
    const { id, ranking } = locked;
    const last = await lastChange(tx, id);
    if (!last) {
      return { revision: ranking.revision, told: "Il n’y a pas de changement à annuler." };
    }
    await tx.rankingMove.update({
      where: { rankingId_revision: { rankingId: id, revision: last.revision } },
      data: { undoneAt: await portalNow(tx) },
    });
    const revision = await keepChange(tx, actor, locked, {
      rows: applied(ranking.rows, inverse(last.change)),
      change: { kind: "undo", revision: last.revision },
    });
    return { revision, told: `Annulé\u00A0: ${changeWords(last.change)}.` };
  });
}
