import { formatTime } from "@/domain/calendar";

/** Minutes before its end at which a turn is announced; nobody reads seconds aloud. */
const ANNOUNCED = [5, 1] as const;

/** Whole minutes left, rounded up; zero once the turn is over. */
export function minutesLeft(endsAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((endsAt.getTime() - now.getTime()) / 60_000));
}

/** `Fin du tour à 14 h 32, dans 12 minutes.` */
export function turnSentence(endsAt: Date, now: Date): string {
  const left = minutesLeft(endsAt, now);
  const end = formatTime(endsAt);
  if (left === 0) return `Le tour est terminé depuis ${end}.`;
  return `Fin du tour à ${end}, dans ${left} minute${left > 1 ? "s" : ""}.`;
}

/**
 * What is said aloud between two looks at the clock: five minutes, one minute, the end. Null when no mark was passed; a
 * turn that starts below a mark does not announce it.
 */
export function turnAnnouncement(endsAt: Date, before: Date, now: Date): string | null {
  const [was, left] = [minutesLeft(endsAt, before), minutesLeft(endsAt, now)];
  if (was > 0 && left === 0) return "Le tour est terminé.";
  const mark = ANNOUNCED.findLast((minutes) => was > minutes && left <= minutes);
  return mark === undefined ? null : `Il reste ${mark} minute${mark > 1 ? "s" : ""}.`;
}
