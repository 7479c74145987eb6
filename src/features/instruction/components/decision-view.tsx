import type { Aggregate } from "@/domain/evaluation/aggregation";
import { motiveLabel } from "@/domain/evaluation/motives";
import { leftOf, tightest } from "@/domain/funding/envelopes";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { EmptyState } from "@/ui/empty-state";
import { ExpectationList } from "@/ui/expectation-list";
import { Message } from "@/ui/message";
import { targetsOf } from "../expectation-targets";
import { OUTCOME_LABELS } from "../outcome-labels";
import type { DecisionFacts } from "../queries/decision";
import type { DossierPage, LiveDecision } from "../queries/dossier";
import { ConfirmDecisionForm } from "./confirm-decision-form";
import { DecisionFactsView } from "./decision-facts";
import { ProposeDecisionForm } from "./propose-decision-form";

/** The decision of a dossier at whatever point it is: to propose, to confirm, confirmed. */
export function DecisionView(props: {
  page: DossierPage;
  facts: DecisionFacts;
  aggregate: Aggregate | null;
  agentId: string;
}) {
  const { page, facts, aggregate, agentId } = props;
  const { decision } = page;
  return (
    <>
      {decision && <Proposal decision={decision} facts={facts} />}
      <DecisionFactsView page={page} facts={facts} aggregate={aggregate} />
      <div className="fr-mt-4w">
        {decision ? (
          <ToConfirm page={page} decision={decision} own={decision.proposedById === agentId} />
        ) : (
          <ToPropose page={page} facts={facts} />
        )}
      </div>
    </>
  );
}

function ToPropose({ page, facts }: { page: DossierPage; facts: DecisionFacts }) {
  const { dossier } = page;
  if (facts.obstacle) return <EmptyState>{facts.obstacle}</EmptyState>;
  if (!page.may("propose-decision")) {
    return (
      <EmptyState>
        La décision est proposée par le porteur du thème, l’instruction ou le secrétariat.
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="proposer">
      <h2 className="fr-h4" id="proposer">
        Proposer une décision
      </h2>
      <p>
        Une autre personne la relira et la confirmera. Le porteur n’en sait rien avant la
        notification.
      </p>
      <ProposeDecisionForm
        number={dossier.number}
        bound={facts.bound}
        left={leftOf(tightest(facts.envelopes))}
        written={dossier.theme.selection.outcomes}
        targets={targetsOf(dossier)}
      />
    </section>
  );
}

/** What is proposed or decided, first thing on the page. */
function Proposal({ decision, facts }: { decision: LiveDecision; facts: DecisionFacts }) {
  const confirmed = decision.status === "confirmed";
  const motive = motiveLabel(decision.motiveCode);
  return (
    <section aria-labelledby="decision" className="fr-mb-4w">
      <h2 className="fr-h4" id="decision">
        {confirmed ? "Décision confirmée" : "Décision proposée"}
      </h2>
      <DefinitionList
        items={[
          { term: "Sens", details: <strong>{OUTCOME_LABELS[decision.outcome]}</strong> },
          ...(decision.amount === null
            ? []
            : [
                {
                  term: "Montant accordé",
                  details: (
                    <strong>
                      <Amount cents={decision.amount} />
                    </strong>
                  ),
                },
              ]),
          ...(motive === null ? [] : [{ term: "Raison principale", details: motive }]),
          {
            term: "Raisons, dans la lettre",
            details: <span className="guichet-typed">{decision.motive}</span>,
          },
          ...typedItem("Points forts", decision.strengths),
          ...typedItem("Points faibles", decision.weaknesses),
          ...(decision.expectations.length > 0
            ? [
                {
                  term: "Attentes de la nouvelle présentation",
                  details: <ExpectationList expectations={decision.expectations} />,
                },
              ]
            : []),
          {
            term: "Proposée par",
            details: (
              <>
                {facts.proposer}, le <InstantTime instant={decision.proposedAt} />
              </>
            ),
          },
          ...(decision.confirmedAt
            ? [
                {
                  term: "Confirmée par",
                  details: (
                    <>
                      {facts.confirmer}, le <InstantTime instant={decision.confirmedAt} />
                    </>
                  ),
                },
              ]
            : []),
          ...(decision.notifiedAt
            ? [{ term: "Notifiée le", details: <InstantTime instant={decision.notifiedAt} /> }]
            : []),
        ]}
      />
    </section>
  );
}

/** A text the letter shows only when it is written. */
const typedItem = (term: string, text: string) =>
  text === "" ? [] : [{ term, details: <span className="guichet-typed">{text}</span> }];

function ToConfirm(props: { page: DossierPage; decision: LiveDecision; own: boolean }) {
  const { page, decision, own } = props;
  const { number } = page.dossier;
  if (decision.status === "confirmed") {
    return (
      <p>
        <AppLink href={routes.letter(number)} className="fr-btn">
          {decision.notifiedAt ? "Lire la lettre" : "Relire la lettre et notifier"}
        </AppLink>
      </p>
    );
  }
  if (page.dossier.theme.selection.arbitration) {
    return (
      <Message severity="info" small as="p">
        Ce thème prévoit l’arbitrage du ministre{"\u00A0"}: la proposition lui est soumise avec les
        autres, dans une liste. <AppLink href={routes.arbitrations()}>Voir les arbitrages</AppLink>
      </Message>
    );
  }
  if (own) {
    return (
      <Message severity="info" small as="p">
        Vous avez proposé cette décision{"\u00A0"}: une autre personne doit la confirmer.
      </Message>
    );
  }
  if (!page.may("confirm-decision")) {
    return (
      <Message severity="info" small as="p">
        La décision attend la confirmation du porteur du thème ou de la présidence du jury.
      </Message>
    );
  }
  return <ConfirmDecisionForm number={number} decision={decision.id} />;
}
