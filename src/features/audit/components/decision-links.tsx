import { STATUS_LABELS } from "@/domain/dossier/statuses";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { InstantTime } from "@/ui/date-time";
import type { DossierAudit } from "../queries/dossier-audit";

/** The evidence of each decision taken on a dossier; nothing while none is. */
export function DecisionLinks({ decisions }: Pick<DossierAudit, "decisions">) {
  if (decisions.length === 0) return null;
  return (
    <>
      <h2>Dossiers de preuves</h2>
      <ul>
        {decisions.map(({ id, outcome, confirmedAt }) => (
          <li key={id}>
            <AppLink href={routes.evidence(id)}>
              Preuves de la décision «{"\u00A0"}
              {STATUS_LABELS[outcome].label}
              {"\u00A0"}» du <InstantTime instant={confirmedAt} format="date" />
            </AppLink>
          </li>
        ))}
      </ul>
    </>
  );
}
