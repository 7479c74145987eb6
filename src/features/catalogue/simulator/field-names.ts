/** Names of the simulator's fields: what its address, shared by people, is made of. */
export const FIELDS = {
  carrier: "porteur",
  callKind: "voie",
  requestedGrant: "demande",
  priorGrants: "deja-accorde",
  projectTotal: "cout-projet",
  /** The button that adds a line. */
  add: "ajouter",
  /** The button that removes one: its value is the line's number. */
  remove: "retirer",
} as const;

const LINE_FIELDS = {
  amount: "montant",
  nature: "nature",
  year: "annee",
  category: "categorie",
  foreign: "hors-europe",
  innovative: "innovante",
} as const;

/** The name of a field of a line: `depenses.0.montant`. Lines keep their number when others are removed. */
export function lineField(line: number, field: keyof typeof LINE_FIELDS): string {
  return `depenses.${line}.${LINE_FIELDS[field]}`;
}

/** As many lines as the address may hold. */
export const MAX_LINES = 40;

/** The numbers of the lines that the parameters hold, in order; the first line when they hold none. */
export function lineNumbers(params: URLSearchParams): number[] {
  const removed = params.get(FIELDS.remove);
  const found = new Set<number>();
  for (const name of params.keys()) {
    const line = /^depenses\.(\d{1,3})\./.exec(name)?.[1];
    if (line !== undefined && line !== removed) found.add(Number(line));
  }
  const lines = [...found].sort((a, b) => a - b).slice(0, MAX_LINES);
  if (lines.length === 0) return [0];
  if (!params.has(FIELDS.add) || lines.length >= MAX_LINES) return lines;
  return [...lines, Math.max(...lines) + 1];
}
