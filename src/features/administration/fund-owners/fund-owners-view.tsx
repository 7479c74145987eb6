import { DefinitionList } from "@/ui/definition-list";
import { FundOwnerForm } from "./fund-owner-form";
import type { FundOwnerLine } from "./read-fund-owners";

/** The two administrations that own the funds, as organisations of the portal. */
export function FundOwnersView({ owners }: { owners: readonly FundOwnerLine[] }) {
  return (
    <>
      <p>
        Sur les thèmes ITN8, un agent de chacune donne l’avis d’instruction de son administration
        avant toute décision.
      </p>
      <DefinitionList
        items={owners.map(({ owner, organisation }) => ({
          term: owner,
          details: organisation
            ? `${organisation.name}, SIRET ${organisation.siret}`
            : "Aucune organisation",
        }))}
      />
      <h2>Changer</h2>
      <FundOwnerForm />
    </>
  );
}
