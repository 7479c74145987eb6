import {
  CERTAINTY_LABELS,
  coFinancerAmount,
  isBlankCoFinancer,
  isCertainty,
  type TypedCoFinancer,
} from "@/domain/dossier/co-financing";
import { Amount } from "@/ui/amount";
import { type Column, DataTable } from "@/ui/data-table";

type Row = TypedCoFinancer & { rank: number };

const COLUMNS: readonly Column<Row>[] = [
  {
    key: "name",
    header: "Co-financeur",
    rowHeader: true,
    cell: ({ name, rank }) => name || `Co-financeur ${rank}`,
  },
  {
    key: "certainty",
    header: "Financement",
    cell: ({ certainty }) =>
      isCertainty(certainty) ? CERTAINTY_LABELS[certainty] : "Non renseigné",
  },
  {
    key: "amount",
    header: "Montant",
    numeric: true,
    cell: (line) => <Amount cents={coFinancerAmount(line)} />,
  },
];

/** The co-financers of a plan, read; nothing when there is none. */
export function CoFinancersTable({ lines }: { lines: readonly TypedCoFinancer[] }) {
  const rows = lines
    .map((line, index) => ({ ...line, rank: index + 1 }))
    .filter(({ rank: _rank, ...line }) => !isBlankCoFinancer(line));
  if (rows.length === 0) return null;
  return (
    <DataTable
      id="co-financeurs-du-plan"
      caption="Co-financeurs"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ rank }) => String(rank)}
    />
  );
}
