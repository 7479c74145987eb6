"use client";

import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { abstainFrom, closeDossier, closeWholeSession, handIn } from "../actions";

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

/** Closes the scoring of one dossier of a session. */
export function CloseDossierForm({ number, session }: { number: string; session: string }) {
  return (
    <ActionForm action={closeDossier} hidden={{ number, session }} requiredSentence={false}>
      <SubmitButton
        waiting="Clôture en cours"
        priority="secondary"
        small
        ariaLabel={`Clore la notation du dossier ${number}`}
      >
        Clore la notation
      </SubmitButton>
    </ActionForm>
  );
}

/** Closes the scoring of every dossier of a session. */
export function CloseSessionForm({ session }: { session: string }) {
  return (
    <ActionForm action={closeWholeSession} hidden={{ session }} requiredSentence={false}>
      <SubmitButton waiting="Clôture en cours">Clore la notation de la séance</SubmitButton>
    </ActionForm>
  );
}
