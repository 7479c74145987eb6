import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { requireAdministrator } from "../administrator";
import type { FundOwnerInput } from "./schemas";

/** Says which organisation of the portal is DINUM or DITP: its agents give that administration's views (ITN8). */
export async function setFundOwner(
  actor: Actor,
  { owner, siret, reason }: FundOwnerInput,
): Promise<{ owner: string; name: string }> {
  requireAdministrator(actor);
  return inTransaction(async (tx) => {
    const organisation = await tx.organisation.findUnique({ where: { siret } });
    const refuse = (message: string) =>
      new BusinessError("invalid-input", "L’organisation n’est pas changée.", [
        { path: "siret", message },
      ]);
    if (!organisation) throw refuse("Aucune organisation du portail n’a ce SIRET.");
    if (organisation.fundOwner === owner) {
      throw refuse(`${organisation.name} est déjà l’organisation de la ${owner}.`);
    }
    if (organisation.fundOwner) {
      throw refuse(`${organisation.name} est l’organisation de la ${organisation.fundOwner}.`);
    }
    // The former first: one organisation bears each name.
    await tx.organisation.updateMany({ where: { fundOwner: owner }, data: { fundOwner: null } });
    await tx.organisation.update({
      where: { id: organisation.id },
      data: { fundOwner: owner },
    });
    await recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "fund-owner-set",
      facts: { owner, organisationId: organisation.id, reason },
    });
    return { owner, name: organisation.name };
  });
}
