"use client";

import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { confirmMovementAction, refuseMovementAction, withdrawMovementAction } from "../actions";

/** Confirms what another person proposed. */
export function ConfirmMovementForm({ proposal, label }: { proposal: string; label: string }) {
  return (
    <ActionForm
      action={confirmMovementAction}
      hidden={{ proposal }}
      before={`confirmer ${label}`}
      requiredSentence={false}
      scope="confirmer"
    >
      <SubmitButton waiting="Confirmation en cours">{`Confirmer ${label}`}</SubmitButton>
    </ActionForm>
  );
}

/** Refuses it, with a reason its author reads. */
export function RefuseMovementForm({ proposal, label }: { proposal: string; label: string }) {
  return (
    <ActionForm
      action={refuseMovementAction}
      hidden={{ proposal }}
      before={`refuser ${label}`}
      scope="refuser"
    >
      {(field) => (
        <>
          <TextareaField
            {...field("answer")}
            label="Raison du refus"
            hint="Lue par la personne qui a proposé le mouvement."
            rows={3}
            maxLength={500}
          />
          <SubmitButton waiting="Refus en cours" priority="secondary">
            {`Refuser ${label}`}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Takes back one's own proposal. */
export function WithdrawMovementForm({ proposal }: { proposal: string }) {
  return (
    <ActionForm
      action={withdrawMovementAction}
      hidden={{ proposal }}
      before="retirer la proposition"
      requiredSentence={false}
      scope="retirer"
    >
      <SubmitButton waiting="Retrait en cours" priority="secondary">
        Retirer ma proposition
      </SubmitButton>
    </ActionForm>
  );
}
