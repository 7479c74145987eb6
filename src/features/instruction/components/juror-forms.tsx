"use client";

import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { recuse, release } from "../actions";

/** Imposes the recusal of one juror, with its reason. */
export function RecusalForm(props: { number: string; assignment: string; name: string }) {
  const { number, assignment, name } = props;
  return (
    <ActionForm
      action={recuse}
      hidden={{ number, assignment }}
      before="déporter ce juré"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("reason")}
            label="Lien d’intérêts constaté"
            hint="Gardé au journal du dossier. Le porteur et les autres jurés ne le lisent pas."
            rows={4}
            maxLength={1000}
          />
          <SubmitButton waiting="Enregistrement en cours">{`Déporter ${name}`}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Takes the dossier back from one juror who will not score it, with the reason they read. */
export function ReleaseForm(props: { number: string; assignment: string; name: string }) {
  const { number, assignment, name } = props;
  return (
    <ActionForm
      action={release}
      hidden={{ number, assignment }}
      before="reprendre le dossier à ce juré"
      requiredSentence={false}
      scope="reprise"
    >
      {(field) => (
        <>
          <TextareaField
            {...field("reason")}
            label="Raison"
            hint="Lue par cette personne, et gardée au journal du dossier."
            rows={3}
            maxLength={1000}
          />
          <SubmitButton waiting="Enregistrement en cours" priority="secondary">
            {`Reprendre le dossier à ${name}`}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
