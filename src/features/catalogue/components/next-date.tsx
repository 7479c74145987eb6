import { daysBetween, parisDay } from "@/domain/calendar";
import { byDay, type CalendarEntry } from "@/features/catalogue/calendar-entries";
import { daySentences } from "@/features/catalogue/calendar-words";
import { DayTime } from "@/ui/date-time";

/** The next day on which something happens, with the days left. */
export function NextDate({ entries, now }: { entries: readonly CalendarEntry[]; now: Date }) {
  const [next] = byDay(entries);
  if (!next) return <p className="fr-text--lead">Aucune date n’est annoncée pour le moment.</p>;
  const left = daysBetween(parisDay(now), next.day);
  return (
    <p className="fr-text--lead">
      Prochaine date{"\u00A0"}: <DayTime day={next.day} format="weekday" />
      {left === 0 ? ", aujourd’hui" : `, dans ${left} jour${left > 1 ? "s" : ""}`}.{" "}
      {daySentences(next.entries).join(" ; ")}.
    </p>
  );
}
