import { endOfDay } from "@/domain/calendar";
import { VISA_LABELS } from "@/domain/dossier/visa";
import { dutyName } from "@/domain/execution/obligations";
import { WEATHER_LABELS } from "@/domain/execution/weather";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { StatusBadge } from "@/ui/status-badge";
import { ACT, BULK_WORDS, type BulkAct, DOSSIER, LIST } from "../bulk";
import { COLUMN_KEYS, COLUMNS, type ColumnKey } from "../columns";
import { filterQuery, type ListFilters, ORDERS } from "../filters";
import type { WorkList } from "../queries/list";
import type { ListedDossier } from "../queries/page";
import { ageWords, driftWords, dueWords } from "../words";
import { SelectAll } from "./select-all";

interface Props {
  list: Pick<WorkList, "rows" | "exchanges" | "now">;
  filters: ListFilters;
  /** What the reader may do on several of them. */
  acts: readonly BulkAct[];
}

const FORM = "selection";

/** A page of dossiers, in the columns chosen; ticked, they go together to the page of an act. */
export function ListTable(props: Props) {
  const { filters, acts } = props;
  if (acts.length === 0) return <Table {...props} />;
  return (
    <form id={FORM} action={routes.bulkAct()} method="get">
      <input type="hidden" name={LIST} value={filterQuery(filters).toString()} />
      <Table {...props} />
    </form>
  );
}

