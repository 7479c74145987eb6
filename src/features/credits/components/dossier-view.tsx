import { formatDay } from "@/domain/calendar";
import { DORMANT_MONTHS } from "@/domain/credits/dormancy";
import { leftInAccount } from "@/domain/credits/ledger";
import { type DossierKind, MOVEMENT_WORDS } from "@/domain/credits/movements";
import { STATUS_LABELS } from "@/domain/dossier/statuses";
import { formatEuros, toDecimalString } from "@/domain/money";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { DefinitionList } from "@/ui/definition-list";
import { DossierHeader } from "@/ui/dossier-header";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import type { CreditedDossier } from "../queries/dossier";
import { ChainList } from "./chain-list";
import { MovementsTable } from "./movements-table";
import { ProposalsList } from "./proposals-list";
import { CreditWords } from "./words";

/** The credits of one dossier: the chain, what may be done, what waits, its ledger. */
export function CreditedDossierView({ dossier }: { dossier: CreditedDossier }) {
  const { number, theme, amounts, account, unit, receivable, movements } = dossier;
  const left = leftInAccount(account);
  return (
    <>
      <DossierHeader
        number={number}
        title={dossier.title}
        theme={{ code: theme.code, title: theme.title, href: routes.theme(theme.slug) }}
        status={STATUS_LABELS[dossier.status]}
        carrier={dossier.carrier}
        grant={{ label: "Subvention accordée", cents: amounts.granted }}
        next={nextOf(dossier)}
      />
      <CreditWords />
      <Dormant dossier={dossier} />
      <Acts dossier={dossier} />
      <h2>De la demande à la restitution</h2>
      <ChainList amounts={amounts} label="Chaîne des crédits du dossier" />
      <h2>Ce qui reste</h2>
      <DefinitionList
        items={[
          {
            term: "Unité",
            details: unit ? (
              <AppLink href={routes.creditUnit(unit.id)}>{unit.code}</AppLink>
            ) : (
              "Aucune unité pour ce thème dans ce ministère"
            ),
          },
          { term: "À recevoir (AE)", details: <Amount cents={receivable} /> },
          { term: "À engager (AE)", details: <Amount cents={left.toCommit} /> },
          { term: "À payer sur engagements (CP)", details: <Amount cents={left.toPay} /> },
          { term: "CP reçus et non payés", details: <Amount cents={left.toReturn.cp} /> },
        ]}
      />
      <ProposalsList proposals={dossier.proposals} />
      <h2>Mouvements</h2>
      {movements.length === 0 ? (
        <EmptyState action={{ label: "Revenir aux crédits", href: routes.credits() }}>
          Aucun mouvement n’est enregistré pour ce dossier.
        </EmptyState>
      ) : (
        <MovementsTable movements={movements} />
      )}
    </>
  );
}

/** What comes next, and who acts. */
function nextOf({ unit, theme, account, receivable, proposals }: CreditedDossier) {
  const left = leftInAccount(account);
  if (proposals.length > 0) {
    return { what: "confirmer le mouvement proposé", who: "une seconde personne" };
  }
  if (!unit) {
    const owner = theme.owner.administration;
    return owner
      ? { what: "créer l’unité du ministère", who: `le gestionnaire du BOP ${owner}` }
      : undefined;
  }
  const who = "la DNUM du ministère";
  if (account.received.ae === 0) return { what: "déléguer les crédits au dossier", who };
  if (left.toCommit > 0) return { what: "engager les crédits reçus", who };
  if (left.toPay > 0) return { what: "payer ce qui est engagé", who };
  return receivable > 0 ? { what: "déléguer la suite des crédits", who } : undefined;
}

function Dormant({ dossier: { number, dormant, proposable } }: { dossier: CreditedDossier }) {
  if (!dormant) return null;
  const { amount, since } = dormant;
  const prefilled = new URLSearchParams({ ae: toDecimalString(amount).replace(".", ",") });
  return (
    <Message severity="warning" title={"Attention\u00A0: des crédits dorment"}>
      <p>
        {formatEuros(amount)} d’AE ne sont pas engagés et n’ont pas bougé depuis le{" "}
        {formatDay(since)}, soit plus de {DORMANT_MONTHS} mois.{" "}
        {proposable.includes("return") && (
          <AppLink
            href={routes.creditDossierMovement(number, MOVEMENT_WORDS.return.slug, prefilled)}
          >
            Proposer leur restitution
          </AppLink>
        )}
      </p>
    </Message>
  );
}

/** The next movement first: one main button. */
function Acts({
  dossier: { number, proposable, account, receivable },
}: {
  dossier: CreditedDossier;
}) {
  if (proposable.length === 0) return null;
  const left = leftInAccount(account);
  const possible: Record<DossierKind, boolean> = {
    commitment: left.toCommit > 0,
    payment: left.toPay > 0,
    allocation: receivable > 0,
    return: left.toReturn.ae > 0 || left.toReturn.cp > 0,
  };
  const kinds = (Object.keys(possible) as DossierKind[]).filter((kind) => possible[kind]);
  if (kinds.length === 0) return null;
  return (
    <ul className="fr-btns-group fr-btns-group--inline-md">
      {kinds.map((kind, index) => (
        <li key={kind}>
          <AppLink
            className={index === 0 ? "fr-btn" : "fr-btn fr-btn--secondary"}
            href={routes.creditDossierMovement(number, MOVEMENT_WORDS[kind].slug)}
          >
            Proposer {MOVEMENT_WORDS[kind].named}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
