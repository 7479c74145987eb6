import { dossierChain } from "@/server/audit";
import { database, type Transaction } from "@/server/database/client";

/**
 * Who took the decision an appeal contests: who proposed it and who confirmed it; on a dossier set aside before any
 * decision, who set it aside, as the log says.
 */
export async function decidersOf(
  appeal: { dossierId: string; decisionId: string | null },
  tx: Transaction = database(),
): Promise<(string | null)[]> {
  if (appeal.decisionId) {
    const decision = await tx.decision.findUniqueOrThrow({
      where: { id: appeal.decisionId },
      select: { proposedById: true, confirmedById: true },
    });
    return [decision.proposedById, decision.confirmedById];
  }
  const line = await tx.auditLine.findFirst({
    where: { chain: dossierChain(appeal.dossierId), action: "set-aside" },
    orderBy: { sequence: "desc" },
    select: { actorId: true },
  });
  return [line?.actorId ?? null];
}
