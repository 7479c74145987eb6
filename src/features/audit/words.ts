import type { JsonObject } from "@/domain/evidence/canonical";
import { CARRIER_WORDS } from "./words/carrier";
import { CREDIT_WORDS } from "./words/credits";
import { DECISION_WORDS } from "./words/decision";
import { EXECUTION_WORDS } from "./words/execution";
import { listOf, type Names, type Vocabulary } from "./words/facts";
import { FOLLOW_UP_WORDS } from "./words/follow-up";
import { INSTRUCTION_WORDS } from "./words/instruction";
import { JURY_WORDS } from "./words/jury";

/** Every action written in the chain of a dossier. A test compares this list with the code that writes them. */
const WORDS: Vocabulary = {
  ...CARRIER_WORDS,
  ...INSTRUCTION_WORDS,
  ...JURY_WORDS,
  ...DECISION_WORDS,
  ...EXECUTION_WORDS,
  ...CREDIT_WORDS,
  ...FOLLOW_UP_WORDS,
};

/** The actions that have words, for the test. */
export const KNOWN_ACTIONS: readonly string[] = Object.keys(WORDS);

/** What a line says, in French. An action of another version of the portal is told by its name. */
export function sentenceOf(action: string, facts: JsonObject, names: Names): string {
  return WORDS[action]?.sentence(facts, names) ?? `Acte «\u00A0${action}\u00A0».`;
}

/** Whether a line may be shown while the jury scores. What is not known is not shown. */
export function isOpenDuringScoring(action: string): boolean {
  const words = WORDS[action];
  return words !== undefined && words.sheet !== true;
}

/** Whether a line tells what the carrier did, or what was done with it: its dossier takes that from theme to theme. */
export function isOfTheCarrier(action: string): boolean {
  return Object.hasOwn(CARRIER_WORDS, action) || FILINGS.includes(action);
}

const FILINGS: readonly string[] = ["file-complement", "confirm-redirection", "present-anew"];

/** Runs of these savings, by one person, are read as one line: drafts and sheets are saved by dozens. */
const FOLDED: Readonly<Record<string, string>> = {
  "save-answers": "Brouillon enregistré",
  "save-plan": "Brouillon enregistré",
  "save-replies": "Réponses aux points demandés enregistrées",
  "save-sheet": "Fiche de notation enregistrée",
};

/** What a run of savings says; undefined for an action that is always told alone. */
export function runOf(action: string): string | undefined {
  return FOLDED[action];
}

/** Ids of the people a line speaks of, its author apart. */
export function peopleIn(facts: JsonObject): string[] {
  const { agentId, assigneeId, jurorId, proposedById, recipients } = facts;
  return [agentId, assigneeId, jurorId, proposedById, ...listOf(recipients)].filter(
    (id) => typeof id === "string",
  );
}
