/**
 * A table of a spreadsheet on its way into a list of the portal: rows of cells in, typed lines and what is wrong out.
 * Cells travel as text; the file or the paste they come from is read elsewhere.
 */

/** A column a list accepts. */
export interface TableColumn<Key extends string> {
  key: Key;
  /** As the portal heads it. */
  label: string;
  /** Other headings people write, in lower case without accents. */
  names: readonly string[];
  /** A table without this column cannot be read. */
  needed?: boolean;
  /** What the cells may hold, in words: for the help of the page. */
  accepts: string;
}

export interface PastedRow<Line> {
  /** Number of the row in the table as pasted, from 1. */
  row: number;
  line: Line;
  problems: readonly { column: string; value: string; sentence: string }[];
}

export interface PastedTable<Line> {
  rows: readonly PastedRow<Line>[];
  /** What is wrong with the table as a whole: nothing can be added then. */
  refusal: string | null;
  /** Whether the first row was read as headings. */
  hasHeadings: boolean;
  /** Headings that no column of the portal bears: their cells are left out. */
  ignored: readonly string[];
}

/** Lower case, without accents, punctuation nor double spaces: how headings and choices are compared. */
export function plainWords(written: string): string {
  return written
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9%]+/g, " ")
    .trim();
}

/** The separator of a pasted text: a tab (a copy of a spreadsheet) before a semicolon (a French CSV) before a comma. */
export function separatorOf(text: string): "\t" | ";" | "," {
  const first = text.split("\n").find((line) => line.trim() !== "") ?? "";
  const outside = first.replace(/"[^"]*"/g, "");
  if (outside.includes("\t")) return "\t";
  return outside.includes(";") ? ";" : ",";
}

/** Rows as a text one can correct by hand: a tab between cells, a line per row. */
export function asText(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, " ").trim()).join("\t"))
    .join("\n");
}

/** The rows of a text made by `asText`. */
export const asRows = (text: string): string[][] =>
  text === "" ? [] : text.split(/\r?\n/).map((line) => line.split("\t").map((cell) => cell.trim()));

/** No column accepts as much: a longer cell is cut, and refused by its column. */
const MAX_CELL = 500;

/**
 * A cell as typed, without what no text of the portal may hold. The apostrophe that keeps spreadsheets from reading a
 * text as a formula falls.
 */
const cellOf = (cells: readonly string[], index: number | undefined) =>
  (index === undefined ? "" : (cells[index] ?? ""))
    .toWellFormed()
    .replace(/\p{Cc}+/gu, " ")
    .replace(/^'(?=[=+\-@])/, "")
    .trim()
    .slice(0, MAX_CELL);

/** Where each column is, by the headings of the first row; null when it holds no headings. */
function headings<Key extends string>(
  columns: readonly TableColumn<Key>[],
  cells: readonly string[],
) {
  const places = new Map<Key, number>();
  const ignored: string[] = [];
  cells.forEach((cell, index) => {
    const words = plainWords(cell);
    if (words === "") return;
    const column = columns.find(
      ({ label, names }) => plainWords(label) === words || names.includes(words),
    );
    if (column && !places.has(column.key)) places.set(column.key, index);
    else ignored.push(cell);
  });
  // One word may be a label of spending as well as a heading; two are headings.
  return places.size >= 2 ? { places, ignored } : null;
}

export interface TableRules<Key extends string, Line> {
  columns: readonly TableColumn<Key>[];
  /** The most rows a paste may bring. */
  limit: number;
  /** « dépenses », « sites ». */
  plural: string;
  /** A line of the cells of a row, by column. */
  toLine: (cells: Readonly<Record<Key, string>>) => Line;
  /** What is wrong in a line, by column of the table. */
  problemsOf: (line: Line) => readonly (readonly [column: string, sentence: string])[];
}

/**
 * Reads the rows of a table. Headings are recognised in any order; without them the columns are those of the portal, in
 * its order. Empty rows are left out, and rows keep the number they have in the table.
 */
export function readPasted<Key extends string, Line>(
  rules: TableRules<Key, Line>,
  rows: readonly (readonly string[])[],
): PastedTable<Line> {
  const { columns, limit, plural } = rules;
  const filled = rows
    .map((cells, index) => ({ cells, row: index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const found = filled[0] ? headings(columns, filled[0].cells) : null;
  const content = found ? filled.slice(1) : filled;
  const places =
    found?.places ?? new Map(columns.map(({ key }, index): [Key, number] => [key, index]));
  const empty = { rows: [], hasHeadings: found !== null, ignored: found?.ignored ?? [] };

  if (content.length === 0) {
    return {
      ...empty,
      refusal: `Ce tableau ne contient pas de ${plural}. Collez au moins une ligne.`,
    };
  }
  if (content.length > limit) {
    return {
      ...empty,
      refusal: `Ce tableau compte ${content.length} lignes et le portail en accepte ${limit} au plus. Retirez-en.`,
    };
  }
  const absent = columns.filter(({ key, needed }) => needed && !places.has(key));
  if (absent.length > 0) {
    const names = absent.map(({ label }) => `«\u00A0${label}\u00A0»`).join(", ");
    return {
      ...empty,
      refusal: `Il manque dans ce tableau\u00A0: ${names}. Ajoutez la colonne, avec son titre.`,
    };
  }
  return {
    ...empty,
    refusal: null,
    rows: content.map(({ cells, row }) => {
      const byKey = Object.fromEntries(
        columns.map(({ key }) => [key, cellOf(cells, places.get(key))]),
      ) as Record<Key, string>;
      const line = rules.toLine(byKey);
      const problems = rules.problemsOf(line).map(([key, sentence]) => {
        const column = columns.find((one) => one.key === key);
        const value = column ? byKey[column.key] : "";
        return { column: column?.label ?? "", value, sentence };
      });
      return { row, line, problems };
    }),
  };
}

/** « Ligne 4, colonne Année, « 2O21 » : l’année doit être… ». */
export function problemSentence(
  row: number,
  { column, value, sentence }: PastedRow<unknown>["problems"][number],
): string {
  const read = value === "" ? "vide" : `«\u00A0${value.slice(0, 60)}\u00A0»`;
  return `Ligne ${row}, colonne ${column}, ${read}\u00A0: ${sentence}`;
}
