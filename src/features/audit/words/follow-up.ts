import { dutyName } from "@/domain/execution/obligations";
import { isPeriod, ofPeriod } from "@/domain/execution/periods";
import { isWeather, WEATHER_LABELS } from "@/domain/execution/weather";
import { amountOf, because, dayOf, type Fact, textOf, type Vocabulary } from "./facts";

const periodOf = (fact: Fact) =>
  isPeriod(textOf(fact)) ? ofPeriod(textOf(fact)) : "d’une période inconnue";
const weatherOf = (fact: Fact) =>
  isWeather(fact) ? `, ${WEATHER_LABELS[fact].toLowerCase()}` : "";

/** What a team tells of its project, period after period. */
export const FOLLOW_UP_WORDS: Vocabulary = {
  "save-report": {
    sentence: ({ period }) => `Compte rendu ${periodOf(period)} enregistré, sans être remis.`,
  },
  "hand-in-report": {
    sentence: ({ period, weather, spent }) =>
      `Compte rendu ${periodOf(period)} remis${weatherOf(weather)}, dépensé depuis le début${amountOf(spent)}.`,
  },
  "correct-report": {
    sentence: ({ period, weather, reason }) =>
      `Compte rendu ${periodOf(period)} rectifié${weatherOf(weather)}.${because(reason)}`,
  },
  "meet-duty": {
    sentence: ({ duty, dueOn, note }) =>
      `${dutyName(textOf(duty), "")}\u00A0: indiqué comme tenu, attendu pour le ${dayOf(dueOn)}.${because(note)}`,
  },
};
