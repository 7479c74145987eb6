import { MOVEMENT_WORDS } from "@/domain/credits/movements";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { DayTime } from "@/ui/date-time";
import type { MovementLine } from "../queries/rows";

interface Props {
  movements: readonly MovementLine[];
  /** Whether the dossier of each is worth a column. */
  withDossier?: boolean;
}

/** The ledger, newest first: nothing of it is ever changed. */
export function MovementsTable({ movements, withDossier = false }: Props) {
  return (
    <DataTable
      id="mouvements"
      caption="Mouvements enregistrés, le dernier d’abord. Montants TTC."
      rows={movements}
      rowKey={({ id }) => id}
      columns={withDossier ? [...COLUMNS.slice(0, 2), DOSSIER, ...COLUMNS.slice(2)] : COLUMNS}
    />
  );
}

const DOSSIER: Column<MovementLine> = {
  key: "number",
  header: "Dossier",
  cell: ({ number }) =>
    number ? <AppLink href={routes.creditDossier(number)}>{number}</AppLink> : "Sans objet",
};

const COLUMNS: readonly Column<MovementLine>[] = [
  {
    key: "kind",
    header: "Mouvement",
    rowHeader: true,
    cell: ({ kind }) => MOVEMENT_WORDS[kind].label,
  },
  {
    key: "day",
    header: "Date comptable",
    cell: ({ onDay }) => <DayTime day={onDay} format="short" />,
  },
  { key: "ae", header: "AE", numeric: true, cell: ({ ae }) => <Amount cents={ae} /> },
  { key: "cp", header: "CP", numeric: true, cell: ({ cp }) => <Amount cents={cp} /> },
  {
    key: "reference",
    header: "Pièce",
    cell: ({ reference }) => reference || "Sans objet",
  },
  {
    key: "source",
    header: "Origine",
    cell: ({ imported }) => (imported ? "Extrait comptable" : "Deux personnes"),
  },
];
