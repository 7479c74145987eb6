"use client";

import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { release, withhold } from "../actions";

interface Answered {
  number: string;
  position: number;
  crossing: string;
}

/** Accepts the milestone: the next phase is funded. */
export function ReleaseForm({ label, ...answered }: Answered & { label: string }) {
  return (
    <ActionForm
      action={release}
      hidden={{ ...answered }}
      before="accepter le jalon"
      requiredSentence={false}
      scope="accepter"
    >
      <SubmitButton waiting="Enregistrement en cours">{label}</SubmitButton>
    </ActionForm>
  );
}

/** Does not accept it, with the reason that its carrier reads. */
export function WithholdForm(answered: Answered) {
  return (
    <ActionForm
      action={withhold}
      hidden={{ ...answered }}
      before="répondre au porteur"
      requiredSentence={false}
      scope="refuser"
    >
      {(field) => (
        <>
          <TextareaField
            {...field("reason")}
            label="Pourquoi le jalon n’est pas accepté"
            hint="Le porteur lit cette raison, et peut proposer le jalon à nouveau."
            maxLength={4000}
          />
          <SubmitButton waiting="Enregistrement en cours" priority="secondary">
            Ne pas accepter le jalon
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
