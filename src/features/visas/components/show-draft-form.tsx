"use client";

import { ActionForm } from "@/ui/action-form";
import { CheckboxField } from "@/ui/checkbox-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { showDraftAction } from "../actions";
import type { DraftSight } from "../queries/draft-sight";

/** The carrier's consent, given and taken back with the same box. */
export function ShowDraftForm({ sight }: { sight: DraftSight }) {
  const { number, shown, plannedFilingOn } = sight;
  return (
    <ActionForm
      action={showDraftAction}
      hidden={{ number }}
      before="enregistrer"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <CheckboxField
            name="shown"
            id={field("shown").id}
            label="Montrer ce brouillon à ma DNUM"
            hint="Vous pouvez revenir sur ce choix jusqu’au dépôt. Chaque changement est enregistré à votre nom."
            optional
            defaultChecked={field("shown", shown ? "oui" : "").defaultValue === "oui"}
            error={field("shown").error}
          />
          <TextField
            {...field("plannedFilingOn", plannedFilingOn ?? "")}
            label="Dépôt prévu le"
            optional
            native={{ type: "date" }}
          />
          <SubmitButton waiting="Enregistrement en cours" priority="secondary">
            Enregistrer ce choix
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
