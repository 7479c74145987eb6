/** Forms of address in front of a typed name. */
const TITLES = new Set(["m", "mr", "mme", "mlle", "monsieur", "madame", "dr", "docteur", "me"]);

/** A text without accents, case nor punctuation: words separated by one space. */
export function folded(text: string): string {
  return text
    .replace(/[œŒ]/g, "oe")
    .replace(/[æÆ]/g, "ae")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A word shorter than this names nothing by itself. */
const SHORTEST_WORD = 4;

/** The ways a name is written: given name first or last. A single word names a body at most, if it is long enough. */
function writings(name: string, isBody: boolean): string[] {
  const words = folded(name)
    .split(" ")
    .filter((word, index) => word !== "" && !(index === 0 && TITLES.has(word)));
  const [first = "", ...others] = words;
  if (others.length === 0) return isBody && first.length >= SHORTEST_WORD ? [first] : [];
  const last = words.at(-1) ?? "";
  return [words.join(" "), [...others, first].join(" "), [last, ...words.slice(0, -1)].join(" ")];
}

/**
 * Whether a text names a person or a body: the whole name, in either order, whatever the accents, the case and the
 * hyphens. A homonym is named too.
 */
export function names(foldedText: string, name: string, isBody = false): boolean {
  return writings(name, isBody).some((writing) => ` ${foldedText} `.includes(` ${writing} `));
}

/** Whether two names are of the same person or body, in either order. */
export function sameName(one: string, other: string): boolean {
  const whole = folded(other);
  return folded(one) === whole || writings(one, true).includes(whole);
}
