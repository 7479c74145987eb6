import type { Measure } from "./measure";

/** Prints measures of one run, each as a ratio of the reference: machines differ, ratios travel. */
export function printTable(title: string, rows: readonly Measure[], reference?: Measure): void {
  console.log(`\n${title}`);
  const header = ["", "réponses/s", "ratio", "p50 ms", "p95 ms", "ratio p95", "erreurs"];
  const lines = rows.map((row) => [
    row.name,
    row.perSecond.toFixed(0),
    reference ? (row.perSecond / reference.perSecond).toFixed(2) : "",
    row.p50.toFixed(1),
    row.p95.toFixed(1),
    reference ? (row.p95 / reference.p95).toFixed(2) : "",
    String(row.errors),
  ]);
  for (const [name = "", ...cells] of [header, ...lines]) {
    console.log(`  ${name.padEnd(34)}${cells.map((cell) => cell.padStart(12)).join("")}`);
  }
}
