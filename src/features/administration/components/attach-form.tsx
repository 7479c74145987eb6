"use client";

import { ActionForm } from "@/ui/action-form";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { attachOrganisationAction } from "../actions";
import type { Choice } from "../queries/organisations";

/** Chooses the known organisation that a SIRET stands for. */
export function AttachForm({ siret, organisations }: { siret: string; organisations: Choice[] }) {
  return (
    <ActionForm
      action={attachOrganisationAction}
      hidden={{ siret }}
      before="rattacher l’organisation"
      requiredSentence={false}
      id="rattacher"
    >
      {(field) => (
        <>
          <SelectField
            {...field("organisationId")}
            label="Organisation connue du portail"
            hint="Tapez les premières lettres de son nom pour l’atteindre."
            options={organisations}
          />
          <SubmitButton waiting="Rattachement en cours">
            Rattacher à cette organisation
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
