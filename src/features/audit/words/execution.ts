import { amountOf, dayOf, numberOf, said, type Vocabulary } from "./facts";

/** What happens to a project after its award. */
export const EXECUTION_WORDS: Vocabulary = {
  "start-execution": {
    sentence: ({ startsOn, endsOn, grant, phases }) => {
      const cut = numberOf(phases) > 0 ? `, ${numberOf(phases)} phase(s)` : "";
      return `Suivi du projet ouvert, du ${dayOf(startsOn)} au ${dayOf(endsOn)}${amountOf(grant)}${cut}.`;
    },
  },
  "close-execution": said("Projet clos\u00A0: son suivi ne s’écrit plus."),
};
