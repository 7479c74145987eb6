import type { ReactNode } from "react";

export interface SaveBarProps {
  /** What is saved, always readable: « Enregistré à 14 h 32. » */
  state?: ReactNode;
  /** Said to screen readers when the state changes kind, not at each save. Empty in the first HTML. */
  announcement?: string;
  /** Buttons, in reading order: previous, then the primary one. */
  children: ReactNode;
}

/** The sticky bottom line of a form: state on the left, buttons on the right. */
export function SaveBar({ state, announcement = "", children }: SaveBarProps) {
  return (
    <div className="guichet-save-bar">
      <p className="guichet-save-bar__state">{state}</p>
      <p role="status" className="fr-sr-only">
        {announcement}
      </p>
      <div className="guichet-save-bar__buttons">{children}</div>
    </div>
  );
}
