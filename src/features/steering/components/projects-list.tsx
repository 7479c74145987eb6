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
import { KeysetPagination } from "@/ui/pagination";
import { SelectField } from "@/ui/select-field";
import { StatusBadge } from "@/ui/status-badge";
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
      <Tags query={query} ministries={ministries} />
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
    <form action={routes.steeredProjects()} method="get" className="guichet-steering-form">
      {quarter && <input type="hidden" name="trimestre" value={quarter} />}
      {bop && <input type="hidden" name="bop" value={bop} />}
      {volet && <input type="hidden" name="volet" value={volet} />}
      <div className="fr-grid-row fr-grid-row--gutters">
        <Choice
          name="theme"
          label="Thème"
          all="Tous les thèmes"
          value={THEME_LIST.find(({ code }) => code === query.theme)?.slug ?? ""}
          options={THEME_LIST.map(({ code, slug, title }) => ({
            value: slug,
            label: `${code}\u00A0: ${title}`,
          }))}
        />
        <Choice
          name="ministere"
          label="Ministère"
          all="Tous les ministères"
          value={query.ministry ?? ""}
          options={[
            ...ministries.map(({ id, name }) => ({ value: id, label: name })),
            { value: NO_MINISTRY, label: "Sans ministère" },
          ]}
        />
        <Choice
          name="etat"
          label="État"
          all="Tous les états"
          value={query.state ? stateSlug(query.state) : ""}
          options={SHOWN_STATES.map((state) => ({
            value: stateSlug(state),
            label: STATUS_LABELS[state].label,
          }))}
        />
        <Choice
          name="montrer"
          label="Projets"
          all="Tous les projets"
          value={query.part ? PART_FILTERS[query.part].slug : ""}
          options={PARTS.map((part) => ({
            value: PART_FILTERS[part].slug,
            label: PART_FILTERS[part].label,
          }))}
        />
      </div>
      <button className="fr-btn fr-btn--secondary fr-mt-3w" type="submit">
        Appliquer les filtres
      </button>
    </form>
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

function Choice(props: {
  name: string;
  label: string;
  all: string;
  value: string;
  options: readonly { value: string; label: string }[];
}) {
  const { name, label, all, value, options } = props;
  return (
    <div className="fr-col-12 fr-col-md-6 fr-col-lg-3">
      <SelectField
        name={name}
        id={`filtre-${name}`}
        label={label}
        options={options}
        defaultValue={value}
        emptyLabel={all}
        native={{ required: false }}
      />
    </div>
  );
}

function Tags({
  query,
  ministries,
}: { query: ProjectsQuery } & Pick<SteeredProjects, "ministries">) {
  const tags = filterTags(query, ministries);
  if (tags.length === 0) return null;
  return (
    <ul className="fr-tags-group" aria-label="Filtres appliqués">
      {tags.map(({ label, without }) => (
        <li key={label}>
          <AppLink className="fr-tag" href={routes.steeredProjects(steeringAddress(without))}>
            <span className="fr-sr-only">Retirer le filtre </span>
            {label}
            <span className="fr-icon-close-line fr-icon--sm fr-ml-1v" aria-hidden="true" />
          </AppLink>
        </li>
      ))}
    </ul>
  );
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
