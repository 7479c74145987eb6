"use client";

import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { closeDossier, closeWholeSession } from "../actions";

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
