import { LINK_WORDS, LINKS, type Link } from "@/domain/credits/chain";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable, DataTotal } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { KeysetPagination } from "@/ui/pagination";
import type { CreditsPage, DossierLine } from "../queries/credits";
import { type CreditsQuery, creditsAddress } from "../query";

/** The awarded dossiers, with the seven links and their totals over the whole selection. */
export function DossiersTable({ page, query }: { page: CreditsPage; query: CreditsQuery }) {
  const { dossiers, unit, count, dossierTotals, previous, next } = page;
  const at = (cursor: CreditsQuery["cursor"]) =>
    cursor && `${routes.credits(creditsAddress({ ...query, cursor }))}#dossiers`;
  return (
    <>
      <h2 id="dossiers">{unit ? `Dossiers de l’unité ${unit.code}` : "Par dossier"}</h2>
      {unit && (
        <p>
          <AppLink className="fr-link" href={`${routes.credits()}#dossiers`}>
            Voir les dossiers de toutes les unités
          </AppLink>
        </p>
      )}
      {dossiers.length === 0 ? (
        <EmptyState action={{ label: "Revenir aux crédits", href: routes.credits() }}>
          {unit
            ? "Aucun dossier n’a encore reçu de crédits de cette unité."
            : "Aucune aide n’est encore accordée et notifiée. Chaque dossier apparaît ici dès sa notification."}
        </EmptyState>
      ) : (
        <>
          <p>{count > 1 ? `${count} dossiers` : "1 dossier"}</p>
          <DataTable
            id="credits-dossiers"
            caption="Dossiers dont l’aide est accordée et notifiée, par numéro. Montants TTC."
            rows={dossiers}
            rowKey={({ number }) => number}
            columns={COLUMNS}
            footer={
              <DataTotal
                label="Total de la sélection"
                span={2}
                values={LINKS.map((link) => ({
                  header: LINK_WORDS[link].label,
                  value: <Amount cents={dossierTotals[link]} />,
                }))}
              />
            }
          />
          <KeysetPagination
            label="Pages des dossiers"
            previousHref={at(previous)}
            nextHref={at(next)}
          />
        </>
      )}
    </>
  );
}

const amountOf = (link: Link): Column<DossierLine> => ({
  key: link,
  header: LINK_WORDS[link].label,
  numeric: true,
  cell: ({ amounts }) => <Amount cents={amounts[link]} />,
});

const COLUMNS: readonly Column<DossierLine>[] = [
  {
    key: "number",
    header: "Dossier",
    rowHeader: true,
    cell: ({ number }) => (
      <AppLink className="guichet-amount" href={routes.creditDossier(number)}>
        {number}
      </AppLink>
    ),
  },
  { key: "theme", header: "Thème", cell: ({ theme }) => theme },
  ...LINKS.map(amountOf),
];
