"use client";

import { formatTime } from "@/domain/calendar";
import { CHOICE_WORDS, CHOICES, resultSentence } from "@/domain/sitting/votes";
import { Message } from "@/ui/message";
import { RadioField } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { cancelVote, vote as castVote, endVote, putToVote } from "../../room-actions";
import type { ClosedVote, OpenVote } from "../../room-state";
import { RoomButton, RoomForm } from "./room-form";

const CHOICE_OPTIONS = CHOICES.map((value) => ({ value, label: CHOICE_WORDS[value] }));

/** The votes of a point: the open one, the results of the others, and for the chair, the next. */
export function Votes(props: {
  session: string;
  /** Null for a vote on no dossier. */
  number: string | null;
  open: OpenVote | null;
  closed: readonly ClosedVote[];
  chairs: boolean;
  quorumReached: boolean;
}) {
  const { session, number, open, closed, chairs, quorumReached } = props;
  if (!open && closed.length === 0 && !chairs) return null;
  return (
    <section aria-labelledby="votes" className="fr-mb-4w">
      <h3 className="fr-h5" id="votes">
        Votes
      </h3>
      {open && <Open session={session} vote={open} chairs={chairs} />}
      {closed.length > 0 && (
        <ul>
          {closed.map(({ id, question, secret, closedAt, counts }) => (
            <li key={id}>
              <strong>{question}</strong>
              {secret && " (vote secret)"}
              <br />
              {counts ? resultSentence(counts) : "Vote annulé, sans résultat."} À{" "}
              {formatTime(new Date(closedAt))}.
            </li>
          ))}
        </ul>
      )}
      {chairs && !open && (
        <NextVote session={session} number={number} quorumReached={quorumReached} />
      )}
    </section>
  );
}

function Open({ session, vote, chairs }: { session: string; vote: OpenVote; chairs: boolean }) {
  const { id, question, secret, given, voters, voted, mayVote, obstacle } = vote;
  return (
    <div className="guichet-vote">
      <p className="fr-mb-1w">
        <strong>{question}</strong>
        <br />
        {secret ? "Vote secret" : "Vote à main levée"}. {given} bulletin{given > 1 && "s"} sur{" "}
        {voters} votant{voters > 1 && "s"} dans la salle. Le résultat se lit à la clôture.
      </p>
      {voted && (
        <Message severity="success" small as="p">
          <p>Votre bulletin est compté. Il ne se change pas.</p>
        </Message>
      )}
      {mayVote && (
        <RoomForm action={castVote} hidden={{ session, vote: id }} before="voter">
          {(field) => (
            <>
              <RadioField
                {...field("choice")}
                label="Votre vote"
                {...(secret
                  ? { hint: "Le portail garde que vous avez voté, jamais ce que vous avez voté." }
                  : { hint: "Votre choix est gardé avec votre nom." })}
                options={CHOICE_OPTIONS}
                inline
              />
              <SubmitButton waiting="Vote en cours">Voter</SubmitButton>
            </>
          )}
        </RoomForm>
      )}
      {chairs && (
        <>
          {obstacle ? (
            <p>{obstacle}</p>
          ) : (
            <RoomButton
              action={endVote}
              hidden={{ session, vote: id }}
              waiting="Clôture en cours"
              small={false}
            >
              Clore le vote
            </RoomButton>
          )}
          <details className="guichet-details fr-mt-2w">
            <summary>Annuler ce vote</summary>
            <p>
              Les bulletins donnés ne comptent pas et ne seront jamais lus. Un autre vote peut
              ensuite s’ouvrir.
            </p>
            <RoomButton
              action={cancelVote}
              hidden={{ session, vote: id }}
              waiting="Annulation en cours"
            >
              Annuler le vote
            </RoomButton>
          </details>
        </>
      )}
    </div>
  );
}

function NextVote(props: { session: string; number: string | null; quorumReached: boolean }) {
  const { session, number, quorumReached } = props;
  if (!quorumReached) return <p>Sans quorum, aucun vote ne peut s’ouvrir.</p>;
  return (
    <details className="guichet-details">
      <summary>Ouvrir un vote</summary>
      <RoomForm
        action={putToVote}
        hidden={{ session, number: number ?? "" }}
        before="ouvrir le vote"
      >
        {(field) => (
          <>
            <TextareaField
              {...field(
                "question",
                number ? "Le jury propose-t-il de financer ce projet\u202F?" : "",
              )}
              label="Question mise aux voix"
              rows={2}
              maxLength={500}
            />
            <RadioField
              {...field("secret", "non")}
              label="Sorte de vote"
              options={[
                {
                  value: "non",
                  label: "À main levée",
                  hint: "Chaque choix est gardé avec son nom.",
                },
                {
                  value: "oui",
                  label: "Secret",
                  hint: "Seuls les totaux sont gardés. Il faut au moins 3 votants.",
                },
              ]}
            />
            <SubmitButton waiting="Ouverture en cours">Ouvrir le vote</SubmitButton>
          </>
        )}
      </RoomForm>
    </details>
  );
}
