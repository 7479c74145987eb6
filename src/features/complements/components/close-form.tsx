"use client";

import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { closeComplementAction } from "../actions";

/** Goes on without waiting for the complements. */
export function CloseForm({ number }: { number: string }) {
  return (
    <ActionForm
      action={closeComplementAction}
      hidden={{ number }}
      before="reprendre l’examen"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("reason")}
            label="Pourquoi l’examen reprend sans ces réponses"
            hint="Le porteur lira ce texte. Il est gardé au journal."
            rows={5}
            maxLength={2_000}
          />
          <SubmitButton waiting="Enregistrement en cours">
            Reprendre sans attendre les compléments
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
