import { plainWords, type TableColumn, type TableRules } from "./pasted-table";
import {
  MAX_SITES,
  SITE_LABELS,
  type SiteColumn,
  siteProblems,
  type TypedSite,
  typedSiteSchema,
} from "./sites";

const column = (
  key: SiteColumn,
  names: readonly string[],
  accepts: string,
): TableColumn<SiteColumn> => ({ key, label: SITE_LABELS[key], names, accepts, needed: true });

/** The columns of the sites in a spreadsheet, in the order of the portal. */
export const SITE_COLUMNS: readonly TableColumn<SiteColumn>[] = [
  column("name", ["nom", "nom du site", "batiment"], "Un texte"),
  column("address", ["adresse du site", "localisation", "adresse postale"], "Un texte"),
  column(
    "agents",
    ["nombre d agents", "nb agents", "effectif", "effectifs"],
    "Un nombre entier, à partir de 1",
  ),
  column(
    "before",
    ["debit avant", "debit actuel", "debit actuel mbit s", "avant"],
    "En Mbit/s\u00A0: 4 ou 1,5. 0 sans liaison",
  ),
  column(
    "after",
    ["debit apres", "debit vise", "debit cible", "debit vise mbit s", "apres"],
    "En Mbit/s\u00A0: 100",
  ),
  column(
    "technology",
    ["techno", "type de liaison"],
    "Fibre optique, 4G ou 5G, Boîtier de compression, Autre",
  ),
  column(
    "territory",
    ["zone", "type de territoire"],
    "Rural ou peu dense, Outre-mer, Autre territoire",
  ),
  column("shared", ["partage", "mutualise", "mutualisation", "site partage"], "Oui ou non"),
];

/** A choice by the words people write for it; what is written stays when it is none. */
function chosen(written: string, choices: readonly (readonly [RegExp, string])[]): string {
  const words = plainWords(written);
  return choices.find(([pattern]) => pattern.test(words))?.[1] ?? written;
}

/** How a table becomes sites. */
export const PASTED_SITES: TableRules<SiteColumn, TypedSite> = {
  columns: SITE_COLUMNS,
  limit: MAX_SITES,
  plural: "sites",
  toLine: (cells) =>
    typedSiteSchema.parse({
      ...cells,
      technology: chosen(cells.technology, [
        [/^(fibre|ftt|fo$)/, "fibre"],
        [/^(4g|5g|mobile)/, "mobile"],
        [/compression/, "compression"],
        [/^(autre|other)/, "other"],
      ]),
      territory: chosen(cells.territory, [
        [/^(zone )?(rural|rurale|peu dense)/, "rural"],
        [/^(outre mer|overseas|drom|dom)/, "overseas"],
        [/^(autre|urbain|urbaine|other)/, "other"],
      ]),
      shared: chosen(cells.shared, [
        [/^(oui|o|x|1|vrai)$/, "oui"],
        [/^(non|n|0|faux)$/, "non"],
      ]),
    }),
  problemsOf: siteProblems,
};
