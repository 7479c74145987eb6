import { leftInUnit } from "@/domain/credits/ledger";
import { bopName, MOVEMENT_WORDS, UNIT_NATURE_WORDS } from "@/domain/credits/movements";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { DefinitionList } from "@/ui/definition-list";
import { EmptyState } from "@/ui/empty-state";
import { KeysetPagination } from "@/ui/pagination";
import type { UnitPage } from "../queries/unit";
import { MovementsTable } from "./movements-table";
import { ProposalsList } from "./proposals-list";
import { CreditWords } from "./words";

/** A unit: what it received, what is left, what waits, its ledger. */
export function UnitView({ unit }: { unit: UnitPage }) {
  const { id, label, ministry, bop, nature, received, entrusted, proposable, movements } = unit;
  const left = leftInUnit(unit);
  return (
    <>
      <p className="fr-text--lead">
        {label}, {ministry}
      </p>
      <CreditWords />
      <Acts id={id} proposable={proposable} />
      <DefinitionList
        items={[
          { term: "Nature", details: UNIT_NATURE_WORDS[nature] },
          { term: "Alimentée par", details: bopName(bop) },
          { term: "Reçu (AE)", details: <Amount cents={received.ae} /> },
          { term: "Délégué aux dossiers (AE)", details: <Amount cents={entrusted.ae} /> },
          { term: "Reste à déléguer (AE)", details: <Amount cents={left.ae} /> },
          { term: "Reçu (CP)", details: <Amount cents={received.cp} /> },
          { term: "Délégué aux dossiers (CP)", details: <Amount cents={entrusted.cp} /> },
          { term: "Reste à déléguer (CP)", details: <Amount cents={left.cp} /> },
        ]}
      />
      <p>
        <AppLink
          className="fr-link"
          href={`${routes.credits(new URLSearchParams({ unite: id }))}#dossiers`}
        >
          Voir les dossiers de cette unité
        </AppLink>
      </p>
      <ProposalsList proposals={unit.proposals} />
      <h2>Mouvements</h2>
      {movements.length === 0 ? (
        <EmptyState action={{ label: "Revenir aux crédits", href: routes.credits() }}>
          Aucun mouvement n’est enregistré{"\u00A0"}: le gestionnaire du BOP délègue d’abord des
          crédits à l’unité.
        </EmptyState>
      ) : (
        <MovementsTable movements={movements} withDossier />
      )}
      <KeysetPagination
        label="Pages des mouvements"
        previousHref={null}
        nextHref={unit.next && routes.creditUnit(id, new URLSearchParams({ apres: unit.next }))}
      />
    </>
  );
}

function Acts({ id, proposable }: Pick<UnitPage, "id" | "proposable">) {
  if (proposable.length === 0) return null;
  return (
    <ul className="fr-btns-group fr-btns-group--inline-md">
      {proposable.map((kind, index) => (
        <li key={kind}>
          <AppLink
            className={index === 0 ? "fr-btn" : "fr-btn fr-btn--secondary"}
            href={routes.creditUnitMovement(id, MOVEMENT_WORDS[kind].slug)}
          >
            Proposer {MOVEMENT_WORDS[kind].named}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
