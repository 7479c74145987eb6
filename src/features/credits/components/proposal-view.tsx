import { MOVEMENT_WORDS, PROPOSAL_WORDS } from "@/domain/credits/movements";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { DayTime, InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { Message } from "@/ui/message";
import { StatusBadge } from "@/ui/status-badge";
import type { ProposalPage } from "../queries/proposal";
import { ConfirmMovementForm, RefuseMovementForm, WithdrawMovementForm } from "./answer-forms";

/** A proposed movement: its facts, its consequence, and the answer of a second person. */
export function ProposalView({ proposal }: { proposal: ProposalPage }) {
  const { kind, status, number, unit, unitId, ae, cp, reference, reason, may } = proposal;
  const { label, named, moves, does } = MOVEMENT_WORDS[kind];
  const words = PROPOSAL_WORDS[status];
  return (
    <>
      <p>
        <StatusBadge label={words.label} severity={words.severity} />
      </p>
      <p className="fr-text--lead">{does}</p>
      <DefinitionList
        items={[
          { term: "Mouvement", details: label },
          { term: "Unité", details: <AppLink href={routes.creditUnit(unitId)}>{unit}</AppLink> },
          ...(number
            ? [
                {
                  term: "Dossier",
                  details: <AppLink href={routes.creditDossier(number)}>{number}</AppLink>,
                },
              ]
            : []),
          ...(moves.includes("ae") ? [{ term: "AE (TTC)", details: <Amount cents={ae} /> }] : []),
          ...(moves.includes("cp") ? [{ term: "CP (TTC)", details: <Amount cents={cp} /> }] : []),
          ...(reference ? [{ term: "Pièce comptable", details: reference }] : []),
          { term: "Date comptable", details: <DayTime day={proposal.onDay} /> },
          { term: "Raison", details: <span className="guichet-typed">{reason}</span> },
          {
            term: "Proposé",
            details: (
              <>
                par {proposal.proposedBy}, le <InstantTime instant={proposal.proposedAt} />
              </>
            ),
          },
          ...(proposal.decidedAt && status !== "withdrawn"
            ? [
                {
                  term: words.label,
                  details: (
                    <>
                      par {proposal.decidedBy}, le <InstantTime instant={proposal.decidedAt} />
                    </>
                  ),
                },
              ]
            : []),
          ...(proposal.answer
            ? [
                {
                  term: "Raison du refus",
                  details: <span className="guichet-typed">{proposal.answer}</span>,
                },
              ]
            : []),
        ]}
      />
      <Waiting proposal={proposal} />
      {may === "answer" && (
        <>
          <h2>Votre réponse</h2>
          <div className="guichet-credit-acts">
            <ConfirmMovementForm proposal={proposal.id} label={named} />
            <RefuseMovementForm proposal={proposal.id} label={named} />
          </div>
        </>
      )}
      {may === "withdraw" && <WithdrawMovementForm proposal={proposal.id} />}
    </>
  );
}

function Waiting({ proposal: { status, own, lack, confirmers, may } }: { proposal: ProposalPage }) {
  if (status !== "proposed") return null;
  return (
    <>
      {lack && (
        <Message severity="warning" title={"Attention\u00A0: ce mouvement serait refusé"}>
          {lack}
        </Message>
      )}
      {own && (
        <Message severity="info" title={"Information\u00A0: à confirmer par une autre personne"}>
          {confirmers > 0
            ? "Vous avez proposé ce mouvement. Les personnes qui peuvent le confirmer sont prévenues."
            : "Personne d’autre ne peut encore le confirmer. Demandez à un administrateur de donner ce rôle à une seconde personne."}
        </Message>
      )}
      {!own && may === null && <p>Une seconde personne doit confirmer ou refuser ce mouvement.</p>}
    </>
  );
}
