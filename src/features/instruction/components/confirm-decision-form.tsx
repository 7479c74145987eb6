"use client";

import { formErrors, formMessage } from "@/domain/form-state";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { FormFrame } from "@/ui/form-frame";
import { SubmitButton } from "@/ui/submit-button";
import { useFormAction } from "@/ui/use-form-action";
import { confirm } from "../actions";

/** Confirms a decision proposed by another person, or leads to sending it back. */
export function ConfirmDecisionForm({ number, decision }: { number: string; decision: string }) {
  const [state, action] = useFormAction(confirm);
  const [error] = formErrors(state);
  return (
    <FormFrame
      action={action}
      message={formMessage(state) ?? error?.message}
      requiredSentence={false}
    >
      <p>
        En confirmant, vous engagez les crédits s’il y en a et fixez la décision. Elle ne sera
        connue du porteur qu’après la notification, qui est un acte séparé.
      </p>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="decision" value={decision} />
      <ul className="fr-btns-group fr-btns-group--inline-md">
        <li>
          <SubmitButton waiting="Confirmation en cours">Confirmer la décision</SubmitButton>
        </li>
        <li>
          <AppLink href={routes.decisionReturn(number)} className="fr-btn fr-btn--secondary">
            Renvoyer avec un motif
          </AppLink>
        </li>
      </ul>
    </FormFrame>
  );
}
