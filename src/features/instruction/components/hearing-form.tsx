"use client";

import type { Day } from "@/domain/calendar";
import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { hear } from "../actions";

/** Records the day the carrier was heard. */
export function HearingForm(props: { number: string; first: Day; today: Day }) {
  const { number, first, today } = props;
  return (
    <ActionForm
      action={hear}
      hidden={{ number }}
      before="enregistrer l’audition"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextField
            {...field("heardOn", today)}
            label="Jour de l’audition"
            hint="Entre le dépôt du dossier et aujourd’hui."
            native={{ type: "date", min: first, max: today }}
          />
          <SubmitButton waiting="Enregistrement en cours">Enregistrer l’audition</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
