import { nextDays } from "@/features/catalogue/calendar-entries";
import { daySentences } from "@/features/catalogue/calendar-words";
import type { PublicCalls } from "@/features/catalogue/public-calls";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DayTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";

/** Days announced on the home page. */
const DAYS = 3;

/** The next days on which something opens, closes or is judged. */
export function NextDays({ all }: { all: PublicCalls }) {
  const days = nextDays(all, DAYS);
  if (days.length === 0) {
    return (
      <EmptyState action={{ label: "Voir le calendrier", href: routes.calendar() }}>
        Aucune date n’est annoncée pour le moment.
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="catalogue-days">
        {days.map(({ day, entries }) => (
          <li key={day}>
            <p className="fr-text--lg fr-mb-1v">
              <strong>
                <DayTime day={day} />
              </strong>
            </p>
            {daySentences(entries).map((sentence) => (
              <p key={sentence} className="fr-mb-0">
                {sentence}
              </p>
            ))}
          </li>
        ))}
      </ul>
      <p>
        <AppLink className="fr-link" href={routes.calendar()}>
          Voir tout le calendrier
        </AppLink>
      </p>
    </>
  );
}
