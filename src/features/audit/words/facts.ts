import { type Day, formatDay, formatInstant } from "@/domain/calendar";
import { STATUS_LABELS } from "@/domain/dossier/statuses";
import { type Access, accessLabel } from "@/domain/dossier/team";
import type { Json, JsonObject } from "@/domain/evidence/canonical";
import { cents, formatEuros } from "@/domain/money";
import { groundWords } from "@/domain/rights/conflicts";
import type { Outcome } from "@/domain/themes/types";

/** Names by id, for the people a line speaks of. */
export type Names = ReadonlyMap<string, string>;

export interface Words {
  /** What was done, in one or two sentences; who did it is told beside. */
  sentence: (facts: JsonObject, names: Names) => string;
  /** An act of the jurors on their sheets: nothing of it is shown before the close of the scoring, not even its time. */
  sheet?: true;
}
/** The words of the actions of one room, by the action's name in the log. */
export type Vocabulary = Readonly<Record<string, Words>>;

export const said = (sentence: string): Words => ({ sentence: () => sentence });

/** Facts are what the log holds: read without trusting their shape, as an older version may have written them. */
export type Fact = Json | undefined;

export const textOf = (fact: Fact) => (typeof fact === "string" ? fact : "");
export const numberOf = (fact: Fact) => (typeof fact === "number" ? fact : 0);
export const listOf = (fact: Fact): readonly Json[] => (Array.isArray(fact) ? fact : []);
export const objectOf = (fact: Fact): JsonObject =>
  typeof fact === "object" && fact !== null && !Array.isArray(fact) ? fact : {};

export const euros = (fact: Fact) =>
  typeof fact === "number" ? formatEuros(cents(fact)) : "non renseignée";
export const amountOf = (fact: Fact) => (typeof fact === "number" ? `, ${euros(fact)}` : "");
export const because = (fact: Fact) =>
  textOf(fact) ? ` Motif\u00A0: «\u00A0${textOf(fact)}\u00A0»` : "";
export const nameOf = (fact: Fact, names: Names) =>
  names.get(textOf(fact)) ?? "une personne dont le compte n’existe plus";
export const accessOf = (fact: Fact) =>
  textOf(fact) ? `\u00A0: ${accessLabel(textOf(fact) as Access).toLowerCase()}` : "";
export const dayOf = (fact: Fact) =>
  /^\d{4}-\d{2}-\d{2}$/.test(textOf(fact)) ? formatDay(textOf(fact) as Day) : "jour inconnu";
export const instantOf = (fact: Fact) => {
  const instant = new Date(textOf(fact));
  return Number.isNaN(instant.getTime()) ? "instant inconnu" : formatInstant(instant);
};
export const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** « 3 réponses enregistrées. »: every word takes the plural, but those that end in « s ». */
export function counted(count: number, words: string): string {
  const written = count > 1 ? words.replace(/\S*[^s\s](?=\s|$)/g, "$&s") : words;
  return `${count} ${written}.`;
}

export const groundOf = (fact: Fact) => groundWords(textOf(fact));

export function outcomeOf(fact: Fact): string {
  const known = STATUS_LABELS[textOf(fact) as Outcome] as { label: string } | undefined;
  return known ? lowerFirst(known.label) : textOf(fact);
}
