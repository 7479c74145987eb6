import type { CallState } from "@/domain/funding/calls";
import type { ExpenseCategory } from "@/domain/themes/types";

/** The words of the funding plan, once. */
export const CATEGORY_LABELS: Record<ExpenseCategory, string> = {
  development: "Développement",
  design: "Conception et design",
  training: "Formation",
  "user-support": "Support aux utilisateurs",
  communication: "Communication",
  equipment: "Matériel et équipements",
  terminal: "Terminaux (ordinateur, tablette, téléphone)",
  licence: "Licences",
  hosting: "Hébergement",
  telecom: "Télécommunications",
  staff: "Agents de l’administration (titre 2)",
  services: "Prestations de service",
  other: "Autre dépense",
};

export const NATURE_LABELS: Record<"T2" | "T3", string> = {
  T2: "Personnel (titre 2)",
  T3: "Autre dépense (titre 3)",
};

export const TAX_LABELS: Record<"TTC" | "HT", string> = {
  TTC: "TTC, taxes comprises",
  HT: "HT, hors taxes",
};

/** The states of a call, in words, with the look of their badge. */
export const CALL_STATE_LABELS: Readonly<
  Record<CallState, { label: string; severity?: "info" | "success" | "warning" }>
> = {
  "to-come": { label: "Annoncé", severity: "info" },
  open: { label: "Ouvert", severity: "success" },
  "closing-soon": { label: "Ferme bientôt", severity: "warning" },
  closed: { label: "Fermé" },
};
