import { totalsByYear, totalsOfPlan, type YearTotal } from "@/domain/dossier/plan-totals";
import type { Expense } from "@/domain/funding/types";
import { formatEuros } from "@/domain/money";
import { type Column, DataTable, DataTotal } from "@/ui/data-table";

const COLUMNS: readonly Column<YearTotal>[] = [
  { key: "year", header: "Année", rowHeader: true, cell: ({ year }) => year },
  { key: "t2", header: "Personnel (T2)", numeric: true, cell: ({ t2 }) => formatEuros(t2) },
  {
    key: "t3",
    header: "Autres dépenses (T3)",
    numeric: true,
    cell: ({ t3 }) => formatEuros(t3),
  },
  { key: "total", header: "Total", numeric: true, cell: ({ total }) => formatEuros(total) },
];

/** What the plan spends by year and by nature; nothing while no line can be read. */
export function PlanTotals({ expenses }: { expenses: readonly Expense[] }) {
  const rows = totalsByYear(expenses);
  if (rows.length === 0) return null;
  const all = totalsOfPlan(expenses);
  return (
    <DataTable
      id="totaux"
      caption="Totaux par année et par nature, montants TTC"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ year }) => String(year)}
      footer={
        <DataTotal
          label="Toutes les années"
          span={1}
          values={[
            { header: "Personnel (T2)", value: formatEuros(all.t2) },
            { header: "Autres dépenses (T3)", value: formatEuros(all.t3) },
            { header: "Total", value: formatEuros(all.total) },
          ]}
        />
      }
    />
  );
}
