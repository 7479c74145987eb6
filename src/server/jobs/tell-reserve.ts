import "server-only";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "../clock";
import { database, inTransaction, type Transaction } from "../database/client";
import { logger } from "../log";
import { notify } from "../notifications";
import { decidableIn, firstOfReserve, loadRanking, type RankingScope } from "../ranking";
import { themeAgents } from "../recipients";

/**
 * Tells the owner of each theme the first dossier of a reserve that the money now reaches, once: credits given back, a
 * dossier refused or withdrawn, an envelope raised, whatever freed them. What the money reaches no more may be told
 * again. Returns how many were told.
 */
export async function tellReserve(): Promise<number> {
  const waiting = await database().dossier.groupBy({
    by: ["callId", "roundId"],
    where: { status: "reserve" },
  });
  let count = 0;
  for (const scope of waiting) count += await tellNext(scope);
  if (count > 0) logger().info({ event: "reserve-told", count });
  return count;
}

function tellNext(scope: RankingScope): Promise<number> {
  return inTransaction(async (tx) => {
    const ranking = await loadRanking(scope, tx, "if-needed");
    const next = firstOfReserve(ranking);
    const called = next?.row.facts;
    const { callId, roundId } = scope;
    await tx.dossier.updateMany({
      where: {
        callId,
        roundId,
        status: "reserve",
        reserveToldAt: { not: null },
        ...(called && { NOT: { id: called.id } }),
      },
      data: { reserveToldAt: null },
    });
    if (!next || !called) return 0;
    // Two workers, or a decision at the same instant: the row is told once, while it is in reserve.
    const told = await tx.dossier.updateMany({
      where: { id: called.id, status: "reserve", reserveToldAt: null },
      data: { reserveToldAt: await portalNow(tx) },
    });
    if (told.count === 0) return 0;
    const owners = await uninvolvedOwners(tx, scope, ranking.call.themeCode);
    await notify(
      tx,
      owners.map((recipientId) => ({
        kind: "reserve-reached",
        recipientId,
        dossierId: called.id,
        payload: {
          callId,
          roundId: roundId ?? "",
          amount: next.paid,
          whole: next.situation === "funded",
        },
      })),
    );
    return 1;
  });
}

/** The owners of the theme who read the ranking: recused from none of its dossiers, of the team of none. */
async function uninvolvedOwners(
  tx: Transaction,
  scope: RankingScope,
  themeCode: ThemeCode,
): Promise<string[]> {
  const owners = await themeAgents(tx, themeCode, ["theme-owner"]);
  const dossier = decidableIn(scope, themeCode);
  const recused = await tx.jurorAssignment.findMany({
    where: { jurorId: { in: owners }, status: "recused", dossier },
    select: { jurorId: true },
  });
  const members = await tx.dossierMember.findMany({
    where: { agentId: { in: owners }, dossier },
    select: { agentId: true },
  });
  const apart = new Set([
    ...recused.map(({ jurorId }) => jurorId),
    ...members.map(({ agentId }) => agentId),
  ]);
  return owners.filter((id) => !apart.has(id));
}
