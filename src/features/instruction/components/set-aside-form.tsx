"use client";

import { useActionState } from "react";
import { SET_ASIDE_MOTIVES } from "@/domain/evaluation/admissibility";
import { formErrors, formMessage, IDLE, typedValue } from "@/domain/form-state";
import { errorOf, FormFrame } from "@/ui/form-frame";
import { RadioField } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { setAside } from "../actions";

/** Sets a dossier aside: the coded motive stays inside, the carrier reads the text. */
export function SetAsideForm({ number }: { number: string }) {
  const [state, action] = useActionState(setAside, IDLE);
  const errors = formErrors(state);
  return (
    <FormFrame
      action={action}
      errors={errors}
      message={formMessage(state)}
      before="écarter le dossier"
    >
      <input type="hidden" name="number" value={number} />
      <RadioField
        name="motive"
        label="Raison principale"
        hint="Sert aux statistiques du thème. Le porteur ne la lit pas."
        options={SET_ASIDE_MOTIVES}
        defaultValue={typedValue(state, "motive")}
        error={errorOf(errors, "motive")}
      />
      <TextareaField
        name="explanation"
        label="Ce que le porteur lira"
        hint="Dites ce qui manque ou ne convient pas, et ce qu’il peut faire ensuite."
        rows={6}
        maxLength={4000}
        defaultValue={typedValue(state, "explanation")}
        error={errorOf(errors, "explanation")}
      />
      <SubmitButton waiting="Enregistrement en cours">Écarter le dossier</SubmitButton>
    </FormFrame>
  );
}
