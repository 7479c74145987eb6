import type { ReactNode } from "react";

export interface ReadingNoteProps {
  /** What the portal retains where the texts are silent or contradict each other. */
  children: ReactNode;
  /** Place in the texts: `Livret l.747`. */
  source?: string;
}

/** An interpretation, marked as such. */
export function ReadingNote({ children, source }: ReadingNoteProps) {
  return (
    <div className="fr-highlight fr-my-2w">
      <p className="fr-text--sm">
        <strong>Lecture retenue{"\u00A0"}:</strong> {children}
        {source !== undefined && <span className="guichet-source"> ({source})</span>}
      </p>
    </div>
  );
}
