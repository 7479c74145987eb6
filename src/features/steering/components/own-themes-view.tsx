import { driftWords } from "@/domain/execution/drift";
import { type Cents, cents, sum } from "@/domain/money";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable, DataTotal } from "@/ui/data-table";
import type { OwnTheme } from "../queries/own-themes";
import { formatCount } from "../words";

/** The themes one follows: the money each has left, what is late, how far its projects have drifted. */
export function OwnThemesView({ themes }: { themes: readonly OwnTheme[] }) {
  const total = (of: (theme: OwnTheme) => Cents) => <Amount cents={sum(themes.map(of))} />;
  const late = themes.reduce((all, one) => all + one.late, 0);
  return (
    <>
      <p className="fr-text--lead">
        {formatCount(late)} projet{late > 1 ? "s" : ""} en retard d’au moins un compte rendu ou un
        engagement.
      </p>
      <DataTable
        id="mes-themes"
        caption="Enveloppe de chaque thème, et ce que ses décisions en ont réservé. Montants TTC."
        columns={COLUMNS}
        rows={themes}
        rowKey={({ theme }) => theme.code}
        footer={
          <DataTotal
            label="Total"
            span={1}
            values={[
              { header: "Enveloppe", value: total(({ envelope }) => envelope.total) },
              { header: "Réservé", value: total(({ envelope }) => envelope.committed) },
              { header: "Reste", value: total(leftIn) },
              {
                header: "Dossiers",
                value: formatCount(themes.reduce((all, one) => all + one.dossiers, 0)),
              },
              { header: "En retard", value: formatCount(late) },
              { header: "Dérive du budget", value: "Sans\u00A0objet" },
              { header: "Dérive du calendrier", value: "Sans\u00A0objet" },
            ]}
          />
        }
      />
    </>
  );
}

const leftIn = ({ envelope }: OwnTheme) => cents(envelope.total - envelope.committed);

const COLUMNS: readonly Column<OwnTheme>[] = [
  {
    key: "theme",
    header: "Thème",
    rowHeader: true,
    cell: ({ theme }) => (
      <AppLink href={routes.ownTheme(theme.slug)}>
        {theme.code}
        {"\u00A0"}: {theme.title}
      </AppLink>
    ),
  },
  {
    key: "total",
    header: "Enveloppe",
    numeric: true,
    cell: ({ envelope }) => <Amount cents={envelope.total} />,
  },
  {
    key: "committed",
    header: "Réservé",
    numeric: true,
    cell: ({ envelope }) => <Amount cents={envelope.committed} />,
  },
  {
    key: "left",
    header: "Reste",
    numeric: true,
    cell: (theme) => <Amount cents={leftIn(theme)} />,
  },
  {
    key: "dossiers",
    header: "Dossiers",
    numeric: true,
    cell: ({ dossiers }) => formatCount(dossiers),
  },
  { key: "late", header: "En retard", numeric: true, cell: ({ late }) => formatCount(late) },
  {
    key: "budget",
    header: "Dérive du budget",
    numeric: true,
    cell: ({ drift }) => driftWords(drift?.budget ?? null),
  },
  {
    key: "calendar",
    header: "Dérive du calendrier",
    numeric: true,
    cell: ({ drift }) => driftWords(drift?.calendar ?? null),
  },
];
