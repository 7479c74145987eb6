"use client";

import { useActionState } from "react";
import { formErrors, formMessage, IDLE, typedValue } from "@/domain/form-state";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { errorOf, FormFrame } from "@/ui/form-frame";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { withdrawDossierAction } from "../actions";

/** The withdrawal of a dossier: its consequence is above, its reason here. */
export function WithdrawalForm({ number }: { number: string }) {
  const [state, action] = useActionState(withdrawDossierAction, IDLE);
  const errors = formErrors(state);
  return (
    <FormFrame
      action={action}
      errors={errors}
      message={formMessage(state)}
      before="retirer le dossier"
      requiredSentence={false}
    >
      <input type="hidden" name="number" value={number} />
      <TextareaField
        name="reason"
        label="Pourquoi retirez-vous le dossier ?"
        hint="Le porteur du thème lira votre raison. Exemple : le projet est reporté à 2022"
        error={errorOf(errors, "reason")}
        defaultValue={typedValue(state, "reason")}
      />
      <ul className="fr-btns-group fr-btns-group--inline">
        <li>
          <SubmitButton waiting="Retrait en cours">Retirer le dossier</SubmitButton>
        </li>
        <li>
          <AppLink className="fr-btn fr-btn--secondary" href={routes.dossier(number)}>
            Garder le dossier
          </AppLink>
        </li>
      </ul>
    </FormFrame>
  );
}
