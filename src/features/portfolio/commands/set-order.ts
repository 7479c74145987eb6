import { rankText } from "@/domain/dossier/ministry-rank";
import { BusinessError, type FieldError, notFound } from "@/domain/errors";
import { type Actor, ministriesHeld } from "@/domain/rights/actor";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import { withinMinistry } from "@/server/database/ministry-sight";
import { visibleDossiers } from "@/server/visibility";
import { rankField } from "../rank-fields";
import { changesOf, type OrderInput } from "../schemas";

/**
 * Writes the ministry's own order of priority: each rank over the one that was read, all of them or none, so that of two
 * people who order at once the second is told which ranks moved. Throws `not-found` when one of the dossiers is out of
 * sight, `changed-meanwhile` with a sentence for each rank that moved.
 */
export async function setOrder(actor: Actor, input: OrderInput): Promise<{ changed: number }> {
  if (ministriesHeld(actor).length === 0) throw notFound();
  const changes = changesOf(input);
  return inTransaction(async (tx) => {
    const written = await withinMinistry(tx, actor, (narrow) => write(narrow, actor, changes));
    if (written.length > 0) {
      // Not in the dossiers' own chains: their theme may not show the ministry's order, nor may their carrier read it.
      await recordFact(tx, {
        chain: GENERAL_CHAIN,
        actorId: actor.agentId,
        action: "rank-dossiers",
        facts: { ranks: written.map(({ number, from, to }) => ({ number, from, to })) },
      });
    }
    return { changed: written.length };
  });
}

type Change = ReturnType<typeof changesOf>[number];

async function write(tx: Transaction, actor: Actor, changes: readonly Change[]): Promise<Change[]> {
  const dossiers = await tx.dossier.findMany({
    where: {
      AND: [
        { number: { in: changes.map(({ number }) => number) } },
        visibleDossiers(actor, "ministry"),
      ],
    },
    select: { id: true, number: true },
    // Always in the same order: two forms at once wait for each other, and never cross.
    orderBy: { id: "asc" },
  });
  if (dossiers.length !== changes.length) throw notFound();
  const written: Change[] = [];
  const moved: string[] = [];
  for (const { id, number } of dossiers) {
    const change = changes.find((each) => each.number === number);
    if (!change) continue;
    const { count } = await tx.dossier.updateMany({
      where: { id, ministryRank: change.from },
      data: { ministryRank: change.to },
    });
    if (count === 1) written.push(change);
    else moved.push(number);
  }
  if (moved.length > 0) throw await changedMeanwhile(tx, moved);
  return written;
}

async function changedMeanwhile(
  tx: Transaction,
  numbers: readonly string[],
): Promise<BusinessError> {
  const rows = await tx.dossier.findMany({
    where: { number: { in: [...numbers] } },
    select: { number: true, ministryRank: true },
    orderBy: { number: "asc" },
  });
  const errors = rows.map(({ number, ministryRank }): FieldError => {
    const rank = rankText(ministryRank);
    const now = rank === "" ? "lui a retiré son rang" : `lui a donné le rang ${rank}`;
    return {
      path: rankField(number),
      message: `${number}\u00A0: un collègue ${now} pendant votre saisie. Gardez votre rang ou changez-le, puis enregistrez de nouveau.`,
    };
  });
  return new BusinessError(
    "changed-meanwhile",
    "L’ordre a changé pendant votre saisie\u00A0: rien n’a été enregistré, et ce que vous avez saisi est gardé.",
    errors,
  );
}
