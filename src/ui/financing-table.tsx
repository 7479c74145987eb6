import type { Financing } from "@/domain/dossier/co-financing";
import { type Cents, formatEuros, ZERO } from "@/domain/money";
import { type Column, DataTable, DataTotal } from "@/ui/data-table";
import { Message } from "@/ui/message";

interface Row {
  who: string;
  amount: Cents;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: "who", header: "Qui paie", rowHeader: true, cell: ({ who }) => who },
  { key: "amount", header: "Montant", numeric: true, cell: ({ amount }) => formatEuros(amount) },
];

/** Who pays the project: the fund, the co-financers, the carrier's own agents and cash. Nothing without a plan. */
export function FinancingTable({ financing, id }: { financing: Financing; id: string }) {
  const { total, grant, acquired, requested, own, remarks } = financing;
  if (total === ZERO) return null;
  const rows: Row[] = [
    { who: "Subvention du fonds", amount: grant },
    ...(acquired > ZERO ? [{ who: "Co-financements acquis", amount: acquired }] : []),
    ...(requested > ZERO ? [{ who: "Co-financements demandés", amount: requested }] : []),
    ...(own.staff > ZERO ? [{ who: "Porteur, en personnel (T2)", amount: own.staff }] : []),
    { who: "Porteur, en crédits", amount: own.cash },
  ];
  return (
    <>
      <DataTable
        id={id}
        caption="Qui paie le projet, montants TTC"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ who }) => who}
        footer={
          <DataTotal
            label="Coût total"
            span={1}
            values={[{ header: "Montant", value: formatEuros(total) }]}
          />
        }
      />
      {remarks.map(({ code, message }) => (
        <Message key={code} severity="warning" small>
          <p>
            <span className="fr-text--bold">Attention{"\u00A0"}:</span> {message}
          </p>
        </Message>
      ))}
    </>
  );
}
