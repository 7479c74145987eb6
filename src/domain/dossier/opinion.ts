import { addDays, addMonths, type Day, daysBetween } from "@/domain/calendar";

/** Where the request of an expert's opinion stands. */
export const OPINION_STATUSES = ["requested", "accepted", "given", "declined", "revoked"] as const;
export type OpinionStatus = (typeof OPINION_STATUSES)[number];

export const OPINION_STATUS_WORDS: Record<
  OpinionStatus,
  { label: string; severity?: "info" | "success" }
> = {
  requested: { label: "Sans réponse" },
  accepted: { label: "En cours", severity: "info" },
  given: { label: "Remis", severity: "success" },
  declined: { label: "Décliné" },
  revoked: { label: "Retiré" },
};

/** Statuses in which an answer is still awaited. */
export const AWAITED_OPINIONS = ["requested", "accepted"] as const satisfies OpinionStatus[];

/** What an opinion says of the question, an expert's or an administration's. */
export const OPINION_CHOICES = ["favourable", "reserved", "unfavourable"] as const;
export type OpinionChoice = (typeof OPINION_CHOICES)[number];

export const OPINION_WORDS: Record<
  OpinionChoice,
  { label: string; severity?: "success" | "warning" }
> = {
  favourable: { label: "Favorable", severity: "success" },
  reserved: { label: "Avec réserve", severity: "warning" },
  unfavourable: { label: "Défavorable", severity: "warning" },
};

/** Who reads an opinion once it is handed in. */
export const OPINION_READERS = ["instruction", "jury"] as const;
export type OpinionReaders = (typeof OPINION_READERS)[number];

export const READERS_WORDS: Record<OpinionReaders, string> = {
  instruction: "ceux qui instruisent et décident",
  jury: "ceux qui instruisent et décident, et les membres du jury à qui le dossier est confié",
};

/** Whether a request goes to anybody of a mail domain: `@domaine.gouv.fr`. */
export function isDomain(address: string): boolean {
  return address.startsWith("@");
}

/** The domain of an address or of a request: `interieur.gouv.fr`. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

/**
 * Whether a person may answer a request. The link is the key; the domain of their current address is a guard against a
 * link gone astray, subdomains included. The part before the `@` is not compared: the provider may change it.
 */
export function mayAnswer(request: string, email: string): boolean {
  const [asked, own] = [domainOf(request), domainOf(email)];
  return own === asked || own.endsWith(`.${asked}`);
}

/** Days before the due day on which an expert is reminded, and after it. */
export const REMINDER_DAYS = { before: 3, after: 1 } as const;
/** The latest a request may be due. */
const LONGEST_MONTHS = 12;

/** Why a due day is refused, in French; null when it may be. From tomorrow, within a year. */
export function dueDayRefusal(dueOn: Day, today: Day): string | null {
  if (dueOn <= today)
    return "Laissez au moins un jour\u00A0: choisissez une date à partir de demain.";
  return dueOn > addMonths(today, LONGEST_MONTHS)
    ? "Choisissez une date dans l’année qui vient."
    : null;
}

export type OpinionReminder = "opinion-reminder" | "opinion-late";

/**
 * The reminder owed on a day: from three days before the due day to that day, then from the day after. None before the
 * due day when the request itself was made within those days.
 */
export function dueOpinionReminder(
  { dueOn, requestedOn }: { dueOn: Day; requestedOn: Day },
  today: Day,
): OpinionReminder | null {
  const left = daysBetween(today, dueOn);
  if (left <= -REMINDER_DAYS.after) return "opinion-late";
  const madeBefore = requestedOn < addDays(dueOn, -REMINDER_DAYS.before);
  return left <= REMINDER_DAYS.before && madeBefore ? "opinion-reminder" : null;
}
