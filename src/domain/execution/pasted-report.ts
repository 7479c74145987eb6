import {
  plainWords,
  problemSentence,
  readPasted,
  type TableColumn,
} from "@/domain/dossier/pasted-table";
import { readGrid, type TypedCells } from "./report";
import type { GridRow } from "./report-grid";

/** The columns of a grid pasted from a spreadsheet: its lines are found again by their label. */
export const REPORT_COLUMNS: readonly TableColumn<"label" | "value">[] = [
  {
    key: "label",
    label: "Ligne",
    names: ["libelle", "jalon", "poste", "indicateur", "intitule"],
    needed: true,
    accepts: "Le nom de la ligne, comme dans la grille.",
  },
  {
    key: "value",
    label: "Réalisé",
    names: ["realise", "valeur", "date", "montant", "reel"],
    needed: true,
    accepts: "Un jour, un montant ou un nombre.",
  },
];

/** More rows than any grid has. */
const LIMIT = 200;

/** What a paste brings: cells by row, and a sentence for each line that brings nothing. */
export interface PastedCells {
  cells: Record<string, string>;
  problems: string[];
}

/** Reads a pasted table against a grid. A line of another name, or whose value cannot be read, changes nothing. */
export function pastedCells(
  rows: readonly GridRow[],
  table: readonly (readonly string[])[],
): PastedCells {
  const byLabel = new Map(
    rows.filter(({ settled }) => !settled).map((row) => [plainWords(row.label), row]),
  );
  const read = readPasted<"label" | "value", { label: string; value: string }>(
    {
      columns: REPORT_COLUMNS,
      limit: LIMIT,
      plural: "lignes",
      toLine: (line) => line,
      problemsOf: ({ label, value }) => {
        const row = byLabel.get(plainWords(label));
        if (!row) return [["label", "cette ligne n’est pas dans la grille."]];
        const problem = problemIn(row, value);
        return problem === null ? [] : [["value", problem]];
      },
    },
    table,
  );
  if (read.refusal !== null) return { cells: {}, problems: [read.refusal] };
  const cells: Record<string, string> = {};
  const problems: string[] = [];
  for (const { row: place, line, problems: wrong } of read.rows) {
    const row = byLabel.get(plainWords(line.label));
    if (row && wrong.length === 0) cells[row.key] = line.value;
    problems.push(...wrong.map((problem) => problemSentence(place, problem)));
  }
  return { cells, problems };
}

function problemIn(row: GridRow, value: string): string | null {
  const cells: TypedCells = { [row.key]: value };
  return readGrid([row], cells)[0]?.problem ?? null;
}
