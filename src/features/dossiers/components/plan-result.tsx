import type { Suggestion } from "@/domain/funding/suggestions";
import type { FindingCode, SimulationResult } from "@/domain/funding/types";
import { formatEuros, ZERO } from "@/domain/money";
import { ExplanationDetails } from "@/ui/explanation-list";
import { Message } from "@/ui/message";
import { ReadingNote } from "@/ui/reading-note";

/** What the plan can change. The other findings are on the page of what is missing. */
const OF_THE_PLAN: readonly FindingCode[] = [
  "OTHER_CALL",
  "SIZE_OUT",
  "T2_NOT_ACCEPTED",
  "T2_COUNTERPART_MISSING",
  "EXPENSE_OUT_OF_BASE",
  "INNOVATIVE_SHARE_LOW",
  "GRANT_CAPPED",
  "PROJECT_CAP_REACHED",
  "REQUESTED_GRANT_RETAINED",
  "DIRECTOR_OPINION_REQUIRED",
];

/** Base, grant and remaining of the plan as typed, how they are computed, and what the rules notice. */
export function PlanResult({
  result,
  suggestions = [],
  leftOut = 0,
}: {
  result: SimulationResult;
  /** How many expenses are not complete enough to count. */
  leftOut?: number;
  /** What would change it: for whoever still writes the plan. */
  suggestions?: readonly Suggestion[];
}) {
  const amounts = result.amounts ?? { total: ZERO, base: ZERO, grant: ZERO, remaining: ZERO };
  const isOfOtherCall = result.findings.some(({ code }) => code === "OTHER_CALL");
  const notices = result.findings.filter(
    ({ code }) =>
      // A plan without any expense yet has nothing to answer for; out of the size of a call it has to leave, the other
      // call is said, not the size.
      amounts.total !== ZERO &&
      OF_THE_PLAN.includes(code) &&
      !(isOfOtherCall && code === "SIZE_OUT"),
  );
  return (
    <section className="guichet-result" aria-labelledby="resultat">
      <h3 id="resultat" className="fr-h6 fr-mb-1w">
        Ce que donne le plan
      </h3>
      <dl className="guichet-result__figures">
        <Figure label="Coût total" amount={formatEuros(amounts.total)} />
        <Figure label="Base de calcul" amount={formatEuros(amounts.base)} />
        <Figure label="Subvention calculée" amount={formatEuros(amounts.grant)} strong />
        <Figure label="Reste après subvention" amount={formatEuros(amounts.remaining)} />
      </dl>
      {leftOut > 0 && (
        <p>
          {leftOut === 1
            ? "Une dépense n’est pas encore comptée\u00A0: complétez-la ou corrigez-la."
            : `${leftOut} dépenses ne sont pas encore comptées\u00A0: complétez-les ou corrigez-les.`}
        </p>
      )}
      <ExplanationDetails steps={result.explanation} />
      {suggestions.length > 0 && (
        <>
          <h4 className="fr-text--md fr-mb-1v">Ce qui changerait ce résultat</h4>
          <ul className="fr-mb-2w">
            {suggestions.map(({ key, sentence }) => (
              <li key={key}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {notices
        .filter(({ severity }) => severity !== "information")
        .map(({ code, message, source, interpretation }) => (
          <Message key={`${code}-${message}`} severity="warning" small>
            <p>
              <span className="fr-text--bold">Attention{"\u00A0"}:</span> {message}{" "}
              <span className="guichet-source">
                ({source}
                {interpretation && ", lecture retenue"})
              </span>
            </p>
          </Message>
        ))}
      {notices
        .filter(({ severity, interpretation }) => severity === "information" && interpretation)
        .map(({ code, message, source }) => (
          <ReadingNote key={`${code}-${message}`} source={source}>
            {message}
          </ReadingNote>
        ))}
    </section>
  );
}

function Figure({ label, amount, strong }: { label: string; amount: string; strong?: boolean }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={strong ? "guichet-amount fr-text--bold" : "guichet-amount"}>
        <output>{amount}</output>
      </dd>
    </div>
  );
}
