"use client";

import type { Day } from "@/domain/calendar";
import { ActionForm } from "@/ui/action-form";
import { CheckboxField } from "@/ui/checkbox-field";
import { RadioField } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { TextareaField } from "@/ui/textarea-field";
import { accept, decline, declineAtLink, give, request, revoke } from "../actions";

/** Asks an expert's opinion. */
export function RequestForm({ number, earliest }: { number: string; earliest: Day }) {
  return (
    <ActionForm action={request} hidden={{ number }} before="envoyer la demande">
      {(field) => (
        <>
          <TextareaField
            {...field("question")}
            label="Question"
            hint="Une question à la fois, à laquelle le dossier déposé permet de répondre."
            rows={4}
            maxLength={2000}
          />
          <TextField
            {...field("address")}
            label="Adresse de l’expert"
            hint="Son adresse professionnelle, ou @ suivi d’un domaine, par exemple @ign.fr, si l’organisation choisit elle-même. Pour un domaine, vous transmettez le lien."
            native={{ inputMode: "email", autoComplete: "off", maxLength: 254 }}
          />
          <TextField
            {...field("dueOn")}
            label="Attendu pour le"
            hint="Un rappel part trois jours avant, un autre le lendemain."
            native={{ type: "date", min: earliest }}
          />
          <RadioField
            {...field("readers")}
            label="Qui lira cet avis"
            options={[
              {
                value: "instruction",
                label: "L’instruction seulement",
                hint: "Ceux qui instruisent et décident.",
              },
              {
                value: "jury",
                label: "L’instruction et le jury",
                hint: "Aussi les jurés à qui le dossier est confié, pendant qu’ils notent.",
              },
            ]}
          />
          <SubmitButton waiting="Envoi en cours">Demander l’avis</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Takes a request back, with its reason. */
export function RevokeForm({ number, opinion }: { number: string; opinion: string }) {
  return (
    <ActionForm
      action={revoke}
      hidden={{ number, opinion }}
      before="retirer la demande"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("reason")}
            label="Pourquoi vous retirez cette demande"
            hint="Gardé au journal du dossier. L’expert ne le lit pas."
            rows={3}
            maxLength={1000}
          />
          <SubmitButton waiting="Enregistrement en cours" priority="secondary">
            Retirer la demande
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Accepts the request of a link. */
export function AcceptForm({ token }: { token: string }) {
  return (
    <ActionForm action={accept} hidden={{ token }} before="accepter" requiredSentence={false}>
      {(field) => {
        const { name, error } = field("independent");
        return (
          <>
            <CheckboxField
              name={name}
              error={error}
              label="Je n’ai de lien d’intérêts ni avec le porteur, ni avec l’équipe du projet, ni avec ses prestataires"
            />
            <SubmitButton waiting="Un instant">Accepter et lire le dossier</SubmitButton>
          </>
        );
      }}
    </ActionForm>
  );
}

/** Declines, at the link or once accepted, with a reason. */
export function DeclineForm(props: { token: string } | { opinion: string }) {
  return (
    <ActionForm
      action={"token" in props ? declineAtLink : decline}
      hidden={{ ...props }}
      before="décliner"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("reason")}
            label="Pourquoi vous déclinez"
            hint="Lu par ceux qui instruisent le dossier."
            rows={3}
            maxLength={1000}
          />
          <SubmitButton waiting="Enregistrement en cours" priority="secondary">
            Décliner
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Hands in the opinion that was just read again. */
export function GiveForm({ opinion, revision }: { opinion: string; revision: number }) {
  return (
    <ActionForm
      action={give}
      hidden={{ opinion, revision }}
      before="remettre l’avis"
      requiredSentence={false}
    >
      <SubmitButton waiting="Remise en cours">Remettre mon avis</SubmitButton>
    </ActionForm>
  );
}
