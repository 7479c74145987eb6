import {
  addDays,
  type Day,
  daysBetween,
  endOfDay,
  formatDate,
  formatDay,
  formatDeadline,
  formatInstant,
  parisDay,
} from "@/domain/calendar";
import { type DueReminder, latestReminder } from "./deadlines";

/** Points of one request: more is another dossier, not a precision. */
export const MOST_ITEMS = 10;

/**
 * The days a carrier may be given, counted from today. No text sets a delay for the precisions an instruction asks
 * (Livret l.452): a working week is the least one can answer in, and no request holds a dossier longer than a quarter.
 */
export const DELAY_DAYS = { min: 5, max: 90 } as const;

/** The first and the last day a request made today may be due. */
export function dueDays(today: Day): { first: Day; last: Day } {
  return { first: addDays(today, DELAY_DAYS.min), last: addDays(today, DELAY_DAYS.max) };
}

/** Why a request made today cannot be due on this day; null when it can. */
export function dueDayRefusal(day: Day, today: Day): string | null {
  const { first, last } = dueDays(today);
  if (day < first) {
    return `Laissez au porteur ${DELAY_DAYS.min} jours au moins\u00A0: choisissez le ${formatDay(first)} ou un jour suivant.`;
  }
  if (day > last) {
    return `Le délai ne dépasse pas ${DELAY_DAYS.max} jours\u00A0: choisissez le ${formatDay(last)} au plus tard.`;
  }
  return null;
}

/** The last instant of the delay: the end of its day in Paris. */
export function complementDue(day: Day): Date {
  return endOfDay(day);
}

export const COMPLEMENT_STATUSES = ["open", "answered", "closed"] as const;
export type ComplementStatus = (typeof COMPLEMENT_STATUSES)[number];

/** A request as its clock reads it. */
export interface ComplementClock {
  status: ComplementStatus;
  dueAt: Date;
  /** When it was answered, or closed without answer; null while it is open. */
  endedAt: Date | null;
}

/** Who has to act on a request, and how it stands with its delay. */
export interface ComplementState {
  /** Whose turn it is; null once the request is over. */
  turn: "carrier" | "instruction" | null;
  /** The delay was over at the instant that counts: now, or the one the request ended at. */
  isLate: boolean;
}

/**
 * Where a request stands. Within the delay the carrier alone is awaited. After it both may act: the carrier still
 * answers, the instruction may go on without it; it is then the instruction's turn to choose (reading of the texts: no
 * text says what a late precision becomes).
 */
export function complementState(
  { status, dueAt, endedAt }: ComplementClock,
  now: Date,
): ComplementState {
  const isLate = (endedAt ?? now) > dueAt;
  if (status !== "open") return { turn: null, isLate };
  return { turn: isLate ? "instruction" : "carrier", isLate };
}

/** Where a request stands, in a sentence for one side. Both read the same dates. */
export function complementSentence(
  clock: ComplementClock,
  now: Date,
  reader: "carrier" | "instruction",
): string {
  const { isLate } = complementState(clock, now);
  const { status, dueAt, endedAt } = clock;
  const due = formatInstant(dueAt);
  if (status === "answered" && endedAt) {
    const days = daysBetween(parisDay(dueAt), parisDay(endedAt));
    return isLate
      ? `Réponse envoyée le ${formatInstant(endedAt)}, ${days} jour${days > 1 ? "s" : ""} après la fin du délai (${formatDate(dueAt)}).`
      : `Réponse envoyée le ${formatInstant(endedAt)}, dans le délai (${formatDate(dueAt)}).`;
  }
  if (status === "closed" && endedAt) {
    const when = isLate ? "après la fin du délai" : "avant la fin du délai";
    return `Examen repris sans réponse le ${formatInstant(endedAt)}, ${when} (${formatDate(dueAt)}).`;
  }
  if (reader === "carrier") {
    return isLate
      ? `Le délai a pris fin le ${due}. Votre réponse est encore acceptée, tant que l’examen n’a pas repris\u00A0: envoyez-la au plus tôt.`
      : `Votre réponse est attendue avant le ${formatDeadline(dueAt, now)}.`;
  }
  return isLate
    ? `Le porteur n’a pas répondu\u00A0: son délai a pris fin le ${due}. Vous pouvez reprendre l’examen sans attendre\u00A0; d’ici là, sa réponse est encore acceptée.`
    : `Le porteur répond avant le ${formatDeadline(dueAt, now)}. Vous n’avez rien à faire d’ici là.`;
}

/** What the portal retains where no text speaks, told to both sides. */
export const COMPLEMENT_READING = {
  text: "aucun texte ne fixe de délai aux précisions demandées. Le délai est celui de la demande\u00A0; une réponse tardive est acceptée tant que l’examen n’a pas repris.",
  source: "Livret l.452",
} as const;

export type ComplementReminder = "complement-reminder-3" | "complement-reminder-1";

const REMINDERS: readonly DueReminder<ComplementReminder>[] = [
  { reminder: "complement-reminder-1", days: 1 },
  { reminder: "complement-reminder-3", days: 3 },
];

/** The farthest day before the end of a delay on which a reminder may leave. */
export const FIRST_COMPLEMENT_REMINDER_DAYS = 3;

/** The reminder a member of the team is owed now on an open request: one at most, and none of what they know already. */
export function dueComplementReminder(dates: {
  dueAt: Date;
  /** When the person was told of the request, or joined the team. */
  toldAt: Date;
  now: Date;
}): ComplementReminder | null {
  const { dueAt, toldAt, now } = dates;
  return latestReminder(REMINDERS, { closesAt: dueAt, joinedAt: toldAt, now });
}

/** Longest answer to a point, in characters. */
export const MAX_REPLY = 5_000;

/** The name of the answer to a point, in the forms and the saves: `reply2`. */
export function replyField(position: number): string {
  return `reply${position}`;
}

/** The point a field answers; null for another field. */
export function replyPosition(field: string): number | null {
  const match = /^reply([1-9]\d?)$/.exec(field);
  return match ? Number(match[1]) : null;
}
