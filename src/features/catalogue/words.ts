import type { Theme } from "@/domain/themes/types";

/** The ways to file that a theme opens: `Guichet`, or `Guichet et appel à projets` (ITN5). */
export function kindsSentence({ calls }: Pick<Theme, "calls">): string {
  const kinds = new Set(calls.map(({ kind }) => kind));
  if (kinds.size > 1) return "Guichet et appel à projets";
  return kinds.has("aap") ? CALL_KINDS.aap : CALL_KINDS.guichet;
}

const CALL_KINDS = { guichet: "Guichet", aap: "Appel à projets" } as const;

/** `Livret, l. 36` of `Livret l.36`; several places keep their commas. */
export function formatSource(source: string): string {
  return source.replace(/ l\.(?=\d)/, ", l.\u00A0").replace(/, l\.(?=\d)/g, " et l.\u00A0");
}

/** `1 thème`, `17 thèmes`. */
export function countThemes(count: number): string {
  return `${count} thème${count > 1 ? "s" : ""}`;
}

/** An address value for words shown: `Support aux utilisateurs` gives `support-aux-utilisateurs`. */
export function slugOf(label: string): string {
  return label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
