import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { EVERYTHING, type PortfolioQuery, portfolioAddress } from "../filters";
import type { CarrierLoad } from "../queries/portfolio";

/** Organisations shown: the most loaded. The filter of the list names them all. */
const MOST_SHOWN = 15;

interface Props {
  query: PortfolioQuery;
  carriers: readonly CarrierLoad[];
}

/** The load of the teams: how many projects each organisation of the ministry carries out at once. */
export function LoadTable({ query: { ministryId }, carriers }: Props) {
  const loaded = carriers
    .filter(({ projects }) => projects > 0)
    .sort((one, other) => other.projects - one.projects)
    .slice(0, MOST_SHOWN);
  if (loaded.length === 0) return null;
  const columns: readonly Column<CarrierLoad>[] = [
    {
      key: "name",
      header: "Organisation",
      rowHeader: true,
      cell: ({ id, name }) => (
        <AppLink
          href={routes.ministry(
            portfolioAddress({ ...EVERYTHING, ministryId, organisationId: id }),
          )}
        >
          {name}
        </AppLink>
      ),
    },
    {
      key: "projects",
      header: "Projets en exécution",
      numeric: true,
      cell: ({ projects }) => projects,
    },
    {
      key: "dossiers",
      header: "Dossiers en tout",
      numeric: true,
      cell: ({ dossiers }) => dossiers,
    },
  ];
  return (
    <>
      <h2 className="fr-h4 fr-mt-4w">Charge des équipes</h2>
      <DataTable
        id="charge"
        caption="Projets menés de front par organisation, la plus chargée d’abord"
        columns={columns}
        rows={loaded}
        rowKey={({ id }) => id}
      />
    </>
  );
}
