"use client";

import { ActionForm } from "@/ui/action-form";
import { RadioField } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { decide, propose, register, sendBack } from "../actions";

interface Of {
  number: string;
  appeal: string;
}

/** Takes note of an appeal. */
export function RegisterForm(of: Of) {
  return (
    <ActionForm action={register} hidden={{ ...of }} requiredSentence={false}>
      <p>L’équipe du dossier reçoit un courriel qui dit que son recours est examiné.</p>
      <SubmitButton waiting="Enregistrement en cours">Enregistrer le recours</SubmitButton>
    </ActionForm>
  );
}

/** Proposes an answer. Nothing is preselected. */
export function ProposeAnswerForm(of: Of) {
  return (
    <ActionForm action={propose} hidden={{ ...of }} before="proposer la réponse">
      {(field) => (
        <>
          <RadioField
            {...field("proposal")}
            label="Réponse proposée"
            options={[
              {
                value: "upheld",
                label: "Accueillir le recours",
                hint: "La décision est annulée, ses crédits rendus\u00A0; le dossier est décidé à nouveau.",
              },
              { value: "rejected", label: "Rejeter le recours", hint: "La décision reste." },
              {
                value: "inadmissible",
                label: "Déclarer le recours irrecevable",
                hint: "Il vient trop tard, ou ne vise pas une décision.",
              },
            ]}
          />
          <TextareaField
            {...field("reasons")}
            label="Raisons"
            hint="Le porteur les lira telles quelles."
            rows={8}
            maxLength={10_000}
          />
          <SubmitButton waiting="Enregistrement en cours">Proposer la réponse</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Decides as proposed. */
export function DecideForm(of: Of) {
  return (
    <ActionForm action={decide} hidden={{ ...of }} requiredSentence={false}>
      <p>En confirmant, vous donnez cette réponse au porteur, qui en est averti aussitôt.</p>
      <SubmitButton waiting="Confirmation en cours">Confirmer la réponse</SubmitButton>
    </ActionForm>
  );
}

/** Sends a proposed answer back. */
export function ReturnAnswerForm(of: Of) {
  return (
    <ActionForm action={sendBack} hidden={{ ...of }} requiredSentence={false}>
      {(field) => (
        <>
          <TextareaField
            {...field("reason")}
            label="Ce que la personne qui propose doit revoir"
            rows={3}
            maxLength={2000}
          />
          <SubmitButton waiting="Envoi en cours" priority="secondary">
            Renvoyer la réponse
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
