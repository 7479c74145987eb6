import "@/features/catalogue/catalogue.css";
import { Fragment } from "react";
import { formatMonth, parisDay } from "@/domain/calendar";
import {
  byDay,
  type CalendarDay,
  type CalendarEntry,
  calendarEntries,
  undatedCalls,
} from "@/features/catalogue/calendar-entries";
import { groupsOf } from "@/features/catalogue/calendar-words";
import { NextDate } from "@/features/catalogue/components/next-date";
import { UndatedCalls } from "@/features/catalogue/components/undated-calls";
import type { PublicCalls } from "@/features/catalogue/public-calls";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DayTime } from "@/ui/date-time";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

/** Screen 5: when? By month, from today; then what has no day; then what is past. */
export function Calendar({ all }: { all: PublicCalls }) {
  const today = parisDay(all.now);
  const entries = calendarEntries(all);
  const coming = entries.filter(({ day }) => day >= today);
  const past = byDay(entries.filter(({ day }) => day < today)).reverse();
  return (
    <>
      <PageBreadcrumb current="Calendrier" />
      <h1>Calendrier</h1>
      <NextDate entries={coming} now={all.now} />
      <p>
        {/* A file: the router must not fetch it as a page. */}
        <a
          className="fr-link fr-link--download"
          href={routes.calendarFile()}
          download="calendrier.ics"
        >
          Télécharger le calendrier
          <span className="fr-link__detail">Fichier iCalendar (.ics)</span>
        </a>
      </p>
      {byMonth(coming).map(({ month, found }) => (
        <section key={month} aria-labelledby={`mois-${month}`} className="fr-mb-4w">
          <h2 id={`mois-${month}`}>{capitalised(formatMonth(month))}</h2>
          <DayList days={byDay(found)} />
        </section>
      ))}
      <UndatedCalls {...undatedCalls(all)} />
      {past.length > 0 && (
        <section aria-labelledby="passe" className="fr-mb-4w">
          <h2 id="passe">Dates passées</h2>
          <DayList days={past} />
        </section>
      )}
    </>
  );
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function byMonth(entries: readonly CalendarEntry[]) {
  const months = [...new Set(entries.map(({ day }) => day.slice(0, 7)))];
  return months.map((month) => ({
    month,
    found: entries.filter(({ day }) => day.startsWith(month)),
  }));
}

function DayList({ days }: { days: readonly CalendarDay[] }) {
  return (
    <dl className="guichet-definitions">
      {days.map(({ day, entries }) => (
        <div key={day}>
          <dt>
            <DayTime day={day} format="weekday" />
          </dt>
          <dd>
            <ul className="catalogue-entries">
              {groupsOf(entries).map((group) => (
                <li key={group.head}>
                  <strong>{group.head}</strong>
                  {"\u00A0"}: <CallLinks entries={group.entries} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function CallLinks({ entries }: { entries: readonly CalendarEntry[] }) {
  return entries.map(({ call, theme }, index) => (
    <Fragment key={`${theme}-${call.key}`}>
      {index > 0 && ", "}
      <AppLink href={routes.theme(theme.toLowerCase())}>{call.label}</AppLink>
    </Fragment>
  ));
}
