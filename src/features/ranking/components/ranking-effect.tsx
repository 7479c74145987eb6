import { paidBy, type Waterline } from "@/domain/evaluation/waterline";
import { sum } from "@/domain/money";
import { Amount } from "@/ui/amount";
import { type Column, DataTable, DataTotal } from "@/ui/data-table";
import type { ShownRow } from "../ranking-lines";

/** What the ranking gives, ministry by ministry and territory by territory. */
export function RankingEffect({ line }: { line: Waterline<ShownRow> }) {
  return (
    <details className="guichet-details fr-mt-4w">
      <summary>Effet par ministère et par territoire</summary>
      <Totals
        id="effet-par-ministere"
        header="Ministère"
        rows={paidBy(line.positions, ({ facts }) => facts.ministry ?? "Sans ministère")}
      />
      <Totals
        id="effet-par-territoire"
        header="Territoire"
        rows={paidBy(line.positions, ({ facts }) => facts.territory)}
      />
    </details>
  );
}

type Total = ReturnType<typeof paidBy>[number];

function Totals({ id, header, rows }: { id: string; header: string; rows: readonly Total[] }) {
  const columns: Column<Total>[] = [
    { key: "label", header, rowHeader: true, cell: ({ label }) => label },
    { key: "count", header: "Dossiers financés", numeric: true, cell: ({ count }) => count },
    {
      key: "paid",
      header: "Subventions",
      numeric: true,
      cell: ({ paid }) => <Amount cents={paid} />,
    },
  ];
  return (
    <DataTable
      id={id}
      caption={`${header} des porteurs, subventions du classement, montants TTC`}
      columns={columns}
      rows={rows}
      rowKey={({ label }) => label}
      footer={
        <DataTotal
          label="Total"
          span={1}
          values={[
            {
              header: "Dossiers financés",
              value: rows.reduce((total, { count }) => total + count, 0),
            },
            { header: "Subventions", value: <Amount cents={sum(rows.map(({ paid }) => paid))} /> },
          ]}
        />
      }
    />
  );
}
