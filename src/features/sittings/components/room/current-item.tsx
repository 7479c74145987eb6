"use client";

import type { ReactNode } from "react";
import { heardInSitting } from "@/domain/sitting/heard";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { StatusBadge } from "@/ui/status-badge";
import { closeInRoom, finish, hearInRoom, remind } from "../../room-actions";
import type { CurrentItem, RoomState } from "../../room-state";
import { Deliberation } from "./deliberation";
import { RoomButton } from "./room-form";
import { Scores } from "./scores";
import { Turn } from "./turn";
import { Votes } from "./votes";

/** The dossier under examination, for whoever takes part in it. */
export function Examined(props: {
  state: RoomState;
  item: CurrentItem;
  agentId: string;
  now: Date;
  say: (sentences: readonly string[]) => void;
  /** The form by which a decision is proposed here, made by the server for this dossier. */
  proposal: ReactNode;
}) {
  const { state, item, agentId, now, say, proposal } = props;
  const { session, me, quorum, vote } = state;
  const { number } = item;
  return (
    <>
      <Head item={item} sheet={me.capacity === "juror"} />
      <Turn
        session={session.id}
        number={number}
        endsAt={item.turnEndsAt}
        now={now}
        keeps={me.keeps}
        say={say}
      />
      <Acts session={session.id} item={item} keeps={me.keeps} chairs={me.chairs} />
      <Votes
        session={session.id}
        number={number}
        open={vote}
        closed={item.votes}
        chairs={me.chairs}
        quorumReached={quorum?.reached ?? false}
      />
      {item.scores && (
        <Scores session={session.id} number={number} scores={item.scores} keeps={me.keeps} />
      )}
      <Deliberation
        key={number}
        session={session.id}
        number={number}
        agentId={agentId}
        deliberation={item.deliberation}
        keeps={me.keeps}
      />
      <Decision item={item} proposal={proposal} />
      {item.questions.length > 0 && <Written questions={item.questions} />}
    </>
  );
}

function Head({ item, sheet }: { item: CurrentItem; sheet: boolean }) {
  const { number, title, carrier, status, hearing, recused, abstained, own } = item;
  return (
    <>
      <h2 className="fr-h4 fr-mb-1w">{title}</h2>
      <p className="fr-mb-1w">
        Dossier {number}. Porteur{"\u00A0"}: {carrier}.{" "}
        <StatusBadge label={status.label} severity={status.severity ?? undefined} />
      </p>
      <p>
        <AppLink
          href={sheet && own ? routes.sheet(number) : routes.instructionDossier(number)}
          target="_blank"
        >
          {sheet && own ? "Ouvrir le dossier et ma fiche" : "Ouvrir le dossier"} (nouvel onglet)
        </AppLink>
        {hearing.expected && (
          <>
            <br />
            {hearing.heardAt
              ? `Le porteur a été entendu ${heardInSitting(new Date(hearing.heardAt))}.`
              : "Le porteur n’a pas encore été entendu."}
          </>
        )}
        {recused.length > 0 && (
          <>
            <br />
            Déports{"\u00A0"}: {recused.join(", ")}.
          </>
        )}
        {abstained.length > 0 && (
          <>
            <br />
            Abstentions{"\u00A0"}: {abstained.join(", ")}.
          </>
        )}
      </p>
    </>
  );
}

/** What may be done with the dossier now, by whoever keeps or closes. */
function Acts(props: { session: string; item: CurrentItem; keeps: boolean; chairs: boolean }) {
  const { session, item, keeps } = props;
  const { number, sheets, mayHear, mayClose } = item;
  const hidden = { session, number };
  return (
    <>
      {sheets && <p className="fr-mb-1w">{sheets.sentence}</p>}
      <div className="guichet-acts fr-mb-4w">
        {mayHear && (
          <RoomButton action={hearInRoom} hidden={hidden}>
            Enregistrer l’audition
          </RoomButton>
        )}
        {keeps && sheets && !sheets.ready && (
          <RoomButton action={remind} hidden={hidden} priority="tertiary" waiting="Envoi en cours">
            Relancer les jurés
          </RoomButton>
        )}
        {mayClose && (
          <RoomButton action={closeInRoom} hidden={hidden} waiting="Clôture en cours">
            Clore la notation
          </RoomButton>
        )}
        {keeps && (
          <>
            <RoomButton action={finish} hidden={{ ...hidden, as: "done" }}>
              Terminer l’examen
            </RoomButton>
            <RoomButton action={finish} hidden={{ ...hidden, as: "adjourned" }} priority="tertiary">
              Ajourner ce dossier
            </RoomButton>
          </>
        )}
      </div>
    </>
  );
}

function Decision({ item, proposal }: { item: CurrentItem; proposal: ReactNode }) {
  const { decision, mayPropose, number } = item;
  if (!decision && !mayPropose) return null;
  return (
    <section aria-labelledby="decision-proposee" className="fr-mb-4w">
      <h3 className="fr-h5" id="decision-proposee">
        Décision
      </h3>
      {decision ? (
        <p>
          Proposée en séance par {decision.by}
          {"\u00A0"}: <strong>{decision.label.toLowerCase()}</strong>
          {decision.amount && `, ${decision.amount}`}. Une autre personne la confirme.
        </p>
      ) : (
        (proposal ?? (
          <p>
            <AppLink href={routes.proposal(number)}>Proposer la décision</AppLink>
          </p>
        ))
      )}
    </section>
  );
}

function Written({ questions }: { questions: CurrentItem["questions"] }) {
  return (
    <section aria-labelledby="questions-ecrites" className="fr-mb-4w">
      <h3 className="fr-h5" id="questions-ecrites">
        Questions écrites
      </h3>
      <ol>
        {questions.map(({ body, answer }) => (
          <li key={body}>
            <p className="guichet-typed fr-mb-1v">
              <strong>{body}</strong>
            </p>
            <p className="guichet-typed">{answer || "Sans réponse du porteur."}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
