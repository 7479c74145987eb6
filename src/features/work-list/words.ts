import { daysBetween, parisDay } from "@/domain/calendar";
import { formatDrift } from "@/domain/execution/drift";
import type { ListedDossier } from "./queries/page";

const days = (count: number) => `${count.toLocaleString("fr-FR")}\u00A0jour${count > 1 ? "s" : ""}`;

/** The age of something, in days: « aujourd’hui », « 1 jour », « 12 jours ». */
export function ageWords(since: Date, now: Date): string {
  const age = daysBetween(parisDay(since), parisDay(now));
  return age <= 0 ? "aujourd’hui" : days(age);
}

/** What is left before a date, or how late it is; always shown beside the date. */
export function dueWords(due: Date, now: Date): { text: string; late: boolean } {
  if (due < now) {
    const late = daysBetween(parisDay(due), parisDay(now));
    return { text: late === 0 ? "dépassée aujourd’hui" : `dépassée de ${days(late)}`, late: true };
  }
  const left = daysBetween(parisDay(now), parisDay(due));
  return { text: left === 0 ? "aujourd’hui" : `dans ${days(left)}`, late: false };
}

/** How far a project has drifted from its first plan; a budget that cannot be told is left out. */
export function driftWords(project: ListedDossier["project"]): string {
  if (!project?.report) return "Sans\u00A0objet";
  const { budget, calendar } = project.report;
  return budget === null
    ? `Calendrier ${formatDrift(calendar)}`
    : `Budget ${formatDrift(budget)}, calendrier ${formatDrift(calendar)}`;
}
