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

export const isDefault = (columns: readonly ColumnKey[]): boolean =>
  columns.length === DEFAULT_COLUMNS.length &&
  columns.every((key, index) => key === DEFAULT_COLUMNS[index]);