function Table({ list, filters, acts }: Props) {
  const { rows, exchanges, now } = list;
  const chosen = COLUMN_KEYS.filter((key) => filters.columns.includes(key) && key !== "projet");
  const title = filters.columns.includes("projet");
  return (
    <DataTable
      id="dossiers"
      caption={`Dossiers déposés, montants TTC. Ordre\u00A0: ${ORDERS[filters.order].toLocaleLowerCase("fr")}`}
      header={acts.length > 0 && <Acts acts={acts} />}
      columns={[
        ...(acts.length > 0 ? [TICK] : []),
        number(title, exchanges),
        ...chosen.map((key) => column(key, filters, now)),
      ]}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}

/** The acts on the dossiers ticked: each leads to a page that names them before anything is done. */
function Acts({ acts }: { acts: readonly BulkAct[] }) {
  return (
    <>
      <div className="fr-table__detail">
        <SelectAll form={FORM} name={DOSSIER}>
          Cochez des dossiers, puis choisissez une action.
        </SelectAll>
      </div>
      <ul className="fr-btns-group fr-btns-group--sm fr-btns-group--inline-md">
        {acts.map((act) => (
          <li key={act}>
            <button
              type="submit"
              name={ACT}
              value={BULK_WORDS[act].slug}
              className="fr-btn fr-btn--secondary"
            >
              {BULK_WORDS[act].label}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

const TICK: Column<ListedDossier> = {
  key: "tick",
  header: "Sélection",
  cell: ({ number: of }) => (
    <div className="fr-checkbox-group fr-checkbox-group--sm">
      <input type="checkbox" id={`cocher-${of}`} name={DOSSIER} value={of} />
      <label className="fr-label" htmlFor={`cocher-${of}`}>
        <span className="fr-sr-only">Sélectionner le dossier {of}</span>
      </label>
    </div>
  ),
};

const number = (withTitle: boolean, exchanges: WorkList["exchanges"]): Column<ListedDossier> => ({
  key: "number",
  header: "Dossier",
  rowHeader: true,
  cell: ({ id, number: of, title }) => (
    <>
      <AppLink href={routes.instructionDossier(of)}>{withTitle ? `${of} – ${title}` : of}</AppLink>
      <Waiting number={of} glance={exchanges.get(id)} />
    </>
  ),
});

/** That the carrier wrote: first to whoever has not read it, then to all until somebody answers. */
function Waiting({ number: of, glance }: { number: string; glance: Glance | undefined }) {
  if (!glance || (glance.unread === 0 && glance.waitsSince === null)) return null;
  return (
    <span className="fr-hint-text">
      <AppLink href={routes.carrierMessages(of)}>
        {glance.unread > 0 ? "Message du porteur à lire" : "Message du porteur sans réponse"}
      </AppLink>
    </span>
  );
}

type Glance = WorkList["exchanges"] extends ReadonlyMap<string, infer Value> ? Value : never;
type Cell = Pick<Column<ListedDossier>, "cell" | "numeric">;

function column(key: ColumnKey, filters: ListFilters, now: Date): Column<ListedDossier> {
  const sort = sortOf(key, filters);
  return { key, header: COLUMNS[key], ...cells(now)[key], ...(sort && { sort }) };
}

/** The headers that change the order of the list. */
function sortOf(key: ColumnKey, { order, ...filters }: ListFilters): Column<ListedDossier>["sort"] {
  const to = (other: ListFilters["order"]) =>
    routes.instruction(filterQuery({ ...filters, order: other, cursor: null }));
  if (key === "subvention") {
    return {
      href: to("montant"),
      ...(order === "montant" && { direction: "descending" as const }),
    };
  }
  if (key !== "age") return undefined;
  if (order === "montant") return { href: to("anciens") };
  return order === "anciens"
    ? { href: to("recents"), direction: "descending" }
    : { href: to("anciens"), direction: "ascending" };
}

const cells = (now: Date): Record<ColumnKey, Cell> => ({
  projet: { cell: ({ title }) => title },
  porteur: { cell: ({ carrier }) => carrier },
  ministere: { cell: ({ ministry }) => ministry ?? "Sans objet" },
  theme: { cell: ({ themeCode }) => themeCode },
  statut: {
    cell: ({ status }) => (
      <StatusBadge small label={status.label} severity={status.severity ?? undefined} />
    ),
  },
  subvention: { numeric: true, cell: ({ grant }) => <Amount cents={grant} /> },
  cout: { numeric: true, cell: ({ total }) => <Amount cents={total} /> },
  age: {
    cell: ({ filedAt }) => (
      <>
        {ageWords(filedAt, now)}
        <span className="fr-hint-text">
          le <InstantTime instant={filedAt} format="short" />
        </span>
      </>
    ),
  },
  echeance: { cell: ({ due }) => <Due due={due} now={now} /> },
  instructeur: { cell: ({ assignee }) => assignee ?? "Sans instructeur" },
  visa: {
    cell: ({ visa }) =>
      visa ? (
        <StatusBadge
          small
          label={VISA_LABELS[visa].label}
          severity={VISA_LABELS[visa].severity ?? undefined}
        />
      ) : (
        "Sans\u00A0objet"
      ),
  },
  avis: {
    cell: ({ opinions: { given, asked } }) => (asked === 0 ? "Aucun" : `${given} sur ${asked}`),
  },
  attendu: { cell: ({ project }) => <Awaited project={project} now={now} /> },
  meteo: {
    cell: ({ project }) => {
      if (!project) return "Sans\u00A0objet";
      return project.report ? WEATHER_LABELS[project.report.weather] : "Pas de compte rendu";
    },
  },
  derive: { cell: ({ project }) => driftWords(project) },
  etiquettes: {
    cell: ({ labels }) => (labels.length === 0 ? "Aucune" : labels.join(", ")),
  },
});

/** What a project owes next; late is said in words, then in colour. */
function Awaited({ project, now }: { project: ListedDossier["project"]; now: Date }) {
  if (!project) return "Sans\u00A0objet";
  if (project.suspended) return "Suspendu";
  if (!project.duty) return "Rien";
  const { kind, period, dueOn } = project.duty;
  return (
    <>
      {dutyName(kind, period)}
      <br />
      <Due due={endOfDay(dueOn)} now={now} />
    </>
  );
}

/** A deadline with its date and what is left; overdue is said in words, then in colour. */
export function Due({ due, now }: { due: Date | null; now: Date }) {
  if (!due) return "Sans date";
  const { text, late } = dueWords(due, now);
  return (
    <>
      <InstantTime instant={due} format="short" />
      {late ? (
        <>
          <br />
          <StatusBadge small severity="error" label={text} />
        </>
      ) : (
        <span className="fr-hint-text">{text}</span>
      )}
    </>
  );
}
