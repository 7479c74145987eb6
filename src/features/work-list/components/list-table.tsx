import { VISA_LABELS } from "@/domain/dossier/visa";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { StatusBadge } from "@/ui/status-badge";
import { COLUMN_KEYS, COLUMNS, type ColumnKey } from "../columns";
import { filterQuery, type ListFilters, ORDERS } from "../filters";
import type { ListedDossier } from "../queries/page";
import { ageWords, dueWords } from "../words";

interface Props {
  rows: readonly ListedDossier[];
  filters: ListFilters;
  now: Date;
}

/** A page of dossiers, in the columns chosen. */
export function ListTable({ rows, filters, now }: Props) {
  const chosen = COLUMN_KEYS.filter((key) => filters.columns.includes(key) && key !== "projet");
  const title = filters.columns.includes("projet");
  return (
    <DataTable
      id="dossiers"
      caption={`Dossiers déposés, montants TTC. Ordre\u00A0: ${ORDERS[filters.order].toLocaleLowerCase("fr")}`}
      columns={[number(title), ...chosen.map((key) => column(key, filters, now))]}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}

const number = (withTitle: boolean): Column<ListedDossier> => ({
  key: "number",
  header: "Dossier",
  rowHeader: true,
  cell: ({ number: of, title }) => (
    <AppLink href={routes.instructionDossier(of)}>{withTitle ? `${of} – ${title}` : of}</AppLink>
  ),
});

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
  etiquettes: {
    cell: ({ labels }) => (labels.length === 0 ? "Aucune" : labels.join(", ")),
  },
});

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
