"use client";

import type { VisaRequirement } from "@/domain/dossier/visa";
import { VISA_ANSWERS, VISA_LABELS, type VisaAnswer } from "@/domain/dossier/visa";
import { ActionForm } from "@/ui/action-form";
import { RadioField } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { giveVisaAction } from "../actions";

/** What each answer brings about, in words. */
const CONSEQUENCES: Record<VisaRequirement, Record<VisaAnswer, string>> = {
  information: {
    endorsement: "Le porteur et l’instruction lisent que vous soutenez le projet.",
    reservation: "Le porteur et l’instruction lisent votre réserve. Le dépôt n’en dépend pas.",
    objection: "Le porteur et l’instruction lisent votre raison. Le dépôt reste possible.",
  },
  "joint-filing": {
    endorsement: "Le porteur peut déposer le dossier, présenté avec vous.",
    reservation: "Le porteur peut déposer le dossier, présenté avec vous. Il lit votre réserve.",
    objection: "Le dépôt reste fermé. Le porteur lit votre raison et peut le présenter à nouveau.",
  },
};

/** The answer of the DNUM, given once. */
export function GiveVisaForm(props: { number: string; requirement: VisaRequirement }) {
  const { number, requirement } = props;
  return (
    <ActionForm action={giveVisaAction} hidden={{ number }} before="donner le visa">
      {(field) => (
        <>
          <RadioField
            {...field("answer")}
            label="Quel est l’avis de la DNUM ?"
            options={VISA_ANSWERS.map((answer) => ({
              value: answer,
              label: VISA_LABELS[answer].label,
              hint: CONSEQUENCES[requirement][answer],
            }))}
          />
          <TextareaField
            {...field("reason")}
            label="Votre raison, pour une réserve ou un avis défavorable"
            hint="Exemple : la charge d’exploitation n’est pas prévue après 2022"
            optional
            maxLength={2000}
          />
          <p>Votre réponse est datée, signée de votre nom, et ne change plus.</p>
          <SubmitButton waiting="Enregistrement en cours">Donner le visa</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
