"use client";

import { useActionState } from "react";
import { type FormState, formErrors, formMessage, IDLE, typedValue } from "@/domain/form-state";
import { errorOf, FormFrame } from "@/ui/form-frame";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { closeAccountAction, revokeRoleAction } from "../actions";

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: { name: string; value: string };
  hint: string;
  before: string;
  waiting: string;
  children: string;
}

/** A form that asks for a reason and nothing else. */
function ReasonForm({ action, hidden, hint, before, waiting, children }: Props) {
  const [state, send] = useActionState(action, IDLE);
  const errors = formErrors(state);
  return (
    <FormFrame
      action={send}
      errors={errors}
      message={formMessage(state)}
      before={before}
      requiredSentence={false}
    >
      <input type="hidden" name={hidden.name} value={hidden.value} />
      <TextareaField
        name="reason"
        label="Raison"
        hint={hint}
        rows={3}
        maxLength={500}
        defaultValue={typedValue(state, "reason")}
        error={errorOf(errors, "reason")}
      />
      <SubmitButton waiting={waiting}>{children}</SubmitButton>
    </FormFrame>
  );
}

/** Ends a role. */
export function RevokeForm({ grantId }: { grantId: string }) {
  return (
    <ReasonForm
      action={revokeRoleAction}
      hidden={{ name: "grantId", value: grantId }}
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
      hidden={{ name: "agentId", value: agentId }}
      hint={"Elle est gardée au journal. Exemple\u00A0: départ à la retraite."}
      before="fermer le compte"
      waiting="Fermeture en cours"
    >
      Fermer le compte
    </ReasonForm>
  );
}
