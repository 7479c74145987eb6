import type { ReactNode } from "react";

export interface StatePageProps {
  /** « Page non trouvée » */
  title: string;
  /** « Erreur 404 » */
  code: string;
  /** What happened, in one sentence. */
  lead: ReactNode;
  /** What is kept, and the way on. */
  children: ReactNode;
  /** Buttons. */
  actions: ReactNode;
}

/** The DSFR model of the pages 404, 500 and 503. */
export function StatePage({ title, code, lead, children, actions }: StatePageProps) {
  return (
    <div className="fr-grid-row fr-mb-7w">
      <div className="fr-col-12 fr-col-md-9 fr-col-lg-7">
        <h1>{title}</h1>
        <p className="fr-text--sm fr-mb-3w">{code}</p>
        <p className="fr-text--lead fr-mb-3w">{lead}</p>
        <div className="fr-text--sm fr-mb-5w">{children}</div>
        <div className="guichet-actions">{actions}</div>
      </div>
    </div>
  );
}
