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

/** What happens, without saying to which call: the head of a list of calls. */
const HEADS: Readonly<Record<CalendarEntryKind, (entry: CalendarEntry) => string>> = {
  opening: () => "Ouverture à 0\u00A0h\u00A000",
  closing: () => "Fermeture à 23\u00A0h\u00A059",
  filing: ({ month }) => `Dernier jour de dépôt pour le jury de ${formatMonth(month ?? "")}`,
  jury: ({ month, expected }) =>
    `Jury de ${formatMonth(month ?? "")}${expected ? ", à la fin du mois (jour à confirmer)" : ""}`,
};

/** Entries of one day that say the same thing of several calls. */
export interface EntryGroup {
  head: string;
  entries: readonly CalendarEntry[];
}

/** Entries of one day, those that say the same thing together. */
export function groupsOf(entries: readonly CalendarEntry[]): EntryGroup[] {
  const groups = new Map<string, CalendarEntry[]>();
  for (const entry of entries) {
    const head = HEADS[entry.kind](entry);
    groups.set(head, [...(groups.get(head) ?? []), entry]);
  }
  return [...groups].map(([head, found]) => ({ head, entries: found }));
}

/** The groups of one day, short: `Jury de fin de mois : SNAP2A et SNAP2B`. */
export function daySentences(entries: readonly CalendarEntry[]): string[] {
  return groupsOf(entries).map(({ entries: found }) => {
    const [first] = found;
    const what =
      first?.kind === "jury" && first.expected
        ? "Jury de fin de mois"
        : first && ENTRY_KINDS[first.kind];
    return `${what}\u00A0: ${enumerate(new Set(found.map(({ theme }) => theme)))}`;
  });
}

/** One entry in a sentence, without its day: `Guichet SNAP2A. Jury de janvier 2021`. */
export function entrySentence(entry: CalendarEntry): string {
  return `${entry.call.label}. ${HEADS[entry.kind](entry)}`;
}
