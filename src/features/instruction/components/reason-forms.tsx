"use client";

import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { cancelAppointment, giveOpinion, notify, sendBack } from "../actions";

/** Sends a proposal back to who made it. */
export function SendBackForm({ number, decision }: { number: string; decision: string }) {
  return (
    <ActionForm
      action={sendBack}
      hidden={{ number, decision }}
      before="renvoyer la décision"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("reason")}
            label="Ce que la personne qui propose doit revoir"
            hint="Elle le lit sur la page de la décision. Le porteur ne le lit pas."
            rows={5}
            maxLength={2000}
          />
          <SubmitButton waiting="Envoi en cours">Renvoyer la décision</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Records the opinion of the director of DINUM. */
export function OpinionForm({ number }: { number: string }) {
  return (
    <ActionForm
      action={giveOpinion}
      hidden={{ number }}
      before="enregistrer l’avis"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("opinion")}
            label="Avis du directeur de la DINUM"
            hint="Recopiez l’avis et sa date. Il ne pourra plus être changé."
            rows={6}
            maxLength={4000}
          />
          <SubmitButton waiting="Enregistrement en cours">Enregistrer l’avis</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Notifies the carrier: the letter leaves the instruction. */
export function NotifyForm({ number, decision }: { number: string; decision: string }) {
  return (
    <ActionForm action={notify} hidden={{ number, decision }} requiredSentence={false}>
      <SubmitButton waiting="Notification en cours">Notifier le porteur</SubmitButton>
    </ActionForm>
  );
}

/** Takes back a notification that the portal would have made by itself. */
export function CancelAppointmentForm({ number, decision }: { number: string; decision: string }) {
  return (
    <ActionForm action={cancelAppointment} hidden={{ number, decision }} requiredSentence={false}>
      <SubmitButton waiting="Annulation en cours" priority="secondary">
        Annuler la notification prévue
      </SubmitButton>
    </ActionForm>
  );
}
