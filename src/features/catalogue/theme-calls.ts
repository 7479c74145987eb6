import { formatDate, formatDay, formatDeadline, formatMonth } from "@/domain/calendar";
import { type CallState, callState, leadingCall } from "@/domain/funding/calls";
import { filingDay, juryMonth } from "@/domain/funding/rounds";
import type { ThemeCode } from "@/domain/themes/types";
import { callsOf, type PublicCall, type PublicCalls } from "@/features/catalogue/public-calls";

/** What a visitor must know of the calendar of a theme: the call to look at and its state. */
export interface ThemeCalendar {
  call: PublicCall | null;
  state: CallState;
  /** One sentence: the next date, or that there is none. */
  next: string;
}

/** The next date of a call, in a sentence. */
export function nextDate(call: PublicCall, now: Date): string {
  const state = callState(call, now);
  if (state === "closed" && call.closesAt) return `Fermé depuis le ${formatDate(call.closesAt)}`;
  if (state === "to-come") {
    return call.opensAt
      ? `Ouvre le ${formatDate(call.opensAt)}`
      : `Annoncé pour ${call.announced ?? "une date à fixer"}`;
  }
  if (call.closesAt) return `Ferme le ${formatDeadline(call.closesAt, now)}`;
  if (call.monthlyRounds) {
    const month = juryMonth(now);
    return `Jury de ${formatMonth(month)}\u00A0: déposez jusqu’au ${formatDay(filingDay(month))}`;
  }
  return call.opensAt
    ? `Ouvert depuis le ${formatDate(call.opensAt)}, sans date de fin`
    : "Ouvert, sans date de fin";
}

/** The call a visitor should look at first in a theme, its state and its next date. */
export function calendarOf(all: PublicCalls, theme: ThemeCode): ThemeCalendar {
  const call = leadingCall(callsOf(all, theme), all.now);
  if (call === null) return { call, state: "to-come", next: "Aucune ouverture annoncée" };
  return { call, state: callState(call, all.now), next: nextDate(call, all.now) };
}
