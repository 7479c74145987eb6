"use client";

import { ActionForm } from "@/ui/action-form";
import { RadioField } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { replyToQuestion, replyToSlot } from "../preparation-actions";

/** Confirms the slot offered, or refuses it with a reason. */
export function SlotForm(props: {
  number: string;
  slot: string;
  answer: "none" | "confirmed" | "refused";
  reason: string;
}) {
  const { number, slot, answer, reason } = props;
  return (
    <ActionForm
      action={replyToSlot}
      hidden={{ number, slot }}
      before="répondre au jury"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <RadioField
            {...field("answer", answer === "none" ? "" : answer)}
            label={"Ce créneau vous convient-il\u202F?"}
            options={[
              { value: "confirmed", label: "Oui, nous venons" },
              { value: "refused", label: "Non, ce créneau ne convient pas" },
            ]}
          />
          <TextareaField
            {...field("reason", reason)}
            label="Si non, pourquoi, et ce qui conviendrait"
            rows={3}
            maxLength={1000}
            optional
          />
          <SubmitButton waiting="Envoi en cours">Répondre sur le créneau</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Answers one question of the jury in writing. */
export function QuestionForm(props: {
  number: string;
  question: string;
  rank: number;
  answer: string;
}) {
  const { number, question, rank, answer } = props;
  return (
    <ActionForm
      action={replyToQuestion}
      hidden={{ number, question }}
      scope={question}
      before="répondre au jury"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("answer", answer)}
            label={`Votre réponse à la question ${rank}`}
            rows={5}
            maxLength={4000}
          />
          <SubmitButton
            waiting="Envoi en cours"
            priority="secondary"
            ariaLabel={`Envoyer la réponse à la question ${rank}`}
          >
            Envoyer la réponse
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
