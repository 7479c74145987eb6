"use client";

import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { dropExtractAction, enterExtractAction } from "../actions";

/** Enters the lines taken of an extract. */
export function EnterExtractForm({ extract, count }: { extract: string; count: number }) {
  const lines = count > 1 ? `les ${count.toLocaleString("fr-FR")} lignes prises` : "la ligne prise";
  return (
    <ActionForm
      action={enterExtractAction}
      hidden={{ extract }}
      before="enregistrer l’extrait"
      requiredSentence={false}
      scope="enregistrer"
    >
      <SubmitButton waiting="Enregistrement en cours">{`Enregistrer ${lines}`}</SubmitButton>
    </ActionForm>
  );
}

/** Forgets an extract that is not the right one. */
export function DropExtractForm({ extract }: { extract: string }) {
  return (
    <ActionForm
      action={dropExtractAction}
      hidden={{ extract }}
      before="abandonner l’extrait"
      requiredSentence={false}
      scope="abandonner"
    >
      <SubmitButton waiting="Abandon en cours" priority="secondary">
        Abandonner cet extrait
      </SubmitButton>
    </ActionForm>
  );
}
