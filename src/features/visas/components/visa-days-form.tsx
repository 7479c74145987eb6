"use client";

import { VISA_DAYS } from "@/domain/dossier/visa";
import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { setVisaDaysAction } from "../actions";

/** The delay of one ministry. `label` names it where there are several. */
export function VisaDaysForm(props: { ministryId: string; days: number; label: string }) {
  const { ministryId, days, label } = props;
  return (
    <ActionForm
      action={setVisaDaysAction}
      hidden={{ ministryId }}
      before="enregistrer le délai"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextField
            {...field("days", String(days))}
            id={`delai-${ministryId}`}
            label={label}
            hint={`Nombre entier de jours, de ${VISA_DAYS.min} à ${VISA_DAYS.max}. Exemple\u00A0: 10`}
            native={{ inputMode: "numeric", maxLength: 2, autoComplete: "off" }}
          />
          <SubmitButton waiting="Enregistrement en cours" priority="secondary">
            Enregistrer le délai
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
