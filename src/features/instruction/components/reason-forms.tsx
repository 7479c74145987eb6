"use client";

import { useActionState } from "react";
import { formErrors, formMessage, IDLE, typedValue } from "@/domain/form-state";
import { errorOf, FormFrame } from "@/ui/form-frame";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { giveOpinion, notify, sendBack } from "../actions";

/** Sends a proposal back to who made it. */
export function SendBackForm({ number, decision }: { number: string; decision: string }) {
  const [state, action] = useActionState(sendBack, IDLE);
  const errors = formErrors(state);
  return (
    <FormFrame
      action={action}
      errors={errors}
      message={formMessage(state)}
      before="renvoyer la décision"
      requiredSentence={false}
    >
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="decision" value={decision} />
      <TextareaField
        name="reason"
        label="Ce que la personne qui propose doit revoir"
        hint="Elle le lit sur la page de la décision. Le porteur ne le lit pas."
        rows={5}
        maxLength={2000}
        defaultValue={typedValue(state, "reason")}
        error={errorOf(errors, "reason")}
      />
      <SubmitButton waiting="Envoi en cours">Renvoyer la décision</SubmitButton>
    </FormFrame>
  );
}

/** Records the opinion of the director of DINUM. */
export function OpinionForm({ number }: { number: string }) {
  const [state, action] = useActionState(giveOpinion, IDLE);
  const errors = formErrors(state);
  return (
    <FormFrame
      action={action}
      errors={errors}
      message={formMessage(state)}
      before="enregistrer l’avis"
      requiredSentence={false}
    >
      <input type="hidden" name="number" value={number} />
      <TextareaField
        name="opinion"
        label="Avis du directeur de la DINUM"
        hint="Recopiez l’avis et sa date. Il ne pourra plus être changé."
        rows={6}
        maxLength={4000}
        defaultValue={typedValue(state, "opinion")}
        error={errorOf(errors, "opinion")}
      />
      <SubmitButton waiting="Enregistrement en cours">Enregistrer l’avis</SubmitButton>
    </FormFrame>
  );
}

/** Notifies the carrier: the letter leaves the instruction. */
export function NotifyForm({ number, decision }: { number: string; decision: string }) {
  const [state, action] = useActionState(notify, IDLE);
  return (
    <FormFrame action={action} message={formMessage(state)} requiredSentence={false}>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="decision" value={decision} />
      <SubmitButton waiting="Notification en cours">Notifier le porteur</SubmitButton>
    </FormFrame>
  );
}
