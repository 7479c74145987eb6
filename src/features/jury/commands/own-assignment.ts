import { dossierNumber } from "@/domain/dossier/number";
import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import type { Transaction } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { visibleDossiers } from "@/server/visibility";

/**
 * Locks the actor's assignment to a dossier until commit, its dossier's row share-locked: whoever closes the scoring or
 * decides waits for what is being written, and two tabs of one juror queue. Returns the condition to read it again by: a
 * recusal imposed meanwhile leaves nothing to find. Throws `not-found` without an assignment in sight.
 */
export async function lockOwnAssignment(
  tx: Transaction,
  actor: Actor,
  number: string,
): Promise<Prisma.JurorAssignmentWhereInput> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const where = {
    jurorId: actor.agentId,
    status: "assigned",
    dossier: { AND: [{ number }, visibleDossiers(actor, "juror")] },
  };
  const seen = await tx.jurorAssignment.findFirst({ where, select: { id: true, dossierId: true } });
  if (!seen) throw notFound();
  await tx.$queryRaw`SELECT id FROM dossier WHERE id = ${seen.dossierId}::uuid FOR SHARE`;
  await tx.$queryRaw`SELECT id FROM juror_assignment WHERE id = ${seen.id}::uuid FOR UPDATE`;
  return { id: seen.id, ...where };
}
