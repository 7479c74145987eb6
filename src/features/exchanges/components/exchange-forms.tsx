"use client";

import type { ComponentProps } from "react";
import { MESSAGE_LENGTH } from "@/domain/dossier/exchanges";
import { limit } from "@/domain/text";
import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import {
  settleMessagesAction,
  writeNoteAction,
  writeToCarrierAction,
  writeToInstructionAction,
} from "../actions";

interface Identified {
  number: string;
  /** Made with the page: sent twice, what is written is kept once. */
  formKey: string;
}

/** What the team writes to those who examine its dossier. */
export function WriteToInstructionForm({ number, formKey }: Identified) {
  return (
    <BodyForm
      action={writeToInstructionAction}
      hidden={{ number, key: formKey }}
      id="ecrire"
      before="envoyer le message"
      label="Votre message"
      hint={`Toute l’équipe du dossier et l’instruction le lisent. ${limit(MESSAGE_LENGTH)} au plus, sans pièce jointe.`}
      waiting="Envoi en cours"
      act="Envoyer à l’instruction"
    />
  );
}

/** What those who examine a dossier write to its carrier. */
export function WriteToCarrierForm({ number, formKey, seen }: Identified & { seen: string }) {
  return (
    <BodyForm
      action={writeToCarrierAction}
      hidden={{ number, key: formKey, seen }}
      id="ecrire"
      before="envoyer le message"
      label="Message au porteur"
      hint={`Toute l’équipe du dossier le lit, et en est prévenue. ${limit(MESSAGE_LENGTH)} au plus.`}
      waiting="Envoi en cours"
      act="Envoyer au porteur"
    />
  );
}

export interface SettleFormProps {
  number: string;
  seen: string;
  /** Whether a message of the carrier waits: else the form says nothing but what it just did. */
  waits: boolean;
}

/** Says that what the carrier wrote asks for no answer. */
export function SettleForm({ number, seen, waits }: SettleFormProps) {
  return (
    <ActionForm action={settleMessagesAction} hidden={{ number, seen }} requiredSentence={false}>
      {waits && (
        <SubmitButton waiting="Enregistrement en cours" priority="tertiary" small>
          Aucune réponse à donner
        </SubmitButton>
      )}
    </ActionForm>
  );
}

/** What those who examine a dossier keep for themselves. */
export function NoteForm({ number, formKey }: Identified) {
  return (
    <BodyForm
      action={writeNoteAction}
      hidden={{ number, key: formKey }}
      id="noter"
      before="enregistrer la note"
      label="Note interne"
      hint={`Elle ne se modifie ni ne se retire\u00A0: une autre note la corrige. ${limit(MESSAGE_LENGTH)} au plus.`}
      waiting="Enregistrement en cours"
      act="Enregistrer la note interne"
    />
  );
}

interface BodyFormProps extends Pick<ComponentProps<typeof ActionForm>, "action" | "hidden"> {
  id: string;
  before: string;
  label: string;
  hint: string;
  waiting: string;
  /** What the button says it does. */
  act: string;
}

/** One text and one button. */
function BodyForm({ label, hint, waiting, act, ...form }: BodyFormProps) {
  return (
    <ActionForm {...form} requiredSentence={false}>
      {(field) => (
        <>
          <TextareaField
            {...field("body")}
            label={label}
            hint={hint}
            rows={5}
            maxLength={MESSAGE_LENGTH}
          />
          <SubmitButton waiting={waiting}>{act}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
