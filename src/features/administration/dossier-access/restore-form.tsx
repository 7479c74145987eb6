"use client";

import { ActionForm } from "@/ui/action-form";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { restoreLeadAction } from "./actions";

export interface RestoreLeadFormProps {
  number: string;
  candidates: readonly { value: string; label: string }[];
}

/** Names another lead. */
export function RestoreLeadForm({ number, candidates }: RestoreLeadFormProps) {
  return (
    <ActionForm action={restoreLeadAction} hidden={{ number }} before="nommer le responsable">
      {(field) => (
        <>
          <SelectField {...field("agentId")} label="Nouveau responsable" options={candidates} />
          <TextareaField
            {...field("reason")}
            label="Raison"
            hint={
              "L’équipe du dossier la lira, et le journal la garde. Exemple\u00A0: départ de l’ancienne responsable."
            }
            rows={3}
            maxLength={500}
          />
          <SubmitButton waiting="Un instant">Nommer ce responsable</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
