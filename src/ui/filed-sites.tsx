import {
  parseSites,
  SITE_LABELS,
  type SiteColumn,
  type SiteTotals,
  siteTotals,
  TECHNOLOGY_OPTIONS,
  TERRITORY_OPTIONS,
  type TypedSite,
  typedSitesSchema,
} from "@/domain/dossier/sites";
import { YES_NO } from "@/domain/themes/field-kinds";
import { type Column, DataTable } from "@/ui/data-table";

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

/** « 12 sites, 340 agents. Rural ou peu dense : 8 ; … »: what criteria 2 and 3 count. */
export function SiteTotalsSentence({ totals }: { totals: SiteTotals }) {
  const { sites, agents, rural, overseas, shared } = totals;
  return (
    <p>
      {sites.toLocaleString("fr-FR")} {sites === 1 ? "site" : "sites"},{" "}
      {agents.toLocaleString("fr-FR")} {agents === 1 ? "agent" : "agents"}. Rural ou peu dense
      {"\u00A0"}: {rural}. Outre-mer{"\u00A0"}: {overseas}. Partagés{"\u00A0"}: {shared}.
    </p>
  );
}

type Row = TypedSite & { rank: number };
const KEYS: readonly SiteColumn[] = [
  "name",
  "address",
  "agents",
  "before",
  "after",
  "technology",
  "territory",
  "shared",
];
const COLUMNS: readonly Column<Row>[] = KEYS.map((key) => ({
  key,
  header: SITE_LABELS[key],
  rowHeader: key === "name",
  numeric: key === "agents" || key === "before" || key === "after",
  cell: (site) => siteWords(site, key),
}));

/** The sites of a dossier, read: the totals, and the whole list folded. */
export function FiledSites({ sites }: { sites: unknown }) {
  const typed = typedSitesSchema.safeParse(sites ?? []);
  const rows = (typed.success ? typed.data : []).map((site, index) => ({
    ...site,
    rank: index + 1,
  }));
  if (rows.length === 0) return <p>Aucun site.</p>;
  return (
    <>
      <SiteTotalsSentence totals={siteTotals(parseSites(rows).sites)} />
      <details className="guichet-details fr-mb-3w">
        <summary>Voir la liste des sites ({rows.length})</summary>
        <DataTable
          id="sites-deposes"
          caption="Sites du projet"
          columns={COLUMNS}
          rows={rows}
          rowKey={({ rank }) => String(rank)}
        />
      </details>
    </>
  );
}
