import { type Day, formatMonth, parisDay } from "@/domain/calendar";
import { ownerWords } from "@/domain/dossier/owner-words";
import type { Theme } from "@/domain/themes/types";

/** A step to come, with its day when it is known. */
export interface NextDate {
  label: string;
  day?: Day;
}

const REVIEWS: Record<Theme["selection"]["review"], string> = {
  owner: "Examen par le porteur du thème",
  "expert-committee": "Examen par le comité d’experts",
  "qualified-jury": "Examen par le jury",
  "steering-committee": "Arbitrage du comité de pilotage",
  "selection-committee": "Examen par le comité de sélection",
  "monthly-jury": "Examen par le jury",
};

/** What follows a filing under a theme, in order, without a date nobody has given. */
export function nextDates(
  theme: Pick<Theme, "owner" | "selection">,
  round: { month: string; juryOn: Date } | null,
): NextDate[] {
  const { selection, owner } = theme;
  const dates: NextDate[] = [{ label: `Vérification de la recevabilité par ${ownerWords(owner)}` }];
  if (selection.hearing === "required") dates.push({ label: "Audition du porteur" });
  if (selection.hearing === "optional")
    dates.push({ label: "Entretien avec le porteur, si besoin" });
  dates.push(
    round
      ? { label: `Jury de ${formatMonth(round.month)}`, day: parisDay(round.juryOn) }
      : { label: REVIEWS[selection.review] },
    { label: "Décision, annoncée par courriel et sur le portail" },
  );
  return dates;
}
