import type { ReactNode } from "react";
import { formatMonth } from "@/domain/calendar";
import { STATUS_LABELS } from "@/domain/dossier/statuses";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { DossierHeader, type DossierHeaderProps } from "@/ui/dossier-header";
import { ExplanationDetails } from "@/ui/explanation-list";
import { FiledContent } from "@/ui/filed-content";
import { StatusBadge } from "@/ui/status-badge";
import type { MinistryDossier, NotifiedDecision } from "../queries/ministry-dossier";

interface Props {
  dossier: MinistryDossier;
  next: DossierHeaderProps["next"];
  /** What the ministry has to do with it, under the header. */
  children?: ReactNode;
}

/** A dossier of the ministry, to read: where it stands, the decision once notified, what was filed. */
export function MinistryDossierView({ dossier, next, children }: Props) {
  const { filed, decision } = dossier;
  const { theme, amounts } = filed;
  const status = STATUS_LABELS[dossier.status];
  return (
    <>
      <DossierHeader
        number={dossier.number}
        title={dossier.title}
        theme={{ code: theme.code, title: theme.title, href: routes.theme(theme.slug) }}
        status={status}
        carrier={dossier.carrier}
        grant={
          decision?.amount
            ? { label: "Subvention accordée", cents: decision.amount }
            : { label: "Subvention demandée", cents: amounts.requestedGrant }
        }
        next={next}
      />
      {children}
      {["in-execution", "closed"].includes(dossier.status) && (
        <ul className="fr-btns-group fr-btns-group--inline-md">
          <li>
            <AppLink
              className="fr-btn fr-btn--secondary"
              href={routes.ministryReports(dossier.number)}
            >
              Suivre le projet
            </AppLink>
          </li>
          <li>
            <AppLink
              className="fr-btn fr-btn--secondary"
              href={routes.ministryProject(dossier.number)}
            >
              Voir la vie du projet
            </AppLink>
          </li>
        </ul>
      )}
      {decision && <Decision decision={decision} />}
      <h2>Montants et dates</h2>
      <DefinitionList
        items={[
          { term: "Coût total TTC", details: <Amount cents={amounts.total} /> },
          { term: "Base de calcul", details: <Amount cents={amounts.base} /> },
          { term: "Subvention calculée", details: <Amount cents={amounts.computedGrant} /> },
          { term: "Subvention demandée", details: <Amount cents={amounts.requestedGrant} /> },
          { term: "Ouverture", details: filed.callLabel },
          { term: "Déposé le", details: <InstantTime instant={filed.filedAt} /> },
          ...(dossier.round
            ? [{ term: "Jury attendu", details: formatMonth(dossier.round.month) }]
            : []),
        ]}
      />
      {dossier.explanation.length > 0 && <ExplanationDetails steps={dossier.explanation} />}
      <h2>Dossier déposé</h2>
      <FiledContent {...filed} />
    </>
  );
}

function Decision({ decision }: { decision: NotifiedDecision }) {
  const { label, severity } = STATUS_LABELS[decision.outcome];
  return (
    <>
      <h2>Décision</h2>
      <DefinitionList
        items={[
          {
            term: "Décision",
            details: <StatusBadge label={label} severity={severity ?? undefined} />,
          },
          ...(decision.amount
            ? [{ term: "Subvention accordée", details: <Amount cents={decision.amount} /> }]
            : []),
          { term: "Notifiée le", details: <InstantTime instant={decision.notifiedAt} /> },
          {
            term: "Motif",
            details: <span className="guichet-typed">{decision.motive}</span>,
          },
        ]}
      />
    </>
  );
}
