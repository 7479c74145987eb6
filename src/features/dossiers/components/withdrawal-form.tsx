"use client";

import { routes } from "@/routes";
import { ActionForm } from "@/ui/action-form";
import { AppLink } from "@/ui/app-link";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { withdrawDossierAction } from "../actions";

/** The withdrawal of a dossier: its consequence is above, its reason here. */
export function WithdrawalForm({ number }: { number: string }) {
  return (
    <ActionForm
      action={withdrawDossierAction}
      hidden={{ number }}
      before="retirer le dossier"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("reason")}
            label="Pourquoi retirez-vous le dossier ?"
            hint="Le porteur du thème lira votre raison. Exemple : le projet est reporté à 2022"
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
        </>
      )}
    </ActionForm>
  );
}
