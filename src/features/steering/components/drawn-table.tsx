import { BarChart } from "@/ui/charts/bar-chart";
import { LineChart } from "@/ui/charts/line-chart";
import { StackedBars } from "@/ui/charts/stacked-bars";
import { chartOf } from "../charts";
import type { Steering } from "../queries/steering";
import type { SteeringTable } from "../tables";
import { FigureTable } from "./figure-table";

/** A table under its drawing; alone where there is nothing to draw yet. */
export function DrawnTable({ steering, table }: { steering: Steering; table: SteeringTable }) {
  const chart = chartOf(steering, table);
  const values = <FigureTable table={table} filters={steering.filters} />;
  const id = `graphique-${table.key}`;
  switch (chart?.kind) {
    case "bars":
      return (
        <BarChart {...chart} id={id}>
          {values}
        </BarChart>
      );
    case "stacked":
      return (
        <StackedBars {...chart} id={id}>
          {values}
        </StackedBars>
      );
    case "lines":
      return (
        <LineChart {...chart} id={id}>
          {values}
        </LineChart>
      );
    default:
      return values;
  }
}
