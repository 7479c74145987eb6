import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { imposeConflicts, lockJudges } from "@/server/conflicts";
import { inTransaction } from "@/server/database/client";
import { lockToWrite } from "@/server/team-dossier";
import type { CoCarrierInput } from "../schemas";

/** Co-carriers of one dossier: a consortium, not a directory. */
const MOST_CO_CARRIERS = 30;

/** Named in what is filed, and changed by whoever answers for it. */
const CO_CARRIERS = { part: "co-carriers", needed: "lead" } as const;

/** Associates an organisation the portal knows, by the lead of a dossier being written: it is named in what is filed. */
export function associateCarrier(
  actor: Actor,
  input: CoCarrierInput,
): Promise<{ number: string; name: string }> {
  return inTransaction(async (tx) => {
    const dossier = await lockToWrite(tx, actor, input.number, CO_CARRIERS);
    const organisation = await tx.organisation.findUnique({ where: { id: input.organisationId } });
    if (!organisation || organisation.kind === "ministry") throw notFound();
    if (organisation.id === dossier.carrierId) {
      throw new BusinessError("already-done", "Cette organisation porte déjà le dossier.");
    }
    const where = { dossierId: dossier.id };
    if ((await tx.coCarrier.count({ where })) >= MOST_CO_CARRIERS) {
      throw new BusinessError(
        "not-allowed",
        `Un dossier associe ${MOST_CO_CARRIERS} organisations au plus.`,
      );
    }
    const { count } = await tx.coCarrier.createMany({
      data: [{ ...where, organisationId: organisation.id }],
      skipDuplicates: true,
    });
    if (count === 0) {
      throw new BusinessError("already-done", "Cette organisation est déjà co-porteuse.");
    }
    await lockJudges(tx, dossier.id);
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "associate-carrier",
      facts: { organisationId: organisation.id },
    });
    await imposeConflicts(tx, { dossierId: dossier.id });
    return { number: dossier.number, name: organisation.name };
  });
}

/** Takes a co-carrier off a dossier being written, by its lead. */
export function dissociateCarrier(
  actor: Actor,
  input: CoCarrierInput,
): Promise<{ number: string }> {
  return inTransaction(async (tx) => {
    const dossier = await lockToWrite(tx, actor, input.number, CO_CARRIERS);
    const { organisationId } = input;
    const { count } = await tx.coCarrier.deleteMany({
      where: { dossierId: dossier.id, organisationId },
    });
    if (count === 0) throw notFound();
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "dissociate-carrier",
      facts: { organisationId },
    });
    return { number: dossier.number };
  });
}
