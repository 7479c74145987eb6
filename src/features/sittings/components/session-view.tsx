import { parisDay } from "@/domain/calendar";
import { CONVOCATION_DAYS } from "@/domain/sitting/calendar";
import type { ReadinessPlace, ReadinessPoint } from "@/domain/sitting/readiness";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DayTime, InstantTime } from "@/ui/date-time";
import { Message } from "@/ui/message";
import { StatusBadge } from "@/ui/status-badge";
import type { AddableDossier } from "../queries/addable";
import type { SeenItem, SessionPage } from "../queries/session";
import { SESSION_STATUS } from "../session-words";
import { Agenda } from "./agenda";
import { CloseSessionForm } from "./close-forms";
import { AddItemForm, AnswerForm } from "./preparation-forms";

/** A session before, during and after its sitting: when and where, what is left to prepare, the order of passage. */
export function SessionView(props: { session: SessionPage; addable: readonly AddableDossier[] }) {
  const { session, addable } = props;
  const { id, me, endedAt } = session;
  return (
    <>
      <Lead session={session} />
      {me.membership && !endedAt && <Convocation session={session} />}
      {session.readiness && <Readiness session={session} points={session.readiness} />}
      <Scoring session={session} />
      <Agenda session={session} />
      {addable.length > 0 && <Addable session={id} dossiers={addable} />}
      <p>
        <a href={routes.sessionPack(id)} className="fr-link" download>
          Télécharger le dossier de séance (ZIP)
        </a>
        <br />
        <span className="fr-hint-text">
          Ordre du jour, dossiers déposés, pièces jointes analysées et fiche de notation vierge,
          pour les dossiers auxquels vous prenez part.
        </span>
      </p>
    </>
  );
}

function Lead({ session }: { session: SessionPage }) {
  const { id, heldOn, startsAt, place, themeCode, status, me, openedAt, endedAt } = session;
  return (
    <>
      <p className="fr-text--lead">
        Le <DayTime day={parisDay(heldOn)} format="weekday" />
        {startsAt && (
          <>
            {" "}
            à <InstantTime instant={startsAt} format="time" />
          </>
        )}
        {place && `, ${place}`}. {themeCode}. <StatusBadge {...SESSION_STATUS[status]} />
      </p>
      {me.enters && openedAt && (
        <p>
          <AppLink className="fr-btn" href={endedAt ? routes.minutes(id) : routes.room(id)}>
            {endedAt ? "Lire le procès-verbal" : "Entrer dans la salle"}
          </AppLink>
        </p>
      )}
    </>
  );
}

function Convocation({ session }: { session: SessionPage }) {
  const { membership } = session.me;
  if (!membership?.convened) return null;
  return (
    <section aria-labelledby="convocation" className="fr-mb-4w">
      <h2 className="fr-h5" id="convocation">
        Votre convocation
      </h2>
      <AnswerForm session={session.id} given={membership.answer} />
    </section>
  );
}

const PLACES: Record<Exclude<ReadinessPlace, "agenda">, (id: string) => string> = {
  settings: routes.sessionSettings,
  members: routes.sessionMembers,
  convocation: routes.sessionConvocation,
};

const STATES: Record<ReadinessPoint["state"], { label: string; severity?: "info" | "success" }> = {
  done: { label: "Fait", severity: "success" },
  "to-do": { label: "À faire" },
  waiting: { label: "En attente", severity: "info" },
};

function Readiness({
  session,
  points,
}: {
  session: SessionPage;
  points: readonly ReadinessPoint[];
}) {
  const ready = points.every(({ state }) => state !== "to-do");
  return (
    <section aria-labelledby="preparation" className="fr-mb-4w">
      <h2 className="fr-h5" id="preparation">
        {ready ? "La séance est prête" : "Ce qu’il reste à préparer"}
      </h2>
      <ul className="guichet-readiness">
        {points.map(({ key, state, sentence, place }) => (
          <li key={key}>
            <StatusBadge small {...STATES[state]} />{" "}
            {state === "done" || place === "agenda" ? (
              sentence
            ) : (
              <AppLink href={PLACES[place](session.id)}>{sentence}</AppLink>
            )}
          </li>
        ))}
      </ul>
      <p className="fr-hint-text">
        La convocation part au moins {CONVOCATION_DAYS} jours avant la séance, sauf urgence (lecture
        retenue{"\u00A0"}: code des relations entre le public et l’administration, R. 133-8).
      </p>
      {ready && (
        <p>
          <AppLink className="fr-btn" href={routes.room(session.id)}>
            Aller à la salle de séance
          </AppLink>
        </p>
      )}
    </section>
  );
}

/** The close of the scoring of the whole session, for those who close it. */
function Scoring({ session }: { session: SessionPage }) {
  const seen = session.items.filter((item): item is SeenItem => item.kind === "seen");
  const told = seen.flatMap(({ readiness }) => (readiness ? [readiness] : []));
  if (told.length === 0 || session.status === "closed" || session.endedAt) return null;
  const missing = told.some(({ ready }) => !ready);
  return (
    <>
      <Message
        severity={missing ? "info" : "success"}
        title={
          missing ? "Information : il manque des fiches" : "Succès : toutes les fiches sont remises"
        }
      >
        La clôture est définitive{"\u00A0"}: plus aucune fiche n’est remise ensuite, et les notes
        deviennent lisibles.
      </Message>
      {session.mayClose && !missing && <CloseSessionForm session={session.id} />}
    </>
  );
}

function Addable({ session, dossiers }: { session: string; dossiers: readonly AddableDossier[] }) {
  return (
    <section aria-labelledby="a-inscrire" className="fr-mb-4w">
      <h2 className="fr-h5" id="a-inscrire">
        Dossiers à inscrire
      </h2>
      <p>Ils attendent un jury de cette ouverture et ne sont à l’ordre du jour d’aucune séance.</p>
      <ul>
        {dossiers.map(({ number, title }) => (
          <li key={number}>
            {number} – {title}
            <AddItemForm session={session} number={number} />
          </li>
        ))}
      </ul>
    </section>
  );
}
