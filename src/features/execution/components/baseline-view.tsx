import { formatMonth } from "@/domain/calendar";
import type { Baseline } from "@/domain/execution/baseline";
import type { Milestone } from "@/domain/execution/milestones";
import type { MonthSpending } from "@/domain/execution/spending";
import { formatEuros, sum } from "@/domain/money";
import { Amount } from "@/ui/amount";
import { type Column, DataTable, DataTotal } from "@/ui/data-table";
import { DayTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { ReadingNote } from "@/ui/reading-note";

const MILESTONES: readonly Column<Milestone>[] = [
  { key: "on", header: "Pour le", cell: ({ on }) => <DayTime day={on} format="short" /> },
  { key: "name", header: "Jalon", rowHeader: true, cell: ({ name }) => name },
];

const MONTHS: readonly Column<MonthSpending>[] = [
  { key: "month", header: "Mois", rowHeader: true, cell: ({ month }) => formatMonth(month) },
  { key: "t2", header: "Dont personnel (T2)", numeric: true, cell: ({ t2 }) => formatEuros(t2) },
  { key: "amount", header: "Dépense", numeric: true, cell: ({ amount }) => formatEuros(amount) },
];

/** What a project is followed against: a version of its baseline. */
export function BaselineView({ baseline, version }: { baseline: Baseline; version: number }) {
  const { spending, milestones, partners, coFinancing, commitments, scope } = baseline;
  return (
    <section aria-labelledby="reference">
      <h2 className="fr-h4" id="reference">
        La référence du projet
      </h2>
      <p>
        {version === 1
          ? "Elle reprend le dossier déposé et la subvention accordée. Seule une demande acceptée la change."
          : `Version ${version}, après les demandes acceptées. Les écarts se mesurent toujours avec la première.`}
      </p>
      <DefinitionList
        items={[
          { term: "Subvention", details: <Amount cents={baseline.grant} /> },
          { term: "Coût total TTC", details: <Amount cents={baseline.total} /> },
          { term: "Début", details: <DayTime day={baseline.startsOn} /> },
          { term: "Fin prévue", details: <DayTime day={baseline.endsOn} /> },
          ...(baseline.suspendedOn
            ? [{ term: "Suspendu depuis le", details: <DayTime day={baseline.suspendedOn} /> }]
            : []),
          ...(partners.length > 0
            ? [{ term: "Organisations associées", details: partners.join(", ") }]
            : []),
          ...coFinancing.map(({ name, amount }) => ({
            term: `Cofinancement\u00A0: ${name}`,
            details: <Amount cents={amount} />,
          })),
        ]}
      />
      {scope.length > 0 && (
        <>
          <h3 className="fr-h5">Périmètre modifié</h3>
          <ol>
            {scope.map((text) => (
              <li key={text} className="guichet-typed">
                {text}
              </li>
            ))}
          </ol>
        </>
      )}
      {milestones.length > 0 && (
        <DataTable
          id="jalons"
          caption="Jalons"
          columns={MILESTONES}
          rows={milestones}
          rowKey={({ name, on }) => `${on} ${name}`}
        />
      )}
      <details className="guichet-details">
        <summary>Dépenses prévues mois par mois</summary>
        <ReadingNote>
          Le plan est déposé par année. Chaque dépense est répartie également entre les mois du
          projet de son année, au centime.
        </ReadingNote>
        <DataTable
          id="depenses-par-mois"
          caption="Dépenses prévues, montants TTC"
          columns={MONTHS}
          rows={spending}
          rowKey={({ month }) => month}
          footer={
            <DataTotal
              label="Total"
              span={1}
              values={[
                {
                  header: "Dont personnel (T2)",
                  value: formatEuros(sum(spending.map(({ t2 }) => t2))),
                },
                { header: "Dépense", value: formatEuros(sum(spending.map((each) => each.amount))) },
              ]}
            />
          }
        />
      </details>
      {commitments.length > 0 && (
        <details className="guichet-details">
          <summary>Engagements pris au dépôt</summary>
          <ul>
            {commitments.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
