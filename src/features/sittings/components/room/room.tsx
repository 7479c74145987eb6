"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { formatInstant, formatTime } from "@/domain/calendar";
import { routes } from "@/routes";
import { Message } from "@/ui/message";
import { announcements } from "../../announcements";
import { end, open } from "../../room-actions";
import type { RoomState } from "../../room-state";
import { Announcements, useAnnouncer } from "./announcer";
import { Examined } from "./current-item";
import { AgendaList, Attendance } from "./lists";
import { RoomButton } from "./room-form";
import { type Link, usePortalNow, useRoom } from "./use-room";
import { Votes } from "./votes";

export interface RoomProps {
  made: RoomState;
  agentId: string;
  /** The form by which a decision is proposed on the dossier under examination when the page was made. */
  proposal: { number: string; form: ReactNode } | null;
}

/** The room of a sitting: one state for all its members, each reading their own part of it. Works without script. */
export function Room({ made, agentId, proposal }: RoomProps) {
  const { state, link, mine } = useRoom(made, agentId);
  const now = usePortalNow(state.now);
  const announcer = useAnnouncer();
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    announcer.say(announcements(before.current, state));
    before.current = state;
  }, [state, announcer]);
  useProposal(state, proposal);

  const { session, me, phase, current, members, agenda } = state;
  const form =
    current?.kind === "seen" && proposal?.number === current.number ? proposal.form : null;
  return (
    <>
      <Lost link={link} />
      <Where state={state} />
      <div className="guichet-room-bar">
        {/* A plain link: it makes the page anew, with or without script. */}
        <a className="fr-btn fr-btn--tertiary fr-btn--sm" href={routes.room(session.id)}>
          Actualiser
        </a>
        <Announcements announcer={announcer} />
      </div>
      <div className="fr-grid-row fr-grid-row--gutters">
        <div className="fr-col-12 fr-col-lg-8">
          {current === null && <Between state={state} />}
          {current?.kind === "apart" && (
            <Message severity="info" title={current.word}>
              {current.sentence}
            </Message>
          )}
          {current?.kind === "seen" && (
            <Examined
              state={state}
              item={current}
              agentId={agentId}
              now={now}
              say={announcer.say}
              proposal={form}
            />
          )}
        </div>
        <div className="fr-col-12 fr-col-lg-4">
          <AgendaList session={session.id} agenda={agenda} mine={mine} />
          <Attendance
            session={session.id}
            members={members}
            records={me.keeps && phase === "open"}
            mine={mine}
          />
          {me.keeps && phase === "open" && <End state={state} />}
        </div>
      </div>
    </>
  );
}

/** The form of the decision is made by the server for one dossier: another one asks for its own. */
function useProposal(state: RoomState, proposal: RoomProps["proposal"]): void {
  const router = useRouter();
  const asked = useRef("");
  const { current } = state;
  const wanted = current?.kind === "seen" && current.mayPropose ? current.number : "";
  useEffect(() => {
    if (wanted === "" || wanted === proposal?.number || wanted === asked.current) return;
    asked.current = wanted;
    router.refresh();
  }, [wanted, proposal, router]);
}

/** What was lost, since when, and what is kept. */
function Lost({ link }: { link: Link }) {
  const sentence = {
    live: null,
    lost:
      link.kind === "lost"
        ? `Lien perdu depuis ${formatTime(link.since)}. Ce que vous écrivez est gardé sur cet appareil\u00A0; la page réessaie d’elle-même.`
        : null,
    expired:
      "Votre session a expiré, rien n’est perdu\u00A0: reconnectez-vous dans un nouvel onglet, cette page reprendra.",
    closed: "Cette salle ne vous est plus ouverte.",
  }[link.kind];
  return (
    <div role="status">
      {sentence && (
        <Message severity={link.kind === "closed" ? "info" : "warning"} small>
          {sentence}
        </Message>
      )}
    </div>
  );
}

/** Where the sitting is: what is examined, the quorum, who acts. */
function Where({ state }: { state: RoomState }) {
  const { session, phase, quorum, me } = state;
  return (
    <>
      {phase === "to-open" && (
        <p className="fr-text--lead">
          La séance n’est pas encore ouverte
          {session.startsAt &&
            `\u00A0: elle commence le ${formatInstant(new Date(session.startsAt))}`}
          {session.place && `, ${session.place}`}.
        </p>
      )}
      {phase === "ended" && session.endedAt && (
        <p className="fr-text--lead">
          La séance est levée depuis le {formatInstant(new Date(session.endedAt))}.{" "}
          <a href={routes.minutes(session.id)}>Lire le procès-verbal</a>
        </p>
      )}
      {quorum &&
        (quorum.reached ? (
          <p className="fr-text--lead">{quorum.sentence}</p>
        ) : (
          <Message severity="warning" title="Attention : sans quorum">
            {quorum.sentence}
          </Message>
        ))}
      {phase === "open" && me.capacity !== null && !me.present && (
        <p>Vous n’êtes pas noté présent{"\u00A0"}: le secrétariat note les arrivées.</p>
      )}
    </>
  );
}

/** No dossier is examined: what comes next, and by whom. */
function Between({ state }: { state: RoomState }) {
  const { session, phase, me, obstacle, votes, vote, quorum } = state;
  const { id } = session;
  if (phase === "to-open") {
    if (!me.keeps) return <p>Le secrétariat ouvre la séance. Cette page suit d’elle-même.</p>;
    return obstacle ? (
      <p>{obstacle}</p>
    ) : (
      <RoomButton action={open} hidden={{ session: id }} priority="primary" small={false}>
        Ouvrir la séance
      </RoomButton>
    );
  }
  return (
    <>
      {phase === "open" && (
        <>
          <h2 className="fr-h4">Aucun dossier n’est en cours d’examen</h2>
          <p>
            {me.keeps
              ? "Notez les arrivées, puis appelez un dossier dans l’ordre du jour."
              : "Le secrétariat appelle le dossier suivant."}
          </p>
        </>
      )}
      <Votes
        session={id}
        number={null}
        open={vote}
        closed={votes}
        chairs={me.chairs && phase === "open"}
        quorumReached={quorum?.reached ?? false}
      />
    </>
  );
}

function End({ state }: { state: RoomState }) {
  const { session, agenda, obstacle } = state;
  const left = agenda.filter((line) => line.kind === "seen" && line.state === "waiting").length;
  return (
    <details className="guichet-details">
      <summary>Lever la séance</summary>
      <p>
        {left > 0
          ? `${left} dossier${left > 1 ? "s" : ""} à examiner ${left > 1 ? "seront ajournés" : "sera ajourné"}. `
          : "Tous les dossiers sont passés. "}
        Plus rien ne s’écrit ensuite dans la séance{"\u00A0"}: le procès-verbal s’établit sur ce qui
        s’y est passé.
      </p>
      {obstacle ? (
        <p>{obstacle}</p>
      ) : (
        <RoomButton action={end} hidden={{ session: session.id }} waiting="Clôture en cours">
          Lever la séance
        </RoomButton>
      )}
    </details>
  );
}
