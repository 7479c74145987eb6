"use client";

import { useActionState } from "react";
import { formErrors, formMessage, IDLE, typedValue } from "@/domain/form-state";
import { errorOf, FormFrame } from "@/ui/form-frame";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { abstainFrom, closeDossier, closeWholeSession, handIn } from "../actions";

/** Hands in the sheet that was just read again. */
export function HandInForm({ number, revision }: { number: string; revision: number }) {
  const [state, action] = useActionState(handIn, IDLE);
  return (
    <FormFrame
      action={action}
      errors={formErrors(state)}
      message={formMessage(state)}
      before="remettre la fiche"
      requiredSentence={false}
    >
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="revision" value={revision} />
      <SubmitButton waiting="Remise en cours">Remettre ma fiche</SubmitButton>
    </FormFrame>
  );
}

/** Steps aside from a dossier, with a reason. */
export function AbstentionForm({ number }: { number: string }) {
  const [state, action] = useActionState(abstainFrom, IDLE);
  const errors = formErrors(state);
  return (
    <FormFrame
      action={action}
      errors={errors}
      message={formMessage(state)}
      before="vous abstenir"
      requiredSentence={false}
    >
      <input type="hidden" name="number" value={number} />
      <TextareaField
        name="reason"
        label="Pourquoi vous vous abstenez"
        hint="Gardé au journal du dossier. Le porteur et les autres jurés ne le lisent pas."
        rows={4}
        maxLength={1000}
        defaultValue={typedValue(state, "reason")}
        error={errorOf(errors, "reason")}
      />
      <SubmitButton waiting="Enregistrement en cours">M’abstenir sur ce dossier</SubmitButton>
    </FormFrame>
  );
}

/** Closes the scoring of one dossier of a session. */
export function CloseDossierForm({ number, session }: { number: string; session: string }) {
  const [state, action] = useActionState(closeDossier, IDLE);
  return (
    <FormFrame action={action} message={formMessage(state)} requiredSentence={false}>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="session" value={session} />
      <SubmitButton
        waiting="Clôture en cours"
        priority="secondary"
        small
        ariaLabel={`Clore la notation du dossier ${number}`}
      >
        Clore la notation
      </SubmitButton>
    </FormFrame>
  );
}

/** Closes the scoring of every dossier of a session. */
export function CloseSessionForm({ session }: { session: string }) {
  const [state, action] = useActionState(closeWholeSession, IDLE);
  return (
    <FormFrame action={action} message={formMessage(state)} requiredSentence={false}>
      <input type="hidden" name="session" value={session} />
      <SubmitButton waiting="Clôture en cours">Clore la notation de la séance</SubmitButton>
    </FormFrame>
  );
}
