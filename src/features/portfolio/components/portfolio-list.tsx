import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { DefinitionList } from "@/ui/definition-list";
import { EmptyState } from "@/ui/empty-state";
import { KeysetPagination } from "@/ui/pagination";
import { StatusBadge } from "@/ui/status-badge";
import { type Cursor, type PortfolioQuery, portfolioAddress } from "../filters";
import type { Portfolio, PortfolioRow } from "../queries/portfolio";
import { PortfolioFilters } from "./portfolio-filters";

interface Props {
  query: PortfolioQuery;
  portfolio: Portfolio;
}

/** The dossiers of the ministries the agent serves: the figures of the selection, its filters, its rows. */
export function PortfolioList({ query, portfolio }: Props) {
  const { ministries, themes, totals } = portfolio;
  const chosen = ministries.filter(
    ({ id }) => query.ministryId === null || id === query.ministryId,
  );
  const served = <p className="fr-text--lead">{chosen.map(({ name }) => name).join(", ")}</p>;
  if (themes.length === 0) {
    return (
      <>
        {served}
        <EmptyState action={{ label: "Voir les thèmes", href: routes.themes() }}>
          Aucun dossier n’est déposé pour l’instant par votre ministère, ses services ou ses
          opérateurs. Chaque dossier apparaît ici dès son dépôt.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {served}
      <DefinitionList
        items={[
          { term: "Dossiers déposés", details: totals.count },
          { term: "Subventions demandées", details: <Amount cents={totals.asked} /> },
          {
            term: "Subventions accordées et notifiées",
            details: <Amount cents={totals.awarded} />,
          },
        ]}
      />
      <PortfolioFilters query={query} portfolio={portfolio} />
      <Rows query={query} portfolio={portfolio} />
    </>
  );
}

function Rows({ query, portfolio: { rows, totals, newer, older, ministries } }: Props) {
  const start = routes.ministry(portfolioAddress({ ...query, cursor: null }));
  if (totals.count === 0) {
    return (
      <EmptyState action={{ label: "Voir tous les dossiers", href: routes.ministry() }}>
        Aucun dossier ne correspond à ces filtres.
      </EmptyState>
    );
  }
  if (rows.length === 0) {
    return (
      <EmptyState action={{ label: "Revenir au début de la liste", href: start }}>
        Il n’y a pas de dossier plus loin dans cette liste.
      </EmptyState>
    );
  }
  const at = (cursor: Cursor | null) =>
    cursor && routes.ministry(portfolioAddress({ ...query, cursor }));
  const several = ministries.length > 1 && query.ministryId === null;
  return (
    <>
      <DataTable
        id="portefeuille"
        caption="Dossiers, le dernier déposé d’abord. Subventions TTC."
        columns={several ? [...COLUMNS.slice(0, 2), MINISTRY, ...COLUMNS.slice(2)] : COLUMNS}
        rows={rows}
        rowKey={({ id }) => id}
      />
      <KeysetPagination
        label="Pages du portefeuille"
        previousHref={at(newer)}
        nextHref={at(older)}
      />
    </>
  );
}

const MINISTRY: Column<PortfolioRow> = {
  key: "ministry",
  header: "Ministère",
  cell: ({ ministry }) => ministry ?? "Non renseigné",
};

const COLUMNS: readonly Column<PortfolioRow>[] = [
  {
    key: "number",
    header: "Numéro",
    rowHeader: true,
    cell: ({ number }) => (
      <AppLink className="guichet-amount" href={routes.ministryDossier(number)}>
        {number}
      </AppLink>
    ),
  },
  { key: "organisation", header: "Organisation", cell: ({ organisation }) => organisation },
  { key: "title", header: "Projet", cell: ({ title }) => title },
  { key: "theme", header: "Thème", cell: ({ theme }) => theme.code },
  {
    key: "status",
    header: "Statut",
    cell: ({ status }) => (
      <StatusBadge small label={status.label} severity={status.severity ?? undefined} />
    ),
  },
  {
    key: "asked",
    header: "Demandée",
    numeric: true,
    cell: ({ asked }) => <Amount cents={asked} />,
  },
  {
    key: "awarded",
    header: "Accordée",
    numeric: true,
    cell: ({ awarded }) => (awarded === null ? "Sans\u00A0objet" : <Amount cents={awarded} />),
  },
];
