"use client";

import { ActionForm } from "@/ui/action-form";
import { AmountField } from "@/ui/amount-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { askToClose, close } from "../actions";

/** The carrier hands in its final evaluation. */
export function AskClosingForm(props: {
  number: string;
  evaluation: string;
  lessons: string;
  unused: string;
}) {
  const { number, evaluation, lessons, unused } = props;
  return (
    <ActionForm action={askToClose} hidden={{ number }} before="demander la clôture">
      {(field) => (
        <>
          <TextareaField
            {...field("evaluation", evaluation)}
            label="Évaluation finale"
            hint="Ce qui est atteint, ce qui ne l’est pas, et pour qui."
            rows={8}
            maxLength={10_000}
          />
          <TextareaField
            {...field("lessons", lessons)}
            label="Ce que d’autres projets peuvent en apprendre"
            rows={6}
            maxLength={10_000}
          />
          <AmountField
            {...field("unused", unused)}
            label="Part de la subvention non utilisée"
            hint={"Elle est restituée à l’enveloppe. Écrivez 0 si tout est utilisé."}
          />
          <SubmitButton waiting="Envoi en cours">Demander la clôture</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** The owner closes the project. */
export function CloseForm({ number, unused }: { number: string; unused: string }) {
  return (
    <ActionForm
      action={close}
      hidden={{ number }}
      before="clore le projet"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <AmountField
            {...field("returned", unused)}
            label="Montant restitué à l’enveloppe"
            hint={"Proposé par le porteur. En euros. Exemple\u00A0: 0"}
          />
          <SubmitButton waiting="Clôture en cours">Clore le projet</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
