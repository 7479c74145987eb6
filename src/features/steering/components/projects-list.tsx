import { LINK_WORDS } from "@/domain/credits/chain";
import { STATUS_LABELS } from "@/domain/dossier/statuses";
import { MEASURES } from "@/domain/steering/figures";
import { THEME_LIST } from "@/domain/themes/index";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { EmptyState } from "@/ui/empty-state";
import { FilterChoice, FilterForm, FilterTags } from "@/ui/list-filters";
import { KeysetPagination } from "@/ui/pagination";
import { StatusBadge } from "@/ui/status-badge";
import { ThemeChoice } from "@/ui/theme-choice";
import {
  NO_MINISTRY,
  PART_FILTERS,
  PARTS,
  type Place,
  type ProjectsQuery,
  stateSlug,
  steeringAddress,
} from "../filters";
import type { SteeredProject, SteeredProjects } from "../queries/projects";
import { SHOWN_STATES } from "../states";
import { filterTags, formatCount } from "../words";

interface Props {
  query: ProjectsQuery;
  projects: SteeredProjects;
}

/** The projects behind a figure: what they add up to, the filters, the rows. */
export function ProjectsList({ query, projects }: Props) {
  const { whole, ministries } = projects;
  return (
    <>
      <p className="fr-text--lead">
        {formatCount(whole.dossiers)} dossier{whole.dossiers > 1 ? "s" : ""}. Les totaux portent sur
        toute la liste.
      </p>
      <DefinitionList
        items={MEASURES.map((measure) => ({
          term: LINK_WORDS[measure].label,
          details: <Amount cents={whole.amounts[measure]} />,
        }))}
      />
      <Filters query={query} ministries={ministries} />
      <FilterTags
        tags={filterTags(query, ministries).map(({ label, without }) => ({
          label,
          href: routes.steeredProjects(steeringAddress(without)),
        }))}
      />
      <Rows query={query} projects={projects} />
    </>
  );
}

function Filters({
  query,
  ministries,
}: { query: ProjectsQuery } & Pick<SteeredProjects, "ministries">) {
  const { quarter, bop, volet } = steeringEntries(query);
  return (
    <FilterForm action={routes.steeredProjects()}>
      {quarter && <input type="hidden" name="trimestre" value={quarter} />}
      {bop && <input type="hidden" name="bop" value={bop} />}
      {volet && <input type="hidden" name="volet" value={volet} />}
      <ThemeChoice theme={query.theme} themes={THEME_LIST} />
      <FilterChoice
        name="ministere"
        label="Ministère"
        all="Tous les ministères"
        value={query.ministry ?? ""}
        options={[
          ...ministries.map(({ id, name }) => ({ value: id, label: name })),
          { value: NO_MINISTRY, label: "Sans ministère" },
        ]}
      />
      <FilterChoice
        name="etat"
        label="État"
        all="Tous les états"
        value={query.state ? stateSlug(query.state) : ""}
        options={SHOWN_STATES.map((state) => ({
          value: stateSlug(state),
          label: STATUS_LABELS[state].label,
        }))}
      />
      <FilterChoice
        name="montrer"
        label="Projets"
        all="Tous les projets"
        value={query.part ? PART_FILTERS[query.part].slug : ""}
        options={PARTS.map((part) => ({
          value: PART_FILTERS[part].slug,
          label: PART_FILTERS[part].label,
        }))}
      />
    </FilterForm>
  );
}

/** What the form keeps without showing it: its tags take it away. */
function steeringEntries(query: ProjectsQuery) {
  const address = steeringAddress(query);
  return {
    quarter: address.get("trimestre"),
    bop: address.get("bop"),
    volet: address.get("volet"),
  };
}

function Rows({ query, projects: { rows, whole, previous, next } }: Props) {
  if (whole.dossiers === 0) {
    return (
      <EmptyState action={{ label: "Voir tous les projets", href: routes.steeredProjects() }}>
        Aucun projet ne correspond à ces filtres.
      </EmptyState>
    );
  }
  const start = steeringAddress({ ...query, place: null });
  if (rows.length === 0) {
    return (
      <EmptyState
        action={{ label: "Revenir au début de la liste", href: routes.steeredProjects(start) }}
      >
        Il n’y a pas de projet plus loin dans cette liste.
      </EmptyState>
    );
  }
  const at = (place: Place | null) =>
    place && routes.steeredProjects(steeringAddress({ ...query, place }));
  return (
    <>
      <DataTable
        id="projets"
        caption="Projets, le dernier déposé d’abord. Montants TTC en euros."
        columns={COLUMNS}
        rows={rows}
        rowKey={({ id }) => id}
      />
      <ul className="guichet-steering-files">
        {(["csv", "xlsx"] as const).map((format) => (
          <li key={format}>
            <a
              className="fr-link fr-link--download"
              href={routes.steeredProjectsFile(format, start)}
            >
              Télécharger la liste ({format.toUpperCase()})
            </a>
          </li>
        ))}
      </ul>
      <KeysetPagination label="Pages des projets" previousHref={at(previous)} nextHref={at(next)} />
    </>
  );
}

const COLUMNS: readonly Column<SteeredProject>[] = [
  {
    key: "number",
    header: "Numéro",
    rowHeader: true,
    cell: ({ number, granted }) =>
      granted === null ? (
        <span className="guichet-amount">{number}</span>
      ) : (
        <AppLink className="guichet-amount" href={routes.creditDossier(number)}>
          {number}
        </AppLink>
      ),
  },
  { key: "title", header: "Projet", cell: ({ title }) => title },
  { key: "carrier", header: "Porteur", cell: ({ carrier }) => carrier },
  { key: "ministry", header: "Ministère", cell: ({ ministry }) => ministry ?? "Sans objet" },
  { key: "theme", header: "Thème", cell: ({ theme }) => theme },
  {
    key: "state",
    header: "État",
    cell: ({ state }) => (
      <StatusBadge small label={state.label} severity={state.severity ?? undefined} />
    ),
  },
  {
    key: "filed",
    header: "Déposé",
    cell: ({ filedAt }) => <InstantTime instant={filedAt} format="short" />,
  },
  ...MEASURES.map(
    (measure): Column<SteeredProject> => ({
      key: measure,
      header: LINK_WORDS[measure].label,
      numeric: true,
      cell: ({ granted, amounts }) => {
        const amount = measure === "granted" ? granted : amounts[measure];
        return amount === null ? "Sans\u00A0objet" : <Amount cents={amount} />;
      },
    }),
  ),
];
