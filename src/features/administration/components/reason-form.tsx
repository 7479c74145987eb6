"use client";

import type { FormState } from "@/domain/form-state";
import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { closeAccountAction, revokeRoleAction } from "../actions";

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Record<string, string>;
  hint: string;
  before: string;
  waiting: string;
  children: string;
}

/** A form that asks for a reason and nothing else. */
function ReasonForm({ action, hidden, hint, before, waiting, children }: Props) {
  return (
    <ActionForm action={action} hidden={hidden} before={before} requiredSentence={false}>
      {(field) => (
        <>
          <TextareaField {...field("reason")} label="Raison" hint={hint} rows={3} maxLength={500} />
          <SubmitButton waiting={waiting}>{children}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Ends a role. */
export function RevokeForm({ grantId }: { grantId: string }) {
  return (
    <ReasonForm
      action={revokeRoleAction}
      hidden={{ grantId }}
      hint={"Elle est gardée au journal. Exemple\u00A0: départ du service."}
      before="retirer le rôle"
      waiting="Retrait en cours"
    >
      Retirer le rôle
    </ReasonForm>
  );
}

/** Closes an account. */
export function CloseAccountForm({ agentId }: { agentId: string }) {
  return (
    <ReasonForm
      action={closeAccountAction}
      hidden={{ agentId }}
      hint={"Elle est gardée au journal. Exemple\u00A0: départ à la retraite."}
      before="fermer le compte"
      waiting="Fermeture en cours"
    >
      Fermer le compte
    </ReasonForm>
  );
}
