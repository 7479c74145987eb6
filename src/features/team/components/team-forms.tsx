"use client";

import { accessLabel, accessSentence, INVITED_ACCESSES } from "@/domain/dossier/team";
import { ActionForm } from "@/ui/action-form";
import { RadioField } from "@/ui/radio-field";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { TextareaField } from "@/ui/textarea-field";
import { addCommentAction, changeAccessAction, inviteAction } from "../actions";
import { COMMENT_LENGTH } from "../schemas";

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** The accesses one gives; `file` only where the person may commit the carrier. */
const accessOptions = (mayCommit: boolean) =>
  INVITED_ACCESSES.filter((access) => mayCommit || access !== "file").map((value) => ({
    value,
    label: accessLabel(value),
    hint: capital(accessSentence(value)),
  }));

/** Invites somebody by their address. */
export function InviteForm({ number, carrier }: { number: string; carrier: string }) {
  return (
    <ActionForm
      action={inviteAction}
      hidden={{ number }}
      before="envoyer l’invitation"
      requiredSentence={false}
      id="inviter"
    >
      {(field) => (
        <>
          <TextField
            {...field("email")}
            label="Adresse de messagerie"
            hint="La personne reçoit un lien valable 14 jours, qui sert une fois. Elle peut être d’une autre organisation que la vôtre."
            native={{ type: "email", autoComplete: "off" }}
          />
          <RadioField
            {...field("access", "write")}
            label="Ce que la personne pourra faire"
            hint={`Seul un agent de «\u00A0${carrier}\u00A0» peut déposer.`}
            options={accessOptions(true)}
          />
          <SubmitButton waiting="Envoi en cours">Envoyer l’invitation</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

export interface AccessFormProps {
  number: string;
  agentId: string;
  access: string;
  mayCommit: boolean;
}

/** Changes what a member may do. */
export function AccessForm({ number, agentId, access, mayCommit }: AccessFormProps) {
  return (
    <ActionForm
      action={changeAccessAction}
      hidden={{ number, agentId }}
      before="changer l’accès"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <RadioField
            {...field("access", access)}
            label="Ce que la personne peut faire"
            options={accessOptions(mayCommit)}
          />
          <SubmitButton waiting="Changement en cours">Changer l’accès</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

export interface CommentFormProps {
  number: string;
  places: readonly { value: string; label: string }[];
  /** The question already chosen. */
  field: string | null;
}

/** Says something to the team. */
export function CommentForm({ number, places, field: chosen }: CommentFormProps) {
  return (
    <ActionForm
      action={addCommentAction}
      hidden={{ number }}
      before="publier le commentaire"
      requiredSentence={false}
      id="commenter"
    >
      {(field) => (
        <>
          <SelectField
            {...field("field", chosen ?? "")}
            label="Sur quoi porte le commentaire"
            options={places}
            emptyLabel="L’ensemble du dossier"
          />
          <TextareaField
            {...field("body")}
            label="Commentaire"
            hint="L’équipe du dossier est seule à le lire. Il n’est jamais transmis avec le dossier."
            rows={4}
            maxLength={COMMENT_LENGTH}
          />
          <SubmitButton waiting="Publication en cours">Publier le commentaire</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
