import type { Permission } from "@/domain/rights/permissions";

/** What may be done on several dossiers of the list at once: each is the command of one dossier. */
export const BULK_ACTS = ["assign", "add-label", "remove-label", "admit"] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

interface Words {
  /** In the address. */
  slug: string;
  permission: Permission;
  /** Of the button, and of the page. */
  label: string;
  /** Infinitive after « avant de ». */
  before: string;
}

export const BULK_WORDS: Readonly<Record<BulkAct, Words>> = {
  assign: {
    slug: "confier",
    permission: "assign-instructor",
    label: "Confier l’instruction",
    before: "confier l’instruction",
  },
  "add-label": {
    slug: "etiqueter",
    permission: "label-dossier",
    label: "Ajouter une étiquette",
    before: "ajouter l’étiquette",
  },
  "remove-label": {
    slug: "retirer-etiquette",
    permission: "label-dossier",
    label: "Retirer une étiquette",
    before: "retirer l’étiquette",
  },
  admit: {
    slug: "recevable",
    permission: "assess-admissibility",
    label: "Déclarer recevables",
    before: "déclarer ces dossiers recevables",
  },
};

/** Names of the fields of a selection in the address. */
export const ACT = "acte";
export const DOSSIER = "dossier";
export const LIST = "liste";

/** Said when dossiers are left without instructor. */
export const NOBODY = "personne";

/** « 3 dossiers ». */
export const dossiersWords = (count: number): string =>
  `${count}\u00A0dossier${count > 1 ? "s" : ""}`;
