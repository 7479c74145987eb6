"use client";

import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { endDelegationAction } from "../actions";

/** Ends a delegation now. */
export function EndDelegationForm({ grantId, name }: { grantId: string; name: string }) {
  return (
    <ActionForm action={endDelegationAction} hidden={{ grantId }} requiredSentence={false}>
      <SubmitButton
        waiting="Fin en cours"
        priority="secondary"
        small
        ariaLabel={`Mettre fin à la délégation de ${name}`}
      >
        Mettre fin
      </SubmitButton>
    </ActionForm>
  );
}
