"use client";

import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { signOutElsewhere } from "../actions";

/** Ends the sessions left open on other browsers. */
export function SessionsForm() {
  return (
    <ActionForm action={signOutElsewhere} requiredSentence={false} id="fermer-les-sessions">
      <SubmitButton waiting="Fermeture en cours" priority="secondary">
        Fermer mes autres sessions
      </SubmitButton>
    </ActionForm>
  );
}
