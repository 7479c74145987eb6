import { plainWords } from "@/domain/dossier/pasted-table";

/** A procedure of the observatoire as the portal lists it (Livret l.37). Its code never changes; its name may. */
export interface Procedure {
  code: string;
  name: string;
  ministry: string;
}

/** Codes are letters, digits, points and hyphens, 20 at most, one digit at least. */
export const PROCEDURE_CODE = /^(?=.*\d)[A-Z0-9][A-Z0-9.-]{0,19}$/i;
const CODED = /\[((?=[^\]]{0,19}\d)[A-Z0-9][A-Z0-9.-]{0,19})\]$/i;
const OFF_LIST = /^hors\s{1,5}liste\s{0,5}:?\s{0,5}[\p{L}\d]/iu;

/**
 * The answer kept for a procedure of the list: `Demander un passeport [D002]`. Only the portal writes a code, once the
 * list holds it: a dossier keeps its procedure when an administrator takes it off or renames it.
 */
export function procedureAnswer({ name, code }: Pick<Procedure, "name" | "code">): string {
  return `${name} [${code}]`;
}

/** The code an answer holds, or null. */
export function procedureCode(answer: string): string | null {
  return CODED.exec(answer)?.[1] ?? null;
}

/** What was typed, without a code that the list does not hold. */
export function withoutCode(typed: string): string {
  return typed.replace(CODED, "").trimEnd();
}

/** Whether an answer stands: a procedure of the list, or one its author says is not there yet. */
export function isProcedureAnswer(answer: string): boolean {
  return procedureCode(answer) !== null || OFF_LIST.test(answer);
}

/** The procedure of the list that was typed, by its code or its exact name (case and accents aside), else null. */
export function chosenProcedure<P extends Procedure>(list: readonly P[], typed: string): P | null {
  const code = (procedureCode(typed) ?? typed).trim().toLowerCase();
  const byCode = list.find((one) => one.code.toLowerCase() === code);
  if (byCode) return byCode;
  const wanted = plainWords(withoutCode(typed));
  return list.find((one) => plainWords(one.name) === wanted) ?? null;
}

/** How much two words look alike, from 0 to 1: the pairs of letters they share (Dice). */
function likeness(one: string, other: string): number {
  const pairs = (word: string) =>
    Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
  const left = pairs(other);
  const shared = pairs(one).filter((pair) => {
    const at = left.indexOf(pair);
    if (at === -1) return false;
    left.splice(at, 1);
    return true;
  });
  return (2 * shared.length) / (one.length + other.length - 2);
}

/** A name is short: a long text is compared by its beginning. */
const words = (text: string) =>
  plainWords(text.slice(0, 200))
    .split(" ")
    .filter((word) => word.length > 2);
const ALIKE = 0.5;
const NEAR = 0.4;

/** The three procedures of the list whose words look most like those typed, the nearest first; none if none does. */
export function nearProcedures<P extends Procedure>(list: readonly P[], typed: string): P[] {
  const wanted = words(typed);
  if (wanted.length === 0) return [];
  const score = ({ name }: P) => {
    const own = words(name);
    const best = wanted.map((word) => Math.max(0, ...own.map((other) => likeness(word, other))));
    return best.reduce((sum, one) => sum + (one >= ALIKE ? one : 0), 0) / wanted.length;
  };
  return list
    .map((procedure) => ({ procedure, near: score(procedure) }))
    .filter(({ near }) => near >= NEAR)
    .sort((a, b) => b.near - a.near || a.procedure.name.localeCompare(b.procedure.name, "fr"))
    .slice(0, 3)
    .map(({ procedure }) => procedure);
}

const NOT_LISTED = "Cette démarche n’est pas dans la liste";
const WAY_ON =
  "Choisissez-en une, ou écrivez «\u00A0hors liste\u00A0» avant son nom si elle n’y est pas encore. Exemple\u00A0: hors liste\u00A0: déclarer un élevage.";

/** What to do with a name the list does not hold. */
export const UNKNOWN_PROCEDURE = `${NOT_LISTED}. ${WAY_ON}`;

/** The same, with the names that come near. */
export function unknownProcedure(near: readonly Procedure[]): string {
  if (near.length === 0) return UNKNOWN_PROCEDURE;
  const names = near.map(({ name }) => `«\u00A0${name}\u00A0»`).join(", ");
  return `${NOT_LISTED}. Les plus proches\u00A0: ${names}. ${WAY_ON}`;
}
