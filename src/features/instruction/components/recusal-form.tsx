"use client";

import { useActionState } from "react";
import { formErrors, formMessage, IDLE, typedValue } from "@/domain/form-state";
import { errorOf, FormFrame } from "@/ui/form-frame";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { recuse } from "../actions";

/** Imposes the recusal of one juror, with its reason. */
export function RecusalForm(props: { number: string; assignment: string; name: string }) {
  const { number, assignment, name } = props;
  const [state, action] = useActionState(recuse, IDLE);
  const errors = formErrors(state);
  return (
    <FormFrame
      action={action}
      errors={errors}
      message={formMessage(state)}
      before="déporter ce juré"
      requiredSentence={false}
    >
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="assignment" value={assignment} />
      <TextareaField
        name="reason"
        label="Lien d’intérêts constaté"
        hint="Gardé au journal du dossier. Le porteur et les autres jurés ne le lisent pas."
        rows={4}
        maxLength={1000}
        defaultValue={typedValue(state, "reason")}
        error={errorOf(errors, "reason")}
      />
      <SubmitButton waiting="Enregistrement en cours">{`Déporter ${name}`}</SubmitButton>
    </FormFrame>
  );
}
