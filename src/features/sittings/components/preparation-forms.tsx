"use client";

import { type Day, formatDay } from "@/domain/calendar";
import { ActionForm } from "@/ui/action-form";
import { CheckboxGroupField } from "@/ui/checkbox-field";
import { RadioField } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { TextareaField } from "@/ui/textarea-field";
import {
  add,
  answer,
  ask,
  compose,
  conveneMembers,
  create,
  move,
  offer,
  remove,
  set,
} from "../preparation-actions";
import type { Candidate, Candidates } from "../queries/candidates";

/** Opens the sitting proposed, on its day or another. */
export function CreateSessionForm(props: {
  call: string;
  round: string;
  day: Day;
  today: Day;
  label: string;
}) {
  const { call, round, day, today, label } = props;
  return (
    <ActionForm
      action={create}
      hidden={{ call, round }}
      before="ouvrir la séance"
      requiredSentence={false}
      scope={`${call}-${round}`}
    >
      {(field) => (
        <>
          <TextField
            {...field("heldOn", day)}
            label={
              <>
                Jour de la séance<span className="fr-sr-only"> ({label})</span>
              </>
            }
            hint={`Proposé\u00A0: ${formatDay(day)}.`}
            native={{ type: "date", min: today }}
          />
          <SubmitButton waiting="Ouverture en cours" priority="secondary">
            Ouvrir la séance
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** When, where and how the sitting is held. */
export function SettingsForm(props: {
  session: string;
  heldOn: Day;
  today: Day;
  time: string;
  place: string;
  quorum: number;
  /** Half of the voices of the members. */
  proposedQuorum: number;
  slotMinutes: number;
}) {
  const { session, heldOn, today, time, place, quorum, proposedQuorum, slotMinutes } = props;
  return (
    <ActionForm action={set} hidden={{ session }} before="enregistrer">
      {(field) => (
        <>
          <TextField
            {...field("heldOn", heldOn)}
            label="Jour de la séance"
            native={{ type: "date", min: today }}
          />
          <TextField
            {...field("time", time)}
            label="Heure de début (heure de Paris)"
            hint={"Exemple\u00A0: 14:00."}
            native={{ type: "time" }}
          />
          <TextField
            {...field("place", place)}
            label="Lieu"
            hint="Salle et adresse, ou lien de la visioconférence. Les membres et les porteurs le liront."
            native={{ maxLength: 300 }}
          />
          <TextField
            {...field("quorum", String(quorum))}
            label="Quorum"
            hint={`Nombre de membres avec une voix qui doivent être présents. Proposé\u00A0: ${proposedQuorum}, la moitié des voix.`}
            native={{ inputMode: "numeric", maxLength: 2 }}
          />
          <TextField
            {...field("slotMinutes", String(slotMinutes))}
            label="Durée d’un passage, en minutes"
            hint="Les créneaux se suivent à partir de l’heure de début."
            native={{ inputMode: "numeric", maxLength: 3 }}
          />
          <SubmitButton waiting="Enregistrement en cours">Enregistrer les réglages</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

const optionOf = ({ agentId, name, organisation, entrusted }: Candidate) => ({
  value: agentId,
  label: name,
  hint: entrusted ? `${organisation}. Un dossier de la séance lui est confié.` : organisation,
});

/** Who sits, and as what. Jurors entrusted with a dossier of the agenda are ticked as long as nobody is chosen. */
export function ComposeForm({ session, candidates }: { session: string; candidates: Candidates }) {
  const none = !Object.values(candidates)
    .flat()
    .some(({ member }) => member);
  const chosen = (list: readonly Candidate[]) =>
    list.flatMap(({ agentId, member, entrusted }) =>
      member || (none && entrusted) ? [agentId] : [],
    );
  return (
    <ActionForm
      action={compose}
      hidden={{ session }}
      before="composer le jury"
      requiredSentence={false}
    >
      {(field) => {
        const boxes = (name: string, list: readonly Candidate[]) => {
          const { defaultValues, ...rest } = field.many(name);
          const typed = defaultValues.length > 0 ? defaultValues : chosen(list);
          return { ...rest, defaultValues: typed, options: list.map(optionOf) };
        };
        return (
          <>
            <CheckboxGroupField
              {...boxes("jurors", candidates.juror)}
              label="Membres du jury"
              hint="Chacun a une voix sur les dossiers qui lui sont confiés."
            />
            <CheckboxGroupField
              {...boxes("chairs", candidates.chair)}
              label="Présidence"
              hint="Ouvre et clôt les votes, et a une voix. Signe le procès-verbal."
            />
            <CheckboxGroupField
              {...boxes("secretaries", candidates.secretary)}
              label="Secrétariat"
              hint="Tient la séance, sans voix. Signe le procès-verbal."
            />
            <SubmitButton waiting="Enregistrement en cours">
              Enregistrer la composition
            </SubmitButton>
          </>
        );
      }}
    </ActionForm>
  );
}

/** Sends the convocations that wait. */
export function ConveneForm({ session, count }: { session: string; count: number }) {
  return (
    <ActionForm
      action={conveneMembers}
      hidden={{ session }}
      before="convoquer"
      requiredSentence={false}
    >
      <SubmitButton waiting="Envoi en cours">
        {`Convoquer ${count} personne${count > 1 ? "s" : ""}`}
      </SubmitButton>
    </ActionForm>
  );
}

/** Offers their slot to the carriers who have none, or whose slot changed. */
export function OfferSlotsForm({ session, count }: { session: string; count: number }) {
  return (
    <ActionForm action={offer} hidden={{ session }} before="proposer" requiredSentence={false}>
      <SubmitButton waiting="Envoi en cours" priority="secondary">
        {count > 1 ? `Proposer ${count} créneaux aux porteurs` : "Proposer le créneau au porteur"}
      </SubmitButton>
    </ActionForm>
  );
}

/** One dossier a place up or down. */
export function MoveForm(props: { session: string; number: string; direction: "up" | "down" }) {
  const { session, number, direction } = props;
  const word = direction === "up" ? "Monter" : "Descendre";
  return (
    <ActionForm action={move} hidden={{ session, number, direction }} requiredSentence={false}>
      <SubmitButton
        waiting="En cours"
        priority="tertiary"
        small
        ariaLabel={`${word} le dossier ${number} dans l’ordre de passage`}
      >
        {word}
      </SubmitButton>
    </ActionForm>
  );
}

/** Puts a dossier left out on the agenda. */
export function AddItemForm({ session, number }: { session: string; number: string }) {
  return (
    <ActionForm action={add} hidden={{ session, number }} requiredSentence={false}>
      <SubmitButton
        waiting="Inscription en cours"
        priority="secondary"
        small
        ariaLabel={`Inscrire le dossier ${number} à l’ordre du jour`}
      >
        Inscrire à l’ordre du jour
      </SubmitButton>
    </ActionForm>
  );
}

/** Takes a dossier off the agenda, with the reason. */
export function RemoveItemForm({ session, number }: { session: string; number: string }) {
  return (
    <ActionForm
      action={remove}
      hidden={{ session, number }}
      before="retirer le dossier de l’ordre du jour"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("reason")}
            label="Pourquoi ce dossier quitte l’ordre du jour"
            hint="Gardé au journal du dossier. Le porteur apprend que l’audition est reportée, pas la raison."
            rows={3}
            maxLength={1000}
          />
          <SubmitButton waiting="Retrait en cours" priority="secondary">
            Retirer de l’ordre du jour
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Says whether one comes. */
export function AnswerForm(props: { session: string; given: "none" | "coming" | "not-coming" }) {
  const { session, given } = props;
  return (
    <ActionForm
      action={answer}
      hidden={{ session }}
      before="répondre à la convocation"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <RadioField
            {...field("answer", given === "none" ? "" : given)}
            label="Votre présence"
            inline
            options={[
              { value: "coming", label: "Je viens" },
              { value: "not-coming", label: "Je ne viens pas" },
            ]}
          />
          <SubmitButton waiting="Enregistrement en cours" priority="secondary">
            Répondre à la convocation
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** A question to the carrier, before its turn. */
export function AskForm({ session, number }: { session: string; number: string }) {
  return (
    <ActionForm
      action={ask}
      hidden={{ session, number }}
      before="envoyer la question"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("body")}
            label="Votre question au porteur"
            hint="Le porteur et les membres du jury la liront sans votre nom. Le porteur répond par écrit avant son passage."
            rows={4}
            maxLength={2000}
          />
          <SubmitButton waiting="Envoi en cours">Envoyer la question au porteur</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
