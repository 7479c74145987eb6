import { formatMonth } from "@/domain/calendar";
import { enumerate } from "@/domain/funding/wording";
import type { CalendarEntry, CalendarEntryKind } from "@/features/catalogue/calendar-entries";

/** What happens, short: the words of badges and of events in other people's calendars. */
export const ENTRY_KINDS: Readonly<Record<CalendarEntryKind, string>> = {
  opening: "Ouverture",
  filing: "Dernier jour de dépôt",
  jury: "Jury",
  closing: "Fermeture",
};

const SENTENCES: Readonly<Record<CalendarEntryKind, (entry: CalendarEntry) => string>> = {
  opening: ({ call }) => `${call.label}\u00A0: ouverture à 0\u00A0h\u00A000`,
  closing: ({ call }) => `${call.label}\u00A0: fermeture à 23\u00A0h\u00A059`,
  filing: ({ call, month }) =>
    `${call.label}\u00A0: dernier jour de dépôt pour le jury de ${formatMonth(month ?? "")}`,
  jury: ({ call, month, expected }) =>
    expected
      ? `${call.label}\u00A0: jury de ${formatMonth(month ?? "")}, à la fin du mois (jour à confirmer)`
      : `${call.label}\u00A0: jury de ${formatMonth(month ?? "")}`,
};

/** One entry in a sentence, without its day: `Guichet SNAP2A : jury de janvier 2021`. */
export function entrySentence(entry: CalendarEntry): string {
  return SENTENCES[entry.kind](entry);
}

/** Entries of one day, those of the same kind together: `Jury : SNAP2A et SNAP2B`. */
export function daySentences(entries: readonly CalendarEntry[]): string[] {
  const kinds = [...new Set(entries.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const themes = entries.filter((entry) => entry.kind === kind).map(({ theme }) => theme);
    return `${ENTRY_KINDS[kind]}\u00A0: ${enumerate(new Set(themes))}`;
  });
}
