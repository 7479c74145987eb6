"use client";

import { OPINION_CHOICES, OPINION_WORDS } from "@/domain/dossier/opinion";
import { ActionForm } from "@/ui/action-form";
import { RadioField } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { giveView } from "../actions";

/** Gives the view of one's administration. */
export function InstructionViewForm(props: {
  number: string;
  administration: string;
  opinion: string;
  reasons: string;
}) {
  const { number, administration, opinion, reasons } = props;
  return (
    <ActionForm action={giveView} hidden={{ number }} before="enregistrer l’avis">
      {(field) => (
        <>
          <RadioField
            {...field("opinion", opinion)}
            label="Sens de l’avis"
            options={OPINION_CHOICES.map((value) => ({
              value,
              label: OPINION_WORDS[value].label,
            }))}
          />
          <TextareaField
            {...field("reasons", reasons)}
            label="Ce qui fonde cet avis"
            hint="Lu par l’instruction et le comité de pilotage. Le porteur ne le lit pas."
            rows={6}
            maxLength={6000}
          />
          <SubmitButton waiting="Enregistrement en cours">
            {`Enregistrer l’avis de la ${administration}`}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
