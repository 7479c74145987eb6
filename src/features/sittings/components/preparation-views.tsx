import { type Day, formatTime, parisDay } from "@/domain/calendar";
import {
  CAPACITY_WORDS,
  hasVoice,
  proposedQuorum,
  QUORUM_READING,
  QUORUM_SOURCE,
} from "@/domain/sitting/quorum";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import { ReadingNote } from "@/ui/reading-note";
import type { Candidates } from "../queries/candidates";
import type { SeenItem, SessionMemberLine, SessionPage } from "../queries/session";
import { ANSWER_WORDS } from "../session-words";
import { ComposeForm, ConveneForm, OfferSlotsForm, SettingsForm } from "./preparation-forms";

const dayOf = (date: Date) => parisDay(date);

/** When, where and how the sitting is held, before it opens. */
export function SettingsView({ session, today }: { session: SessionPage; today: Day }) {
  const { id, heldOn, startsAt, place, quorum, slotMinutes, members, convenedAt } = session;
  return (
    <>
      {convenedAt && (
        <Message severity="warning" title="Attention : les membres sont convoqués">
          Un autre jour, une autre heure ou un autre lieu annule les convocations et les réponses
          {"\u00A0"}: il faudra convoquer à nouveau, et proposer de nouveaux créneaux aux porteurs.
        </Message>
      )}
      <SettingsForm
        session={id}
        heldOn={dayOf(heldOn)}
        today={today}
        time={startsAt ? clockOf(startsAt) : ""}
        place={place}
        quorum={quorum}
        proposedQuorum={proposedQuorum(members.filter(hasVoice).length)}
        slotMinutes={slotMinutes}
      />
      <ReadingNote source={QUORUM_SOURCE}>{QUORUM_READING}</ReadingNote>
    </>
  );
}

/** `14:00`, as a time field wants it. */
function clockOf(instant: Date): string {
  const [hour = "0", minute = "00"] = formatTime(instant).split("\u00A0h\u00A0");
  return `${hour.padStart(2, "0")}:${minute}`;
}

const MEMBER_COLUMNS: readonly Column<SessionMemberLine>[] = [
  { key: "name", header: "Personne", rowHeader: true, cell: ({ name }) => name },
  { key: "organisation", header: "Organisation", cell: ({ organisation }) => organisation },
  { key: "capacity", header: "Qualité", cell: ({ capacity }) => CAPACITY_WORDS[capacity] },
  {
    key: "convened",
    header: "Convocation",
    cell: ({ convenedAt }) =>
      convenedAt ? (
        <>
          Envoyée le <InstantTime instant={convenedAt} format="short" />
        </>
      ) : (
        "À envoyer"
      ),
  },
  {
    key: "answer",
    header: "Réponse",
    cell: ({ convenedAt, answer }) => (convenedAt ? ANSWER_WORDS[answer] : "Sans objet"),
  },
];

/** Who sits, whether they come, and for those who compose the jury, the choice. */
export function MembersView(props: { session: SessionPage; candidates: Candidates | null }) {
  const { session, candidates } = props;
  return (
    <>
      {session.members.length === 0 ? (
        <EmptyState>Le jury de cette séance n’est pas encore composé.</EmptyState>
      ) : (
        <DataTable
          id="membres"
          caption="Membres de la séance"
          columns={MEMBER_COLUMNS}
          rows={session.members}
          rowKey={({ name, capacity }) => `${name} ${capacity}`}
        />
      )}
      {candidates && !session.endedAt && (
        <section aria-labelledby="composer">
          <h2 className="fr-h5" id="composer">
            {session.members.length === 0 ? "Composer le jury" : "Changer la composition"}
          </h2>
          <p>
            Un juré déporté d’un dossier siège pour les autres{"\u00A0"}: à la place de ce dossier,
            il ne lit que «{"\u00A0"}Déport{"\u00A0"}».
          </p>
          <ComposeForm session={session.id} candidates={candidates} />
        </section>
      )}
    </>
  );
}

/** What leaves when the members are convened and the slots offered, before it does. */
export function ConvocationView({ session }: { session: SessionPage }) {
  const { id, members, items, startsAt, place } = session;
  const left = members.filter(({ convenedAt }) => convenedAt === null);
  const slots = items.filter(
    (item): item is SeenItem => item.kind === "seen" && item.offer !== null && !item.offer.offered,
  );
  return (
    <>
      <p>
        {startsAt && place ? (
          <>
            Séance du <InstantTime instant={startsAt} />, {place}.
          </>
        ) : (
          "L’heure et le lieu de la séance ne sont pas encore fixés."
        )}
      </p>
      <section aria-labelledby="membres-a-convoquer" className="fr-mb-6w">
        <h2 className="fr-h5" id="membres-a-convoquer">
          Les membres
        </h2>
        {left.length === 0 ? (
          <EmptyState>
            {members.length === 0
              ? "Le jury n’est pas composé\u00A0: personne n’est à convoquer."
              : "Toutes les personnes sont convoquées."}
          </EmptyState>
        ) : (
          <>
            <p>
              Chacun reçoit un courriel avec un rendez-vous pour son agenda. Il ne nomme aucun
              dossier.
            </p>
            <ul>
              {left.map(({ name, capacity }) => (
                <li key={name}>
                  {name}, {CAPACITY_WORDS[capacity].toLowerCase()}
                </li>
              ))}
            </ul>
            <ConveneForm session={id} count={left.length} />
          </>
        )}
      </section>
      <section aria-labelledby="porteurs-a-prevenir">
        <h2 className="fr-h5" id="porteurs-a-prevenir">
          Les porteurs à entendre
        </h2>
        {slots.length === 0 ? (
          <EmptyState>Aucun créneau d’audition n’est à proposer.</EmptyState>
        ) : (
          <>
            <p>
              L’équipe de chaque dossier reçoit son créneau par courriel, et répond sur sa page «
              {"\u00A0"}Audition{"\u00A0"}».
            </p>
            <ul>
              {slots.map(({ number, carrier, slotAt }) => (
                <li key={number}>
                  {slotAt ? <InstantTime instant={slotAt} format="time" /> : "Heure à fixer"}
                  {"\u00A0"}: dossier {number}, {carrier}
                </li>
              ))}
            </ul>
            <OfferSlotsForm session={id} count={slots.length} />
          </>
        )}
      </section>
    </>
  );
}
