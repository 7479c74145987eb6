import type { Measure } from "./measure";

/** What the project wants of a figure. */
export interface Aim {
  atLeast?: number;
  atMost?: number;
}

/** One row: its name, its figures under the headings of the table, then the figure an aim is about, when there is one. */
export interface Row {
  name: string;
  cells: readonly string[];
  aimed?: { figure: number; aim: Aim };
}

/** Prints a table. Each aim stands beside its figure, with « NON » where it is not reached. */
export function printTable(title: string, headings: readonly string[], rows: readonly Row[]): void {
  const withAims = rows.some(({ aimed }) => aimed);
  const lines = [
    ["", ...headings, ...(withAims ? ["visée", ""] : [])],
    ...rows.map(({ name, cells, aimed }) => [
      name,
      ...cells,
      ...(aimed ? [wanted(aimed.aim), reached(aimed) ? "oui" : "NON"] : []),
    ]),
  ];
  console.log(`\n${title}`);
  for (const [name = "", ...cells] of lines) {
    console.log(`  ${name.padEnd(38)}${cells.map((cell) => cell.padStart(11)).join("")}`);
  }
}

const wanted = ({ atLeast, atMost }: Aim) =>
  atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`;

function reached({
  figure,
  aim: { atLeast = -Infinity, atMost = Infinity },
}: Required<Row>["aimed"]) {
  return figure >= atLeast && figure <= atMost;
}

/** A measure, and what its ratio to the reference should be: of answers per second, or of the 95th percentile. */
export interface Measured extends Measure {
  aim?: Aim & { of: "perSecond" | "p95" };
}

/** Prints measures of one run, each as a ratio of the first one: machines differ, ratios travel. */
export function printMeasures(title: string, measures: readonly Measured[]): void {
  const [reference] = measures;
  const ratio = (measure: Measure, of: "perSecond" | "p95") =>
    measure[of] / (reference?.[of] ?? Number.NaN);
  printTable(
    title,
    ["par s", "ratio", "p50 ms", "p95 ms", "ratio p95", "erreurs"],
    measures.map(({ aim, ...measure }) => ({
      name: measure.name,
      cells: [
        measure.perSecond.toFixed(0),
        ratio(measure, "perSecond").toFixed(2),
        measure.p50.toFixed(1),
        measure.p95.toFixed(1),
        ratio(measure, "p95").toFixed(2),
        String(measure.errors),
      ],
      ...(aim && { aimed: { figure: ratio(measure, aim.of), aim } }),
    })),
  );
}
