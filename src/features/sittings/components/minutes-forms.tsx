"use client";

import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { remark, sign } from "../minutes-actions";

/** The remarks of the minutes, until the first signature. */
export function RemarksForm({ session, remarks }: { session: string; remarks: string }) {
  return (
    <ActionForm
      action={remark}
      hidden={{ session }}
      before="enregistrer les remarques"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("remarks", remarks)}
            label="Remarques"
            hint="Elles s’ajoutent aux faits, qui ne se modifient pas. Elles ne changent plus après la première signature."
            rows={6}
            maxLength={10_000}
            optional
          />
          <SubmitButton waiting="Enregistrement en cours" priority="secondary">
            Enregistrer les remarques
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Signs the minutes as they were read. */
export function SignForm({ session, print }: { session: string; print: string }) {
  return (
    <ActionForm
      action={sign}
      hidden={{ session, print }}
      before="signer le procès-verbal"
      requiredSentence={false}
    >
      <SubmitButton waiting="Signature en cours">Signer le procès-verbal</SubmitButton>
    </ActionForm>
  );
}
