import { type Day, endOfDay, parisDay, startOfDay } from "@/domain/calendar";
import type { ConfigureCallInput, CreateCallInput } from "../schemas";
import { invalid } from "./kept-call";

/** The dates of a call, checked: it opens today or later, closes after; without a day, it says what is announced. */
export function readPeriod(
  {
    opensOn,
    closesOn,
    announced,
  }: { opensOn: Day | null; closesOn: Day | null; announced: string },
  now: Date,
) {
  if (!opensOn) {
    if (closesOn) throw invalid("opensOn", "Donnez aussi le jour d’ouverture.");
    if (announced === "") {
      throw invalid(
        "announced",
        "Sans jour d’ouverture, écrivez ce qui est annoncé. Exemple\u00A0: T2 2021.",
      );
    }
    return { opensAt: null, closesAt: null, announced };
  }
  if (opensOn <= parisDay(now)) {
    throw invalid(
      "opensOn",
      "L’ouverture commence à minuit\u00A0: choisissez demain ou plus tard.",
    );
  }
  if (closesOn && closesOn < opensOn) {
    throw invalid(
      "closesOn",
      "La clôture vient après l’ouverture\u00A0: choisissez un jour plus tard.",
    );
  }
  return {
    opensAt: startOfDay(opensOn),
    closesAt: closesOn && endOfDay(closesOn),
    announced: announced || null,
  };
}

/** What the log keeps of the dates as they were given. */
export const told = ({
  label,
  opensOn,
  closesOn,
  announced,
}: ConfigureCallInput | CreateCallInput) => ({
  label,
  opensOn,
  closesOn,
  announced,
});
