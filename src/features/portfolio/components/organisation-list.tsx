import { ORGANISATION_KIND_WORDS } from "@/domain/rights/labels";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { KeysetPagination } from "@/ui/pagination";
import { EVERYTHING, portfolioAddress } from "../filters";
import type { OrganisationPage, ServedOrganisation } from "../queries/organisations";

/** The organisations of the ministries the agent serves, each with its people and its dossiers. */
export function OrganisationList({ page: { rows, previous, next } }: { page: OrganisationPage }) {
  const several = new Set(rows.map(({ ministry }) => ministry)).size > 1;
  return (
    <>
      <h2 className="fr-h4 fr-mt-6w">Les organisations du ministère</h2>
      <p>
        Le ministère, ses services et les opérateurs qu’il supervise. Leurs dossiers entrent dans
        votre portefeuille. Un administrateur du portail les ajoute et les corrige.
      </p>
      <DataTable
        id="organisations"
        caption="Organisations, par nom"
        columns={several ? [...FIRST, MINISTRY, ...COLUMNS] : [...FIRST, ...COLUMNS]}
        rows={rows}
        rowKey={({ id }) => id}
      />
      <KeysetPagination
        label="Pages des organisations"
        previousHref={previous && routes.ministryOrganisations(`avant=${previous}`)}
        nextHref={next && routes.ministryOrganisations(`apres=${next}`)}
      />
    </>
  );
}

const MINISTRY: Column<ServedOrganisation> = {
  key: "ministry",
  header: "Ministère",
  cell: ({ ministry }) => ministry,
};

const FIRST: readonly Column<ServedOrganisation>[] = [
  {
    key: "name",
    header: "Organisation",
    rowHeader: true,
    cell: ({ id, name, dossiers }) =>
      dossiers === 0 ? (
        name
      ) : (
        <AppLink href={routes.ministry(portfolioAddress({ ...EVERYTHING, organisationId: id }))}>
          {name}
        </AppLink>
      ),
  },
];

const COLUMNS: readonly Column<ServedOrganisation>[] = [
  { key: "kind", header: "Nature", cell: ({ kind }) => ORGANISATION_KIND_WORDS[kind] },
  { key: "siret", header: "SIRET", cell: ({ siret }) => siret },
  {
    key: "people",
    header: "Comptes ouverts",
    numeric: true,
    cell: ({ people }) => people,
  },
  { key: "dossiers", header: "Dossiers déposés", numeric: true, cell: ({ dossiers }) => dossiers },
  {
    key: "projects",
    header: "En exécution",
    numeric: true,
    cell: ({ projects }) => projects,
  },
];
