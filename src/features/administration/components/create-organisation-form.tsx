"use client";

import { ORGANISATION_KIND_WORDS, ORGANISATION_KINDS } from "@/domain/rights/labels";
import { REGIONS } from "@/domain/territories";
import { ActionForm } from "@/ui/action-form";
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
  return (
    <ActionForm
      action={createOrganisationAction}
      hidden={{ siret }}
      before="ajouter l’organisation"
      id="ajouter"
    >
      {(field) => (
        <>
          <TextField
            {...field("name", claimedName)}
            label="Nom de l’organisation"
            hint={
              "Nom complet, tel que les porteurs l’écrivent. Exemple\u00A0: Préfecture de la Drôme."
            }
            native={{ maxLength: 300 }}
          />
          <SelectField
            {...field("kind")}
            label="Nature"
            hint="Elle décide des thèmes auxquels l’organisation peut répondre."
            options={KINDS}
          />
          <SelectField
            {...field("ministryId")}
            label="Ministère de rattachement"
            hint="À laisser vide pour un ministère ou une collectivité. Sa DNUM verra les dossiers déposés."
            optional
            options={ministries}
            emptyLabel="Sans ministère"
          />
          <SelectField
            {...field("region")}
            label="Région"
            hint="Celle que sert l’organisation. À laisser vide quand elle sert tout le pays."
            optional
            options={REGIONS}
            emptyLabel="France entière"
          />
          <SubmitButton waiting="Ajout en cours" priority="secondary">
            Ajouter et rattacher l’organisation
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
