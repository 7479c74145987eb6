import { formatMonth } from "@/domain/calendar";
import type { Finding, SimulationResult, Verdict } from "@/domain/funding/types";
import { formatSource } from "@/features/catalogue/words";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { ExplanationList } from "@/ui/explanation-list";

/** What the verdict means, in one sentence. */
const VERDICTS: Readonly<Record<Verdict, string>> = {
  eligible: "Rien ne s’oppose à ce projet dans vos réponses.",
  ineligible: "En l’état, ce projet n’est pas éligible.",
  incomplete: "Il manque une condition pour déposer.",
  "not-open": "Le dépôt n’est pas possible à cette date.",
  redirect: "Ce projet relève d’une autre ouverture ou d’un autre thème.",
  "not-computable": "Aucun calcul n’est possible pour ce thème.",
};

const SEVERITIES: Readonly<Record<Finding["severity"], string>> = {
  blocking: "Bloquant",
  incomplete: "À compléter",
  warning: "Attention",
  information: "À savoir",
};

/** The verdict in a sentence. */
export function verdictSentence({ verdict }: Pick<SimulationResult, "verdict">): string {
  return VERDICTS[verdict];
}

/** The result of a simulation: the amounts, what the rules notice, and how each amount is obtained. */
export function ResultPanel({ result }: { result: SimulationResult }) {
  const { amounts, findings, explanation, round } = result;
  return (
    <>
      {amounts && (
        <dl className="catalogue-figures">
          <div>
            <dt>Subvention estimée</dt>
            <dd>
              <Amount cents={amounts.grant} />
            </dd>
          </div>
          <div>
            <dt>Reste à votre charge</dt>
            <dd>
              <Amount cents={amounts.remaining} />
            </dd>
          </div>
          <div>
            <dt>Coût total TTC</dt>
            <dd>
              <Amount cents={amounts.total} />
            </dd>
          </div>
          <div>
            <dt>Base de la subvention</dt>
            <dd>
              <Amount cents={amounts.base} />
            </dd>
          </div>
        </dl>
      )}
      <p>
        <strong>{verdictSentence(result)}</strong>
        {round &&
          ` Un dossier déposé aujourd’hui passe au jury de ${formatMonth(round.juryMonth)}.`}
      </p>
      {findings.length > 0 && (
        <ul className="catalogue-findings">
          {findings.map((finding) => (
            <li key={`${finding.code}-${finding.message}`}>
              <FindingText finding={finding} />
            </li>
          ))}
        </ul>
      )}
      {explanation.length > 0 && (
        <>
          <h4 className="fr-h6">Comment ce montant est calculé</h4>
          <ExplanationList
            steps={explanation.map((step) => ({ ...step, source: formatSource(step.source) }))}
          />
        </>
      )}
    </>
  );
}

function FindingText({ finding }: { finding: Finding }) {
  return (
    <>
      <strong>
        {SEVERITIES[finding.severity]}
        {finding.interpretation && ", lecture retenue"}
        {"\u00A0"}:
      </strong>{" "}
      {finding.message}{" "}
      {finding.theme && (
        <>
          <a href={routes.theme(finding.theme.toLowerCase())}>Voir le thème {finding.theme}</a>{" "}
        </>
      )}
      <span className="guichet-source">({formatSource(finding.source)})</span>
    </>
  );
}
