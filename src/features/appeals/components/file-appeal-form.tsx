"use client";

import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { file } from "../actions";

/** The carrier writes why it contests the decision. */
export function FileAppealForm({ number }: { number: string }) {
  return (
    <ActionForm
      action={file}
      hidden={{ number }}
      before="former le recours"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("grounds")}
            label="Pourquoi vous contestez la décision"
            hint="Dites ce qui, dans le dossier déposé, n’a pas été pris en compte ou a été mal lu."
            rows={10}
            maxLength={10_000}
          />
          <SubmitButton waiting="Envoi en cours">Former le recours</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
