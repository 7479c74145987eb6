import type { FilingAct } from "@/domain/dossier/editing";
import { FILING_WORDS, unreadSentence } from "@/domain/dossier/filing-words";

/** The sentences of a refused filing when a plain form comes back: its code is in the address, never its words. */
const SENTENCES: Readonly<Record<string, (act: FilingAct) => string>> = {
  "invalid-input": unreadSentence,
  incomplete: () =>
    "Le dossier n’est pas complet\u00A0: complétez ce qui manque, puis recommencez.",
  "changed-meanwhile": (act) =>
    `Le dossier a changé depuis que vous l’avez relu\u00A0: ${FILING_WORDS[act].refused}. Relisez-le, puis recommencez.`,
  "too-late": () => "Le dépôt est clos. Votre brouillon est conservé.",
  "not-open": () => "Le dépôt n’est pas encore ouvert. Votre brouillon est conservé.",
  "not-allowed": () =>
    "Seuls le responsable du dossier et les agents du porteur à qui il a donné cet accès le déposent.",
  "not-signed-in": (act) =>
    `Votre session avait expiré\u00A0: ${FILING_WORDS[act].refused}. Recommencez.`,
  "replayed-with-other-content": (act) =>
    `Ce formulaire avait déjà servi\u00A0: ${FILING_WORDS[act].refused}. Relisez le dossier, puis recommencez.`,
};

/** The sentence for the code of a refusal; undefined for none, or for a code the portal does not write. */
export function filingRefusal(
  code: string | readonly string[] | undefined,
  act: FilingAct,
): string | undefined {
  return typeof code === "string" && Object.hasOwn(SENTENCES, code)
    ? SENTENCES[code]?.(act)
    : undefined;
}
