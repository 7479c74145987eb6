/** The regions of France by their INSEE codes (official geographic code, 2021). */
export const REGIONS = [
  { value: "84", label: "Auvergne-Rhône-Alpes" },
  { value: "27", label: "Bourgogne-Franche-Comté" },
  { value: "53", label: "Bretagne" },
  { value: "24", label: "Centre-Val de Loire" },
  { value: "94", label: "Corse" },
  { value: "44", label: "Grand Est" },
  { value: "01", label: "Guadeloupe" },
  { value: "03", label: "Guyane" },
  { value: "32", label: "Hauts-de-France" },
  { value: "11", label: "Île-de-France" },
  { value: "04", label: "La Réunion" },
  { value: "02", label: "Martinique" },
  { value: "06", label: "Mayotte" },
  { value: "28", label: "Normandie" },
  { value: "75", label: "Nouvelle-Aquitaine" },
  { value: "76", label: "Occitanie" },
  { value: "52", label: "Pays de la Loire" },
  { value: "93", label: "Provence-Alpes-Côte d’Azur" },
] as const;

export const REGION_CODES = REGIONS.map(({ value }) => value) as [
  (typeof REGIONS)[number]["value"],
  ...(typeof REGIONS)[number]["value"][],
];

/**
 * The territory an organisation serves, in words. The texts count by territory without saying of what: the reading is the
 * region of the carrier; an organisation of the whole country has none.
 */
export function territoryOf(region: string | null): string {
  return REGIONS.find(({ value }) => value === region)?.label ?? "France entière";
}
