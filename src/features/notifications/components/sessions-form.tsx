"use client";

import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { signOutElsewhere } from "../actions";

/** Ends the sessions left open on other browsers; the form stays to say what it did. */
export function SessionsForm({ others }: { others: boolean }) {
  return (
    <ActionForm action={signOutElsewhere} requiredSentence={false} id="fermer-les-sessions">
      {others ? (
        <SubmitButton waiting="Fermeture en cours" priority="secondary">
          Fermer mes autres sessions
        </SubmitButton>
      ) : (
        <p>Vous n’êtes connecté nulle part ailleurs.</p>
      )}
    </ActionForm>
  );
}
