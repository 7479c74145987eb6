"use client";

import { routes } from "@/routes";
import { ActionForm } from "@/ui/action-form";
import { AppLink } from "@/ui/app-link";
import { SubmitButton } from "@/ui/submit-button";
import { abandonDraftAction } from "../draft-actions";

/** The consequence of giving a draft up, then its button. */
export function Abandonment({ number }: { number: string }) {
  return (
    <>
      <p className="fr-text--lead">
        Ce brouillon n’a jamais été déposé. L’abandonner est définitif{"\u00A0"}: il ne pourra plus
        être modifié ni déposé.
      </p>
      <p>
        Vos réponses restent lisibles par votre équipe, et vous pourrez les reprendre dans un
        nouveau dossier.
      </p>
      <ActionForm action={abandonDraftAction} hidden={{ number }} requiredSentence={false}>
        <ul className="fr-btns-group fr-btns-group--inline">
          <li>
            <SubmitButton waiting="Un instant">Abandonner le brouillon</SubmitButton>
          </li>
          <li>
            <AppLink className="fr-btn fr-btn--secondary" href={routes.dossier(number)}>
              Garder le brouillon
            </AppLink>
          </li>
        </ul>
      </ActionForm>
    </>
  );
}
