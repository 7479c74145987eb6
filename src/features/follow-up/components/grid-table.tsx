import type { ReadRow } from "@/domain/execution/report";
import { formatCell } from "@/domain/execution/report-cells";
import { SECTION_LABELS } from "@/domain/execution/report-grid";
import { type Column, DataTable } from "@/ui/data-table";
import { gapWords } from "../words";

interface Props {
  id: string;
  rows: readonly ReadRow[];
  /** What nobody typed was confirmed with the rest. */
  handedIn: boolean;
}

/** The lines of a report to read: what was planned, what is done, the gap between both. */
export function GridTable({ id, rows, handedIn }: Props) {
  return (
    <DataTable
      id={id}
      caption="Prévu, réalisé et écart, montants TTC depuis le début du projet"
      columns={columnsOf(handedIn)}
      rows={rows}
      rowKey={({ key }) => key}
    />
  );
}

const columnsOf = (handedIn: boolean): readonly Column<ReadRow>[] => [
  { key: "label", header: "Ligne", rowHeader: true, cell: ({ label }) => label },
  { key: "section", header: "Rubrique", cell: ({ section }) => SECTION_LABELS[section] },
  {
    key: "planned",
    header: "Prévu",
    numeric: true,
    cell: ({ kind, planned, unit }) => formatCell(kind, planned, unit),
  },
  {
    key: "value",
    header: "Réalisé ou attendu",
    numeric: true,
    cell: ({ kind, value, unit, toConfirm, typed, problem }) => (
      <>
        {problem === null ? formatCell(kind, value, unit) : typed || "Non renseigné"}
        {toConfirm && handedIn && <span className="fr-hint-text">Repris et confirmé</span>}
        {toConfirm && !handedIn && <span className="guichet-to-confirm">Repris, à confirmer</span>}
      </>
    ),
  },
  { key: "gap", header: "Écart", numeric: true, cell: gapWords },
];
