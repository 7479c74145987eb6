import { siteWords } from "@/domain/dossier/site-words";
import {
  parseSites,
  SITE_LABELS,
  type SiteColumn,
  type SiteTotals,
  siteTotals,
  type TypedSite,
  typedSitesSchema,
} from "@/domain/dossier/sites";
import { type Column, DataTable } from "@/ui/data-table";

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
