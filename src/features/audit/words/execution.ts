import {
  amountOf,
  because,
  counted,
  dayOf,
  listOf,
  numberOf,
  objectOf,
  said,
  type Vocabulary,
} from "./facts";

/** What happens to a project after its award. */
export const EXECUTION_WORDS: Vocabulary = {
  "start-execution": {
    sentence: ({ startsOn, endsOn, grant, phases }) => {
      const cut = numberOf(phases) > 0 ? `, ${numberOf(phases)} phase(s)` : "";
      return `Suivi du projet ouvert, du ${dayOf(startsOn)} au ${dayOf(endsOn)}${amountOf(grant)}${cut}.`;
    },
  },
  "propose-crossing": {
    sentence: ({ position, attempt, measures }) => {
      const again = numberOf(attempt) > 1 ? ` pour la ${numberOf(attempt)}e fois` : "";
      return `Jalon de la phase ${numberOf(position)} proposé${again}. ${counted(listOf(measures).length, "indicateur mesuré")}`;
    },
  },
  "release-phase": {
    sentence: ({ position, funded }) => {
      const next = objectOf(funded);
      const money = next.position
        ? ` Phase ${numberOf(next.position)} débloquée${amountOf(next.grant)}.`
        : "";
      return `Jalon de la phase ${numberOf(position)} accepté.${money}`;
    },
  },
  "withhold-phase": {
    sentence: ({ position, reason }) =>
      `Jalon de la phase ${numberOf(position)} non accepté.${because(reason)}`,
  },
  "close-execution": said("Projet clos\u00A0: son suivi ne s’écrit plus."),
};
