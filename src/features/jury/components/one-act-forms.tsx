"use client";

import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { abstainFrom, handIn } from "../actions";

/** Hands in the sheet that was just read again. */
export function HandInForm({ number, revision }: { number: string; revision: number }) {
  return (
    <ActionForm
      action={handIn}
      hidden={{ number, revision }}
      before="remettre la fiche"
      requiredSentence={false}
    >
      <SubmitButton waiting="Remise en cours">Remettre ma fiche</SubmitButton>
    </ActionForm>
  );
}

/** Steps aside from a dossier, with a reason. */
export function AbstentionForm({ number }: { number: string }) {
  return (
    <ActionForm
      action={abstainFrom}
      hidden={{ number }}
      before="vous abstenir"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("reason")}
            label="Pourquoi vous vous abstenez"
            hint="Gardé au journal du dossier. Le porteur et les autres jurés ne le lisent pas."
            rows={4}
            maxLength={1000}
          />
          <SubmitButton waiting="Enregistrement en cours">M’abstenir sur ce dossier</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
