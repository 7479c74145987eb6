"use client";

import { useActionState } from "react";
import type { Day } from "@/domain/calendar";
import { formErrors, formMessage, IDLE, typedValue } from "@/domain/form-state";
import { errorOf, FormFrame } from "@/ui/form-frame";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { hear } from "../actions";

/** Records the day the carrier was heard. */
export function HearingForm(props: { number: string; first: Day; today: Day }) {
  const { number, first, today } = props;
  const [state, action] = useActionState(hear, IDLE);
  const errors = formErrors(state);
  return (
    <FormFrame
      action={action}
      errors={errors}
      message={formMessage(state)}
      before="enregistrer l’audition"
      requiredSentence={false}
    >
      <input type="hidden" name="number" value={number} />
      <TextField
        name="heardOn"
        label="Jour de l’audition"
        hint="Entre le dépôt du dossier et aujourd’hui."
        native={{ type: "date", min: first, max: today }}
        defaultValue={typedValue(state, "heardOn", today)}
        error={errorOf(errors, "heardOn")}
      />
      <SubmitButton waiting="Enregistrement en cours">Enregistrer l’audition</SubmitButton>
    </FormFrame>
  );
}
