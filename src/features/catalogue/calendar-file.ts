import type { DateArray, EventAttributes } from "ics";
import { addDays, type Day } from "@/domain/calendar";
import { type CalendarEntry, calendarEntries } from "@/features/catalogue/calendar-entries";
import { ENTRY_KINDS, entrySentence } from "@/features/catalogue/calendar-words";
import type { PublicCalls } from "@/features/catalogue/public-calls";
import { routes } from "@/routes";
import { eventsFile } from "@/server/icalendar";

function dateOf(day: Day): DateArray {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return [year, month, date];
}

/** The same fact keeps its identity when its day moves, so that a calendar updates it instead of adding another. */
function identityOf(entry: CalendarEntry, host: string): string {
  const parts = [entry.theme, entry.call.key, entry.kind, entry.month].filter(Boolean);
  return `${parts.join("-").toLowerCase()}@${host}`;
}

function eventOf(entry: CalendarEntry, origin: string): EventAttributes {
  return {
    uid: identityOf(entry, new URL(origin).hostname),
    title: `${entry.theme}\u00A0: ${ENTRY_KINDS[entry.kind].toLowerCase()}`,
    description: `${entrySentence(entry)}.`,
    url: origin + routes.theme(entry.theme.toLowerCase()),
    // All-day events: the end is the first day after (RFC 5545, 3.6.1).
    start: dateOf(entry.day),
    end: dateOf(addDays(entry.day, 1)),
    status: entry.expected ? "TENTATIVE" : "CONFIRMED",
    transp: "TRANSPARENT",
  };
}

/**
 * The calendar of the calls as iCalendar (RFC 5545): all-day events on Paris dates, whatever the reader's zone. Throws
 * when an event cannot be written, which is a fault of ours: every value comes from the calls.
 */
export function calendarFile(all: PublicCalls, origin: string): string {
  const events = calendarEntries(all).map((entry) => eventOf(entry, origin));
  return eventsFile(events, {
    productId: "-//Guichet numerique//Calendrier//FR",
    calName: "Fonds numériques France Relance",
  });
}
