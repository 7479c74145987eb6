import { names } from "@/domain/rights/names";

/** A person a dossier may be entrusted to. */
export interface Candidate {
  name: string;
  skills: readonly string[];
  /** Dossiers they hold whose scoring is open. */
  load: number;
  /** How many they can take at once; null when they did not say. */
  capacity: number | null;
  /** Set when the portal would recuse them at once. */
  conflict: string | null;
}

/** The rule, as the page states it. No text sets one: a reading. */
export const PROPOSAL_RULE =
  "Sans lien d’intérêts d’abord, puis ceux qui ont de la place, puis le plus de compétences en rapport avec le dossier, puis le moins de dossiers en cours.";

/** The skills whose words the dossier uses; `written` is folded (`domain/rights/names.ts`). */
export function matchingSkills(skills: readonly string[], written: string): string[] {
  return skills.filter((skill) => names(written, skill, true));
}

/** Whether a person holds as many dossiers as they said they can. */
export function isFull({ load, capacity }: Pick<Candidate, "load" | "capacity">): boolean {
  return capacity !== null && load >= capacity;
}

/** The candidates in the order they are proposed, with the skills that count. */
export function proposedOrder<Row extends Candidate>(
  candidates: readonly Row[],
  written: string,
): (Row & { matching: readonly string[] })[] {
  return candidates
    .map((each) => ({ ...each, matching: matchingSkills(each.skills, written) }))
    .sort(
      (a, b) =>
        Number(a.conflict !== null) - Number(b.conflict !== null) ||
        Number(isFull(a)) - Number(isFull(b)) ||
        b.matching.length - a.matching.length ||
        a.load - b.load ||
        a.name.localeCompare(b.name, "fr"),
    );
}
