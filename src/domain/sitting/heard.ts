import { formatDate, formatInstant, formatTime, parisDay, startOfDay } from "@/domain/calendar";

/** Whether a hearing was recorded by its day alone, out of any sitting: its hour says nothing. */
const isDayAlone = (heardAt: Date) => startOfDay(parisDay(heardAt)).getTime() === heardAt.getTime();

/** When the carrier was heard: its day, and its hour where one was recorded. */
export function heardWords(heardAt: Date): string {
  return isDayAlone(heardAt) ? formatDate(heardAt) : formatInstant(heardAt);
}

/** The same in the sitting, whose day everybody knows: « à 10 h 42 », or « le 19 janvier 2021 ». */
export function heardInSitting(heardAt: Date): string {
  return isDayAlone(heardAt) ? `le ${formatDate(heardAt)}` : `à ${formatTime(heardAt)}`;
}
