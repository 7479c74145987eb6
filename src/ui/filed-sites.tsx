import { siteWords } from "@/domain/dossier/site-words";
import {
  parseSites,
  SITE_LABELS,
  type SiteTotals,
  siteTotals,
  type TypedSite,
  typedSitesSchema,
} from "@/domain/dossier/sites";
import { type Column, DataTable } from "@/ui/data-table";

const counted = (count: number, one: string) =>
  `${count.toLocaleString("fr-FR")}\u00A0${count > 1 ? `${one}s` : one}`;

/** « 12 sites, 340 agents. Rural ou peu dense : 8. … »: what criteria 2 and 3 count of the sites without error. */
export function SiteTotalsSentence({ totals, listed }: { totals: SiteTotals; listed: number }) {
  const { sites, agents, rural, overseas, shared } = totals;
  const complete = listed > sites ? `, dont ${sites} sans erreur` : "";
  return (
    <p>
      {counted(listed, "site")}
      {complete}, {counted(agents, "agent")}. Rural ou peu dense{"\u00A0"}: {rural}. Outre-mer
      {"\u00A0"}: {overseas}. Partagés{"\u00A0"}: {shared}.
    </p>
  );
}

/** A site in a list, with its rank from 1. */
export type ListedSite = TypedSite & { rank: number };

/** What a table of sites shows after the name: few columns, for a site to hold in two lines. */
export const SITE_DETAILS: readonly Column<ListedSite>[] = [
  {
    key: "agents",
    header: SITE_LABELS.agents,
    numeric: true,
    cell: (site) => siteWords(site, "agents"),
  },
  {
    key: "throughput",
    header: "Débit (Mbit/s)",
    numeric: true,
    cell: ({ before, after }) => (
      <>
        {before || "?"} <span aria-hidden="true">→</span>
        <span className="fr-sr-only">puis</span> {after || "?"}
      </>
    ),
  },
  {
    key: "technology",
    header: SITE_LABELS.technology,
    cell: (site) => siteWords(site, "technology"),
  },
  {
    key: "territory",
    header: SITE_LABELS.territory,
    cell: (site) => siteWords(site, "territory"),
  },
  { key: "shared", header: "Partagé", cell: (site) => siteWords(site, "shared") },
];

const COLUMNS: readonly Column<ListedSite>[] = [
  {
    key: "name",
    header: SITE_LABELS.name,
    rowHeader: true,
    cell: ({ rank, name, address }) => (
      <>
        {name || `Site ${rank}`}
        <span className="fr-hint-text">{address}</span>
      </>
    ),
  },
  ...SITE_DETAILS,
];

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
      <SiteTotalsSentence totals={siteTotals(parseSites(rows).sites)} listed={rows.length} />
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
