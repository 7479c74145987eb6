"use client";

import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { restoreAnswerAction } from "../draft-actions";

export interface RestoreFormProps {
  number: string;
  field: string;
  revision: number;
  /** The version in place when the page was made: another one since, and nothing is restored. */
  baseRevision: number;
}

/** Puts a version back, as a new version. */
export function RestoreForm({ number, field, revision, baseRevision }: RestoreFormProps) {
  return (
    <ActionForm
      action={restoreAnswerAction}
      hidden={{ number, field, revision, baseRevision }}
      requiredSentence={false}
    >
      <p className="fr-mt-3w fr-mb-1w">La version en place restera dans l’historique.</p>
      <SubmitButton waiting="Un instant">{`Remettre la version ${revision} en place`}</SubmitButton>
    </ActionForm>
  );
}
