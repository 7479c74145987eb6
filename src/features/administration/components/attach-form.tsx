"use client";

import { useActionState } from "react";
import { formErrors, formMessage, IDLE, typedValue } from "@/domain/form-state";
import { errorOf, FormFrame } from "@/ui/form-frame";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { attachOrganisationAction } from "../actions";
import type { Choice } from "../queries/organisations";

/** Chooses the known organisation that a SIRET stands for. */
export function AttachForm({ siret, organisations }: { siret: string; organisations: Choice[] }) {
  const [state, action] = useActionState(attachOrganisationAction, IDLE);
  const errors = formErrors(state);
  return (
    <FormFrame
      action={action}
      errors={errors}
      message={formMessage(state)}
      before="rattacher l’organisation"
      requiredSentence={false}
      id="rattacher"
    >
      <input type="hidden" name="siret" value={siret} />
      <SelectField
        name="organisationId"
        label="Organisation connue du portail"
        hint="Tapez les premières lettres de son nom pour l’atteindre."
        options={organisations}
        defaultValue={typedValue(state, "organisationId")}
        error={errorOf(errors, "organisationId")}
      />
      <SubmitButton waiting="Rattachement en cours">Rattacher à cette organisation</SubmitButton>
    </FormFrame>
  );
}
