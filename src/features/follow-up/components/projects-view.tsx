import { formatDay } from "@/domain/calendar";
import { driftWords } from "@/domain/execution/drift";
import { dutyName } from "@/domain/execution/obligations";
import { formatPeriod } from "@/domain/execution/periods";
import { WEATHER_LABELS, WEATHERS } from "@/domain/execution/weather";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { DefinitionList } from "@/ui/definition-list";
import { EmptyState } from "@/ui/empty-state";
import { FilterChoice, FilterForm } from "@/ui/list-filters";
import { KeysetPagination } from "@/ui/pagination";
import { StatusBadge } from "@/ui/status-badge";
import { ThemeChoice } from "@/ui/theme-choice";
import {
  type Place,
  type ProjectsQuery,
  projectsAddress,
  STATE_FILTERS,
  STATES,
  WEATHER_SLUGS,
} from "../filters";
import type { FollowedProject, Projects, ProjectsReader } from "../queries/projects";
import { WEATHER_BADGES } from "../words";

interface Props {
  as: ProjectsReader;
  query: ProjectsQuery;
  projects: Projects;
}

const LIST = {
  instruction: { list: routes.followedProjects, project: routes.examinedReports },
  ministry: { list: routes.ministryProjects, project: routes.ministryReports },
} as const;

/** The projects in execution one follows: how far they have drifted, the most overdue first. */
export function ProjectsView({ as, query, projects }: Props) {
  const { themes, drifts, count, lateCount } = projects;
  if (themes.length === 0) {
    return (
      <EmptyState action={{ label: "Voir les thèmes", href: routes.themes() }}>
        Aucun projet n’est en exécution. Un projet apparaît ici dès que son suivi est ouvert.
      </EmptyState>
    );
  }
  return (
    <>
      <p className="fr-text--lead">
        {counted(count, "projet")} en exécution
        {lateCount > 0 &&
          `, dont ${lateCount} en retard d’au moins un compte rendu ou un engagement`}
        .
      </p>
      <DefinitionList
        items={[
          { term: "Projets qui ont rendu compte", details: drifts.whole.projects },
          { term: "Dérive du budget", details: driftWords(drifts.whole.budget) },
          { term: "Dérive du calendrier", details: driftWords(drifts.whole.calendar) },
        ]}
      />
      <p className="fr-hint-text">
        Dernière estimation comparée au plan initial de chaque projet, avant toute modification
        acceptée. Un euro compte pour un euro, un jour pour un jour.
      </p>
      <Filters as={as} query={query} themes={themes} />
      <Rows as={as} query={query} projects={projects} />
    </>
  );
}

const counted = (count: number, word: string) => `${count} ${word}${count > 1 ? "s" : ""}`;

function Filters({ as, query, themes }: Omit<Props, "projects"> & Pick<Projects, "themes">) {
  return (
    <FilterForm action={LIST[as].list()}>
      <ThemeChoice theme={query.theme} themes={themes} />
      <FilterChoice
        name="meteo"
        label="Météo"
        all="Toutes les météos"
        value={query.weather ? WEATHER_SLUGS[query.weather] : ""}
        options={WEATHERS.map((weather) => ({
          value: WEATHER_SLUGS[weather],
          label: WEATHER_LABELS[weather],
        }))}
      />
      <FilterChoice
        name="etat"
        label="État"
        all="Tous les états"
        value={query.state ? STATE_FILTERS[query.state].slug : ""}
        options={STATES.map((state) => ({
          value: STATE_FILTERS[state].slug,
          label: STATE_FILTERS[state].label,
        }))}
      />
    </FilterForm>
  );
}

function Rows({ as, query, projects: { rows, count, previous, next } }: Props) {
  const { list } = LIST[as];
  if (count === 0) {
    return (
      <EmptyState action={{ label: "Voir tous les projets", href: list() }}>
        Aucun projet ne correspond à ces filtres.
      </EmptyState>
    );
  }
  if (rows.length === 0) {
    return (
      <EmptyState
        action={{
          label: "Revenir au début de la liste",
          href: list(projectsAddress({ ...query, place: null })),
        }}
      >
        Il n’y a pas de projet plus loin dans cette liste.
      </EmptyState>
    );
  }
  const at = (place: Place | null) => place && list(projectsAddress({ ...query, place }));
  return (
    <>
      <DataTable
        id="projets"
        caption="Projets en exécution, le plus en retard d’abord"
        columns={columnsOf(as)}
        rows={rows}
        rowKey={({ id }) => id}
      />
      {as === "instruction" && (
        <p>
          <a
            className="fr-link fr-link--download"
            href={routes.followedProjectsFile(projectsAddress({ ...query, place: null }))}
          >
            Télécharger la liste (CSV)
          </a>
        </p>
      )}
      <KeysetPagination label="Pages des projets" previousHref={at(previous)} nextHref={at(next)} />
    </>
  );
}

const columnsOf = (as: ProjectsReader): readonly Column<FollowedProject>[] => [
  {
    key: "number",
    header: "Numéro",
    rowHeader: true,
    cell: ({ number }) => (
      <AppLink className="guichet-amount" href={LIST[as].project(number)}>
        {number}
      </AppLink>
    ),
  },
  { key: "title", header: "Projet", cell: ({ title }) => title },
  { key: "carrier", header: "Porteur", cell: ({ carrier }) => carrier },
  { key: "theme", header: "Thème", cell: ({ themeCode }) => themeCode },
  {
    key: "next",
    header: "Attendu",
    cell: ({ next, suspended }) => {
      if (suspended) return "Suspendu";
      if (!next) return "Rien";
      return `${dutyName(next.kind, next.period)}, avant le ${formatDay(next.dueOn)}`;
    },
  },
  {
    key: "late",
    header: "Retard",
    cell: ({ late }) =>
      late === 0 ? "Aucun" : <StatusBadge small label={`${late} en retard`} severity="error" />,
  },
  {
    key: "weather",
    header: "Météo",
    cell: ({ report }) =>
      report ? (
        <>
          <StatusBadge small {...WEATHER_BADGES[report.weather]} /> {formatPeriod(report.period)}
        </>
      ) : (
        "Pas de compte rendu"
      ),
  },
  {
    key: "budget",
    header: "Dérive du budget",
    numeric: true,
    cell: ({ report }) => (report ? driftWords(report.budget) : "Sans\u00A0objet"),
  },
  {
    key: "calendar",
    header: "Dérive du calendrier",
    numeric: true,
    cell: ({ report }) => (report ? driftWords(report.calendar) : "Sans\u00A0objet"),
  },
];
