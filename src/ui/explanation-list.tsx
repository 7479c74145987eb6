import type { ExplanationStep } from "@/domain/funding/types";
import { Amount } from "@/ui/amount";

export interface ExplanationListProps {
  steps: readonly ExplanationStep[];
}

/** « Comment ce montant est calculé »: each rule that bit, its amount, its place in the texts. */
export function ExplanationList({ steps }: ExplanationListProps) {
  return (
    <ol className="guichet-explanation">
      {steps.map((step) => (
        <li key={step.rule}>
          <span className="guichet-explanation__rule">
            {step.interpretation && <strong>Lecture retenue{"\u00A0"}: </strong>}
            {step.label}
          </span>
          <span className="guichet-explanation__amount">
            <Amount cents={step.amount} />
          </span>
          <span className="guichet-source">
            Source{"\u00A0"}: {step.source}
          </span>
        </li>
      ))}
    </ol>
  );
}

export interface ExplanationDetailsProps extends ExplanationListProps {
  open?: boolean;
}

/** The explanation folded under its question: one click, same page, no script. */
export function ExplanationDetails({ steps, open }: ExplanationDetailsProps) {
  return (
    <details className="guichet-details" open={open}>
      <summary>Comment ce montant est calculé</summary>
      <ExplanationList steps={steps} />
    </details>
  );
}
