import { formatDay, formatTime, parisDay } from "@/domain/calendar";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DayTime } from "@/ui/date-time";
import type { NextSitting, SittingsAhead } from "../queries/next-sitting";

/** What a member of a jury meets first: the next sitting, what it asks of them, the minutes that wait for them. */
export function SittingsAheadView({ ahead }: { ahead: SittingsAhead }) {
  const { next, toSign } = ahead;
  if (!next && toSign.length === 0) return null;
  return (
    <section aria-labelledby="prochaine-seance" className="fr-callout">
      <h2 className="fr-callout__title" id="prochaine-seance">
        {next ? nameOf(next) : "Procès-verbaux à signer"}
      </h2>
      {next && <Next {...next} />}
      {toSign.length > 0 && (
        <ul className="fr-mb-0">
          {toSign.map(({ id, label, heldOn }) => (
            <li key={id}>
              <AppLink href={routes.minutes(id)}>
                Signer le procès-verbal{"\u00A0"}: {label}, {formatDay(parisDay(heldOn))}
              </AppLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const nameOf = ({ session }: NextSitting) =>
  session.status === "open" ? "Une séance est ouverte" : "Prochaine séance";

function Next({ session, enters, answerAwaited, toPrepare }: NextSitting) {
  const { id, label, heldOn, startsAt, place, status } = session;
  return (
    <>
      <p className="fr-callout__text fr-mb-2w">
        {label}, <DayTime day={parisDay(heldOn)} format="weekday" />
        {startsAt && ` à ${formatTime(startsAt)} (heure de Paris)`}
        {place && `, ${place}`}.{sentenceOf(answerAwaited, toPrepare)}
      </p>
      <p className="fr-mb-1w">
        <AppLink href={routes.session(id)}>
          {answerAwaited ? "Répondre à la convocation" : "Voir la séance et ses dossiers"}
        </AppLink>
      </p>
      {enters && status === "open" && (
        <p className="fr-mb-1w">
          <AppLink href={routes.room(id)}>Entrer dans la salle</AppLink>
        </p>
      )}
    </>
  );
}

function sentenceOf(answerAwaited: boolean, toPrepare: number | null): string {
  if (answerAwaited) return " Dites si vous venez.";
  if (toPrepare === null) return "";
  if (toPrepare === 0) return " Tout est prêt.";
  return ` Il reste ${toPrepare} point${toPrepare > 1 ? "s" : ""} à préparer.`;
}
