"use client";

import { formatTime } from "@/domain/calendar";
import { CAPACITY_WORDS } from "@/domain/sitting/quorum";
import { of } from "@/domain/text";
import { attend, call, reorder } from "../../room-actions";
import type { AgendaLine, RoomMember } from "../../room-state";
import { ITEM_STATE_WORDS } from "../../session-words";
import { RoomButton } from "./room-form";
import { useHeld } from "./use-held";

/** « 2 changements : afficher ». */
function Waiting({ changes, show, of }: { changes: number; show: () => void; of: string }) {
  if (changes === 0) return null;
  return (
    <p>
      <button type="button" className="fr-btn fr-btn--tertiary fr-btn--sm" onClick={show}>
        {changes} changement{changes > 1 ? "s" : ""}
        {"\u00A0"}: afficher<span className="fr-sr-only"> {of}</span>
      </button>
    </p>
  );
}

/** The order of passage, with the acts of whoever keeps the sitting. It does not move under its reader. */
export function AgendaList(props: {
  session: string;
  agenda: readonly AgendaLine[];
  mine: number;
}) {
  const { session, agenda, mine } = props;
  const held = useHeld(agenda, keyOf, mine);
  return (
    <section aria-labelledby="ordre" className="fr-mb-4w">
      <h2 className="fr-h5" id="ordre">
        Ordre du jour
      </h2>
      <Waiting {...held} of="dans l’ordre du jour" />
      <ol className="guichet-agenda">
        {held.shown.map((line) => (
          <li key={line.position}>
            {line.kind === "apart" ? (
              line.word
            ) : (
              <>
                <span className="guichet-agenda__title">
                  {line.number} – {line.title}
                </span>
                <span className="fr-hint-text">
                  {line.slotAt && `${formatTime(new Date(line.slotAt))}. `}
                  {ITEM_STATE_WORDS[line.state]}. {line.status.label}.
                </span>
                {line.acts && <Acts session={session} line={line} acts={line.acts} />}
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

const keyOf = (line: AgendaLine) => (line.kind === "seen" ? line.number : `rang ${line.position}`);

function Acts(props: {
  session: string;
  line: Extract<AgendaLine, { kind: "seen" }>;
  acts: { call: boolean; up: boolean; down: boolean };
}) {
  const { session, line, acts } = props;
  const { number } = line;
  const hidden = { session, number };
  if (!acts.call && !acts.up && !acts.down) return null;
  return (
    <div className="guichet-acts">
      {acts.call && (
        <RoomButton action={call} hidden={hidden} ariaLabel={`Appeler le dossier ${number}`}>
          Appeler
        </RoomButton>
      )}
      {acts.up && (
        <RoomButton
          action={reorder}
          hidden={{ ...hidden, direction: "up" }}
          priority="tertiary"
          ariaLabel={`Monter le dossier ${number}`}
        >
          Monter
        </RoomButton>
      )}
      {acts.down && (
        <RoomButton
          action={reorder}
          hidden={{ ...hidden, direction: "down" }}
          priority="tertiary"
          ariaLabel={`Descendre le dossier ${number}`}
        >
          Descendre
        </RoomButton>
      )}
    </div>
  );
}

/** Who is in the room, and for the secretary, who comes and leaves. */
export function Attendance(props: {
  session: string;
  members: readonly RoomMember[];
  /** The attendance can be recorded: the sitting is open. */
  records: boolean;
  mine: number;
}) {
  const { session, members, records, mine } = props;
  const held = useHeld(members, ({ name, capacity }) => `${name} ${capacity}`, mine);
  const present = held.shown.filter((member) => member.present).length;
  return (
    <section aria-labelledby="presents" className="fr-mb-4w">
      <h2 className="fr-h5" id="presents">
        Présents ({present} sur {held.shown.length})
      </h2>
      <Waiting {...held} of="dans les présents" />
      <ul className="guichet-attendance">
        {held.shown.map(({ agentId, name, capacity, present: here, since }) => (
          <li key={`${name} ${capacity}`}>
            <span>
              {name}, {CAPACITY_WORDS[capacity].toLowerCase()}
              <span className="fr-hint-text">
                {here && since ? `Présent depuis ${formatTime(new Date(since))}` : "Absent"}
              </span>
            </span>
            {records && agentId && (
              <RoomButton
                action={attend}
                hidden={{ session, agent: agentId, present: here ? "non" : "oui" }}
                priority={here ? "tertiary" : "secondary"}
                ariaLabel={`${here ? "Départ" : "Arrivée"} ${of(name)}`}
              >
                {here ? "Départ" : "Arrivée"}
              </RoomButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
