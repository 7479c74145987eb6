import type { Change, RowChange, StepChanges } from "@/domain/dossier/filing-difference";
import { TextComparison } from "@/ui/text-comparison";

export interface FilingDifferenceProps {
  steps: readonly StepChanges[];
  /** Names what is compared, in the ids of its headings: one page may hold several. */
  id: string;
}

/** What differs between two filings, step by step: marked for the eye, and said in words. */
export function FilingDifference({ steps, id }: FilingDifferenceProps) {
  if (steps.length === 0) return <p>Rien n’a changé dans les réponses, le plan ni les fichiers.</p>;
  return steps.map(({ key, title, changes }) => (
    <section key={key} aria-labelledby={`${id}-${key}`} className="fr-mb-4w">
      <h3 id={`${id}-${key}`} className="fr-h5">
        {title}
      </h3>
      {changes.map((change) => (
        <ChangeView key={change.label} change={change} />
      ))}
    </section>
  ));
}

function ChangeView({ change }: { change: Change }) {
  return (
    <>
      <h4 className="fr-h6 fr-mb-1w">{change.label}</h4>
      {change.rows ? (
        <ul className="guichet-changes">
          {change.rows.map((row) => (
            <li key={`${row.state} ${row.state === "removed" ? row.before : row.after}`}>
              <RowView row={row} />
            </li>
          ))}
        </ul>
      ) : (
        <TextComparison before={change.before} after={change.after} />
      )}
    </>
  );
}

function RowView({ row }: { row: RowChange }) {
  switch (row.state) {
    case "added":
      return <TextComparison before="" after={row.after} />;
    case "removed":
      return <TextComparison before={row.before} after="" />;
    case "changed":
      return <TextComparison before={row.before} after={row.after} />;
  }
}
