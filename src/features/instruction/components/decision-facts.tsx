import type { Aggregate } from "@/domain/evaluation/aggregation";
import { formatScore } from "@/domain/evaluation/scores";
import { BOP_WORDS, isBop } from "@/domain/funding/bop";
import { type EnvelopeChain, leftOf, tightest } from "@/domain/funding/envelopes";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { ExplanationDetails } from "@/ui/explanation-list";
import type { DecisionFacts } from "../queries/decision";
import type { DossierPage } from "../queries/dossier";

/** The facts of a decision: both limits first, then the jury and the opinion. The same for both people. */
export function DecisionFactsView(props: {
  page: DossierPage;
  facts: DecisionFacts;
  aggregate: Aggregate | null;
}) {
  const { page, facts, aggregate } = props;
  const { dossier, requestedGrant } = page;
  return (
    <section aria-labelledby="faits">
      <h2 className="fr-h4" id="faits">
        Les faits
      </h2>
      <DefinitionList
        items={[
          { term: "Subvention calculée (maximum)", details: <Amount cents={facts.bound} /> },
          ...envelopeItems(facts.envelopes),
          { term: "Subvention demandée", details: <Amount cents={requestedGrant} /> },
          ...(dossier.theme.selection.scored
            ? [
                {
                  term: "Note du jury",
                  details: aggregate ? (
                    <AppLink href={routes.scores(dossier.number)}>
                      {formatScore(aggregate.mean)} ({aggregate.sheets} fiche
                      {aggregate.sheets > 1 && "s"})
                    </AppLink>
                  ) : (
                    "Pas encore de note"
                  ),
                },
                {
                  term: "Déports et abstentions",
                  details: <Aside people={facts.steppedAside} />,
                },
              ]
            : []),
          ...(facts.opinion.required
            ? [
                {
                  term: "Avis du directeur de la DINUM (plus de 9 M€)",
                  details: facts.opinion.text ? (
                    <>
                      <span className="guichet-typed">{facts.opinion.text}</span>
                      {facts.opinion.at && (
                        <>
                          <br />
                          Enregistré le <InstantTime instant={facts.opinion.at} />
                        </>
                      )}
                    </>
                  ) : (
                    <>
                      Manque.{" "}
                      {page.may("record-director-opinion") && (
                        <AppLink href={routes.directorOpinion(dossier.number)}>
                          Enregistrer l’avis
                        </AppLink>
                      )}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {facts.explanation.length > 0 && <ExplanationDetails steps={facts.explanation} />}
      {facts.returned.map(({ reason, proposedBy, at }) => (
        <p key={at.toISOString()} className="fr-mt-2w">
          Proposition de {proposedBy} (<InstantTime instant={at} format="short" />) renvoyée
          {"\u00A0"}: {reason}
        </p>
      ))}
    </section>
  );
}

/** What is left on each level, the one that bounds the award first. */
function envelopeItems(chain: EnvelopeChain) {
  const least = tightest(chain);
  return [least, ...chain.filter(({ id }) => id !== least.id)].map((level) => ({
    term: `Reste de l’enveloppe ${level.label}`,
    details: (
      <>
        <Amount cents={leftOf(level)} /> sur <Amount cents={level.total} />
        {chain.length > 1 && level === least && " (la plus serrée)"}
        {isBop(level.label) && <span className="fr-hint-text">{BOP_WORDS}</span>}
      </>
    ),
  }));
}

/** Who took no part in the judgement, and why in a word. */
function Aside({ people }: { people: DecisionFacts["steppedAside"] }) {
  if (people.length === 0) return "Aucun";
  return (
    <ul>
      {people.map(({ jurorId, name, status, reason, at }) => (
        <li key={jurorId}>
          {name}
          {"\u00A0"}: {status === "recused" ? "déport" : "abstention"}, {reason} (
          <InstantTime instant={at} format="short" />)
        </li>
      ))}
    </ul>
  );
}
