/** The sentence of a refused filing when a plain form comes back: its code is in the address, never its words. */
const SENTENCES: Readonly<Record<string, string>> = {
  "invalid-input": "Cochez «\u00A0J’ai relu le dossier\u00A0» pour le déposer.",
  incomplete: "Le dossier n’est pas complet\u00A0: complétez ce qui manque, puis déposez-le.",
  "changed-meanwhile":
    "Le dossier a changé depuis que vous l’avez relu\u00A0: le dépôt n’a pas été fait. Relisez-le, puis déposez.",
  "too-late": "Le dépôt est clos. Votre brouillon est conservé.",
  "not-open": "Le dépôt n’est pas encore ouvert. Votre brouillon est conservé.",
  "not-allowed":
    "Seuls le responsable du dossier et les agents du porteur à qui il a donné cet accès le déposent.",
  "not-signed-in":
    "Votre session avait expiré\u00A0: le dépôt n’a pas été fait. Déposez à nouveau.",
  "replayed-with-other-content":
    "Ce formulaire avait déjà servi\u00A0: le dépôt n’a pas été fait. Relisez le dossier, puis déposez.",
};

/** The sentence for the code of a refusal; undefined for none, or for a code the portal does not write. */
export function filingRefusal(code: string | readonly string[] | undefined): string | undefined {
  return typeof code === "string" && Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined;
}
