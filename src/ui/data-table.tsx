import { Fragment, type HTMLAttributes, type ReactNode } from "react";
import { AppLink } from "@/ui/app-link";

/** Explicit roles: under 768 px `display: block` would otherwise hide the table from screen readers. */
const ROLE = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Amounts and counts: right-aligned, tabular figures. */
  numeric?: boolean;
  /** The cell that names the row. One column at most. */
  rowHeader?: boolean;
  /** Makes the header a link to the same page sorted by this column. */
  sort?: { href: string; direction?: "ascending" | "descending" };
}

export interface DataTableProps<Row> {
  /** Names the table and says the unit: « Plan de financement, montants TTC ». */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What is done on the rows ticked: a detail, then buttons. */
  header?: ReactNode;
  /** Totals, as complete `DataTotal` rows. */
  footer?: ReactNode;
  /** Unique in the page. */
  id: string;
  /** What is said on a line of its own before a row: where a limit falls between two rows. */
  before?: (row: Row) => ReactNode;
  /** Handlers and state of a row that can be dragged. */
  rowProps?: (row: Row) => HTMLAttributes<HTMLTableRowElement>;
}

/**
 * A table of data: caption, row and column headers, sort by links. Under 768 px each row is a block, labels before
 * values.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  header,
  footer,
  id,
  before,
  rowProps,
}: DataTableProps<Row>) {
  return (
    <div className="fr-table fr-table--multiline guichet-table">
      {header !== undefined && <div className="fr-table__header">{header}</div>}
      <div className="fr-table__wrapper">
        <section className="fr-table__container" tabIndex={0} aria-labelledby={`${id}-titre`}>
          <div className="fr-table__content">
            <table {...ROLE.table} id={id}>
              <caption id={`${id}-titre`}>{caption}</caption>
              <Head columns={columns} />
              <tbody {...ROLE.rowgroup}>
                {rows.map((row) => (
                  <Fragment key={rowKey(row)}>
                    {before && <Between columns={columns.length}>{before(row)}</Between>}
                    <tr {...ROLE.row} {...rowProps?.(row)}>
                      {columns.map((column) => (
                        <Cell key={column.key} column={column} row={row} />
                      ))}
                    </tr>
                  </Fragment>
                ))}
              </tbody>
              {footer}
            </table>
          </div>
        </section>
      </div>
    </div>
  );
}

function Between({ columns, children }: { columns: number; children: ReactNode }) {
  if (children === null) return null;
  return (
    <tr {...ROLE.row} className="guichet-table__between">
      <td {...ROLE.cell} colSpan={columns}>
        {children}
      </td>
    </tr>
  );
}

function Head<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return (
    <thead {...ROLE.rowgroup}>
      <tr {...ROLE.row}>
        {columns.map((column) => (
          <th
            key={column.key}
            {...ROLE.columnheader}
            scope="col"
            className={column.numeric ? "fr-cell--right" : undefined}
            aria-sort={column.sort?.direction}
          >
            {column.sort ? <SortLink header={column.header} sort={column.sort} /> : column.header}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const ARROWS = {
  ascending: "fr-icon-arrow-up-line",
  descending: "fr-icon-arrow-down-line",
} as const;

function SortLink({
  header,
  sort,
}: {
  header: string;
  sort: { href: string; direction?: "ascending" | "descending" };
}) {
  const icon = sort.direction ? ` fr-link--icon-right ${ARROWS[sort.direction]}` : "";
  return (
    <AppLink href={sort.href} className={`fr-link fr-link--sm${icon}`}>
      <span className="fr-sr-only">Trier par </span>
      {header}
    </AppLink>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = column.numeric ? "fr-cell--right guichet-figures" : undefined;
  if (column.rowHeader)
    return (
      <th {...ROLE.rowheader} scope="row" data-label={column.header} className={className}>
        {column.cell(row)}
      </th>
    );
  return (
    <td {...ROLE.cell} data-label={column.header} className={className}>
      {column.cell(row)}
    </td>
  );
}

export interface DataTotalProps {
  label: string;
  /** Columns the label spans. */
  span: number;
  /** One value per remaining column, with the header shown before it under 768 px. */
  values: readonly { header: string; value: ReactNode }[];
}

/** The foot of a table with one row of totals. */
export function DataTotal({ label, span, values }: DataTotalProps) {
  return (
    <tfoot {...ROLE.rowgroup}>
      <tr {...ROLE.row}>
        <th {...ROLE.rowheader} scope="row" colSpan={span}>
          {label}
        </th>
        {values.map(({ header, value }) => (
          <td
            {...ROLE.cell}
            key={header}
            data-label={header}
            className="fr-cell--right guichet-figures"
          >
            {value}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
