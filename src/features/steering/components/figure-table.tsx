import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable, DataTotal } from "@/ui/data-table";
import { type SteeringFilters, steeringAddress } from "../filters";
import type { SteeringRow, SteeringTable } from "../tables";
import { cellText } from "../words";

interface Props {
  table: SteeringTable;
  /** What the page looks at: its lists look at the same. */
  filters: SteeringFilters;
}

/** A table of the committee: each row opens the projects it counts. */
export function FigureTable({ table, filters }: Props) {
  const { key, caption, headings, words = [], rows, total } = table;
  const [first = "", ...others] = headings;
  const columns: readonly Column<SteeringRow>[] = [
    {
      key: "label",
      header: first,
      rowHeader: true,
      cell: ({ label, filters: own }) =>
        own === null ? (
          label
        ) : (
          <AppLink href={routes.steeredProjects(steeringAddress({ ...filters, ...own }))}>
            {label}
          </AppLink>
        ),
    },
    ...others.map((header, index) => ({
      key: header,
      header,
      numeric: !words.includes(header),
      cell: ({ cells }: SteeringRow) =>
        words.includes(header) ? (
          cellText(cells[index] ?? null)
        ) : (
          <span className="guichet-amount">{cellText(cells[index] ?? null)}</span>
        ),
    })),
  ];
  return (
    <DataTable
      id={`tableau-${key}`}
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      {...(total && {
        footer: (
          <DataTotal
            label="Total"
            span={1}
            values={others.map((header, index) => ({
              header,
              value: <span className="guichet-amount">{cellText(total[index] ?? null)}</span>,
            }))}
          />
        ),
      })}
    />
  );
}

/** The same table for a spreadsheet. */
export function TableFiles({ table, filters }: Props) {
  const query = steeringAddress(filters);
  query.set("tableau", table.key);
  return (
    <ul className="guichet-steering-files">
      {(["csv", "xlsx"] as const).map((format) => (
        <li key={format}>
          <a className="fr-link fr-link--download" href={routes.steeringTableFile(format, query)}>
            {format.toUpperCase()}
            <span className="fr-sr-only">
              {"\u00A0"}: {table.title}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
