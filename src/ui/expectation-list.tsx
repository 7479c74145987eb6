export interface ListedExpectation {
  position: number;
  body: string;
  /** The question or the step it is about, in words; null for the whole dossier. */
  about: string | null;
}

/** What a new presentation must answer, numbered. */
export function ExpectationList({ expectations }: { expectations: readonly ListedExpectation[] }) {
  return (
    <ol className="guichet-points">
      {expectations.map(({ position, body, about }) => (
        <li key={position}>
          <span className="guichet-typed">{body}</span>
          {about !== null && (
            <span className="fr-hint-text">
              Sur{"\u00A0"}: {about}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
