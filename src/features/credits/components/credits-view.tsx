import { leftInBop, leftInUnit } from "@/domain/credits/ledger";
import { bopName } from "@/domain/credits/movements";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { DataTable, DataTotal } from "@/ui/data-table";
import { DefinitionList } from "@/ui/definition-list";
import { EmptyState } from "@/ui/empty-state";
import { type CreditsPage, type UnitLine, unitTotals } from "../queries/credits";
import type { CreditsQuery } from "../query";
import { ChainList } from "./chain-list";
import { DormantList } from "./dormant-list";
import { DossiersTable } from "./dossiers-table";
import { ProposalsList } from "./proposals-list";
import { CreditWords } from "./words";

/** Where the money is: the chain, what waits for a second person, the units, the dossiers, what sleeps. */
export function CreditsView({ page, query }: { page: CreditsPage; query: CreditsQuery }) {
  const { chain, bops, units, may, proposals, dormant } = page;
  return (
    <>
      <p className="fr-text--lead">
        Les crédits vont d’un BOP à l’unité d’un ministère, puis au dossier. Toute étape proposée
        par une personne est confirmée par une autre.
      </p>
      <CreditWords />
      <p>
        <AppLink className="fr-link" href={routes.steering()}>
          Voir les chiffres du fonds entier
        </AppLink>
      </p>
      <Acts may={may} />
      <h2>De la demande à la restitution</h2>
      <ChainList amounts={chain} label="Chaîne des crédits de vos dossiers accordés" />
      <ProposalsList proposals={proposals} />
      {bops.length > 0 && <Bops bops={bops} />}
      <h2>Par unité</h2>
      {units.length === 0 ? (
        <EmptyState
          {...(may.createUnit && {
            action: { label: "Créer une unité", href: routes.creditUnitCreation() },
          })}
        >
          Aucune unité n’est encore créée{"\u00A0"}: le gestionnaire du BOP ou un administrateur
          crée celle du ministère, puis lui délègue des crédits.
        </EmptyState>
      ) : (
        <Units units={units} />
      )}
      <DossiersTable page={page} query={query} />
      <DormantList dormant={dormant} />
    </>
  );
}

function Acts({ may }: Pick<CreditsPage, "may">) {
  if (!may.createUnit && !may.importExtract) return null;
  return (
    <ul className="fr-btns-group fr-btns-group--inline-md">
      {may.importExtract && (
        <li>
          <AppLink className="fr-btn" href={routes.creditImports()}>
            Importer un extrait comptable
          </AppLink>
        </li>
      )}
      {may.createUnit && (
        <li>
          <AppLink className="fr-btn fr-btn--secondary" href={routes.creditUnitCreation()}>
            Créer une unité
          </AppLink>
        </li>
      )}
    </ul>
  );
}

function Bops({ bops }: Pick<CreditsPage, "bops">) {
  return bops.map((bop) => {
    const left = leftInBop(bop);
    return (
      <div key={bop.owner}>
        <h2>{bopName(bop.owner)}</h2>
        <DefinitionList
          items={[
            { term: "Montant publié", details: <Amount cents={bop.total} /> },
            { term: "Délégué aux unités (AE)", details: <Amount cents={bop.delegated.ae} /> },
            { term: "Délégué aux unités (CP)", details: <Amount cents={bop.delegated.cp} /> },
            { term: "Reste à déléguer (AE)", details: <Amount cents={left.ae} /> },
            { term: "Reste à déléguer (CP)", details: <Amount cents={left.cp} /> },
          ]}
        />
      </div>
    );
  });
}

const HEADERS = {
  receivedAe: "Reçu (AE)",
  leftAe: "Reste (AE)",
  receivedCp: "Reçu (CP)",
  leftCp: "Reste (CP)",
} as const;

function Units({ units }: { units: readonly UnitLine[] }) {
  const total = unitTotals(units);
  const left = leftInUnit(total);
  return (
    <DataTable
      id="unites"
      caption="Crédits reçus du BOP par chaque unité, et reste à déléguer aux dossiers. Montants TTC."
      rows={units}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "code",
          header: "Unité",
          rowHeader: true,
          cell: ({ id, code }) => <AppLink href={routes.creditUnit(id)}>{code}</AppLink>,
        },
        { key: "ministry", header: "Ministère", cell: ({ ministry }) => ministry },
        {
          key: "nature",
          header: "Alimentée par",
          cell: ({ bop, nature }) =>
            nature === "transfer" ? `${bopName(bop)}, transfert` : bopName(bop),
        },
        {
          key: "receivedAe",
          header: HEADERS.receivedAe,
          numeric: true,
          cell: ({ received }) => <Amount cents={received.ae} />,
        },
        {
          key: "leftAe",
          header: HEADERS.leftAe,
          numeric: true,
          cell: (unit) => <Amount cents={leftInUnit(unit).ae} />,
        },
        {
          key: "receivedCp",
          header: HEADERS.receivedCp,
          numeric: true,
          cell: ({ received }) => <Amount cents={received.cp} />,
        },
        {
          key: "leftCp",
          header: HEADERS.leftCp,
          numeric: true,
          cell: (unit) => <Amount cents={leftInUnit(unit).cp} />,
        },
      ]}
      footer={
        <DataTotal
          label="Total"
          span={3}
          values={[
            { header: HEADERS.receivedAe, value: <Amount cents={total.received.ae} /> },
            { header: HEADERS.leftAe, value: <Amount cents={left.ae} /> },
            { header: HEADERS.receivedCp, value: <Amount cents={total.received.cp} /> },
            { header: HEADERS.leftCp, value: <Amount cents={left.cp} /> },
          ]}
        />
      }
    />
  );
}
