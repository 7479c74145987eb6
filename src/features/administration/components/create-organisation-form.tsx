"use client";

import { useActionState } from "react";
import { formErrors, formMessage, IDLE, typedValue } from "@/domain/form-state";
import { ORGANISATION_KIND_WORDS, ORGANISATION_KINDS } from "@/domain/rights/labels";
import { errorOf, FormFrame } from "@/ui/form-frame";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { createOrganisationAction } from "../actions";
import type { Choice } from "../queries/organisations";

const KINDS = ORGANISATION_KINDS.map((kind) => ({
  value: kind,
  label: ORGANISATION_KIND_WORDS[kind],
}));

interface Props {
  siret: string;
  /** What the provider calls it: offered, to be checked. */
  claimedName: string;
  ministries: Choice[];
}

/** Adds the organisation of a SIRET to the portal. */
export function CreateOrganisationForm({ siret, claimedName, ministries }: Props) {
  const [state, action] = useActionState(createOrganisationAction, IDLE);
  const errors = formErrors(state);
  return (
    <FormFrame
      action={action}
      errors={errors}
      message={formMessage(state)}
      before="ajouter l’organisation"
      id="ajouter"
    >
      <input type="hidden" name="siret" value={siret} />
      <TextField
        name="name"
        label="Nom de l’organisation"
        hint={
          "Nom complet, tel que les porteurs l’écrivent. Exemple\u00A0: Préfecture de la Drôme."
        }
        defaultValue={typedValue(state, "name", claimedName)}
        error={errorOf(errors, "name")}
        native={{ maxLength: 300 }}
      />
      <SelectField
        name="kind"
        label="Nature"
        hint="Elle décide des thèmes auxquels l’organisation peut répondre."
        options={KINDS}
        defaultValue={typedValue(state, "kind")}
        error={errorOf(errors, "kind")}
      />
      <SelectField
        name="ministryId"
        label="Ministère de rattachement"
        hint="À laisser vide pour un ministère ou une collectivité. Sa DNUM verra les dossiers déposés."
        optional
        options={ministries}
        emptyLabel="Sans ministère"
        defaultValue={typedValue(state, "ministryId")}
        error={errorOf(errors, "ministryId")}
      />
      <SubmitButton waiting="Ajout en cours" priority="secondary">
        Ajouter et rattacher l’organisation
      </SubmitButton>
    </FormFrame>
  );
}
