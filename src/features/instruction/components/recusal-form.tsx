"use client";

import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { recuse } from "../actions";

/** Imposes the recusal of one juror, with its reason. */
export function RecusalForm(props: { number: string; assignment: string; name: string }) {
  const { number, assignment, name } = props;
  return (
    <ActionForm
      action={recuse}
      hidden={{ number, assignment }}
      before="déporter ce juré"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("reason")}
            label="Lien d’intérêts constaté"
            hint="Gardé au journal du dossier. Le porteur et les autres jurés ne le lisent pas."
            rows={4}
            maxLength={1000}
          />
          <SubmitButton waiting="Enregistrement en cours">{`Déporter ${name}`}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
