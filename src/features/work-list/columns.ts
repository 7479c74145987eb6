import type { ViewKey } from "./views";

/** What the list may show of a dossier besides its number, in the order of its columns. */
export const COLUMNS = {
  projet: "Projet",
  porteur: "Porteur",
  ministere: "Ministère",
  theme: "Thème",
  statut: "Statut",
  subvention: "Subvention demandée",
  cout: "Coût total",
  age: "Âge",
  echeance: "Échéance",
  instructeur: "Instructeur",
  visa: "Visa de la DNUM",
  avis: "Avis d’experts",
  attendu: "Suivi attendu",
  meteo: "Météo",
  derive: "Dérive",
  etiquettes: "Étiquettes",
} as const;

export type ColumnKey = keyof typeof COLUMNS;
export const COLUMN_KEYS = Object.keys(COLUMNS) as readonly ColumnKey[];

/** What the list shows while nobody chose: screen 15. */
export const DEFAULT_COLUMNS: readonly ColumnKey[] = [
  "projet",
  "porteur",
  "statut",
  "subvention",
  "age",
  "echeance",
  "instructeur",
  "visa",
  "avis",
];

/** The same for projects in execution: what they owe and how they go, in the place of what their examination asked. */
const PROJECT_COLUMNS: readonly ColumnKey[] = [
  "projet",
  "porteur",
  "theme",
  "instructeur",
  "attendu",
  "meteo",
  "derive",
];

/** What a view shows while nobody chose. */
export const defaultColumns = (view: ViewKey): readonly ColumnKey[] =>
  view === "en-execution" ? PROJECT_COLUMNS : DEFAULT_COLUMNS;

export const isDefault = (columns: readonly ColumnKey[], view: ViewKey): boolean => {
  const own = defaultColumns(view);
  return columns.length === own.length && columns.every((key, index) => key === own[index]);
};

/** Columns that tell the project after its award. */
export const FOLLOWED: readonly ColumnKey[] = ["attendu", "meteo", "derive"];
