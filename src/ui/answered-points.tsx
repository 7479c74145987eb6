import { AppLink } from "@/ui/app-link";

export interface AnsweredPointsProps {
  points: readonly {
    position: number;
    question: string;
    answer: string;
    /** What it is about, in words; null for the whole dossier. */
    about: string | null;
    step: { key: string; title: string; changed: boolean } | null;
  }[];
  /** Where the changes of a step are read; of the whole dossier without a step. */
  changesHref: (step: string | null) => string;
}

/** What was expected, what the carrier answered, and the way to what changed in the dossier. */
export function AnsweredPoints({ points, changesHref }: AnsweredPointsProps) {
  return (
    <ol className="guichet-points">
      {points.map(({ position, question, answer, about, step }) => (
        <li key={position}>
          <p className="guichet-typed fr-mb-1v">
            <strong>{question}</strong>
          </p>
          {about !== null && (
            <p className="fr-hint-text fr-mb-1v">
              Sur{"\u00A0"}: {about}
            </p>
          )}
          <p className="guichet-typed fr-mb-1v">
            <strong>Réponse du porteur{"\u00A0"}:</strong> {answer}
          </p>
          <p>
            {step && !step.changed ? (
              <>L’étape «{`\u00A0${step.title}\u00A0`}» n’a pas changé.</>
            ) : (
              <AppLink href={changesHref(step?.key ?? null)}>
                Lire ce qui a changé
                {step ? (
                  <> dans l’étape «{`\u00A0${step.title}\u00A0`}»</>
                ) : (
                  <span className="fr-sr-only"> dans le dossier, attente {position}</span>
                )}
              </AppLink>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
