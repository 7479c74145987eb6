import { formatEuros } from "@/domain/money";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import type { Cell, Comparison } from "../queries/comparison";
import type { RankingPage } from "../queries/ranking";
import { paidWords, signedEuros } from "../words";

type Row = Comparison["rows"][number];
type Total = Comparison["totals"][number]["rows"][number];

/** Scenarios side by side: each dossier, then the totals, each with what differs from the first column. */
export function ComparisonView({
  comparison,
  page,
}: {
  comparison: Comparison;
  page: RankingPage;
}) {
  const { columns, rows, totals } = comparison;
  const names = columns.map(({ name }) => name);
  return (
    <section aria-labelledby="comparaison">
      <h3 id="comparaison">Comparaison de {columns.length} scénarios</h3>
      <p>
        <AppLink href={routes.ranking(page.key)}>Revenir au classement</AppLink>
      </p>
      <ul>
        {columns.map(({ id, name, funded }) => (
          <li key={id}>
            {name}
            {"\u00A0"}: {funded.count} {funded.count > 1 ? "dossiers financés" : "dossier financé"},{" "}
            {formatEuros(funded.amount)}
          </li>
        ))}
      </ul>
      {totals.map((total, index) => (
        <DataTable
          key={total.title}
          id={`totaux-${index + 1}`}
          caption={`${total.title}, subventions TTC`}
          columns={totalColumns(names)}
          rows={total.rows}
          rowKey={({ label }) => label}
        />
      ))}
      <DataTable
        id="dossiers-compares"
        caption="Dossier par dossier, dans l’ordre de la première colonne"
        columns={dossierColumns(names)}
        rows={rows}
        rowKey={({ number }) => number}
      />
    </section>
  );
}

function dossierColumns(names: readonly string[]): Column<Row>[] {
  return [
    {
      key: "dossier",
      header: "Dossier",
      rowHeader: true,
      cell: ({ number, title }) => `${number} – ${title}`,
    },
    ...names.map(
      (name, index): Column<Row> => ({
        key: `scenario-${index}`,
        header: name,
        cell: ({ cells }) => cells[index] && cellWords(cells[index]),
      }),
    ),
    {
      key: "difference",
      header: "Différence",
      cell: ({ cells: [first, ...others] }) =>
        first &&
        listed(others.map((other, index) => [names[index + 1] ?? "", apart(first, other)])),
    },
  ];
}

const cellWords = (cell: Cell) => `Rang ${cell.rank}. ${paidWords(cell)}`;

/** What a scenario changes for a dossier, in words; empty when nothing. */
function apart(first: Cell, other: Cell): string {
  const rank = other.rank === first.rank ? [] : [`rang ${first.rank} vers ${other.rank}`];
  const amount = other.paid === first.paid ? [] : [signedEuros(other.paid - first.paid)];
  return [...rank, ...amount].join(", ");
}

function totalColumns(names: readonly string[]): Column<Total>[] {
  return [
    { key: "label", header: "Total", rowHeader: true, cell: ({ label }) => label },
    ...names.map(
      (name, index): Column<Total> => ({
        key: `scenario-${index}`,
        header: name,
        numeric: true,
        cell: ({ paid }) => paid[index] !== undefined && formatEuros(paid[index]),
      }),
    ),
    {
      key: "difference",
      header: "Différence",
      cell: ({ paid: [first, ...others] }) =>
        listed(
          others.map((other, index) => [
            names[index + 1] ?? "",
            other === first ? "" : signedEuros(other - (first ?? 0)),
          ]),
        ),
    },
  ];
}

/** Each difference with the scenario it is of, where there are several; a word when there is none. */
function listed(differences: readonly (readonly [name: string, text: string])[]) {
  const told = differences.filter(([, text]) => text !== "");
  if (told.length === 0) return "Aucune";
  if (differences.length === 1) return told[0]?.[1];
  return (
    <ul>
      {told.map(([name, text]) => (
        <li key={name}>
          {name}
          {"\u00A0"}: {text}
        </li>
      ))}
    </ul>
  );
}
