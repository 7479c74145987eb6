import {
  type SiteColumn,
  TECHNOLOGY_OPTIONS,
  TERRITORY_OPTIONS,
  type TypedSite,
} from "@/domain/dossier/sites";
import { YES_NO } from "@/domain/themes/field-kinds";

const OPTIONS = {
  technology: TECHNOLOGY_OPTIONS,
  territory: TERRITORY_OPTIONS,
  shared: YES_NO,
} as const;

const hasOptions = (column: SiteColumn): column is keyof typeof OPTIONS => column in OPTIONS;

/** A column of a site in words. */
export function siteWords(site: TypedSite, column: SiteColumn): string {
  const value = site[column];
  const label = hasOptions(column)
    ? OPTIONS[column].find((option) => option.value === value)?.label
    : undefined;
  return label ?? (value || "Non renseigné");
}
