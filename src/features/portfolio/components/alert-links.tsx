import { ALERT_WORDS, PROJECT_ALERTS } from "@/domain/execution/alerts";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { EVERYTHING, type PortfolioQuery, portfolioAddress } from "../filters";
import type { Portfolio } from "../queries/portfolio";

interface Props {
  alerts: Portfolio["alerts"];
  query: PortfolioQuery;
}

/** The alerts on the projects in execution, each with the list behind it. */
export function AlertLinks({ alerts, query: { ministryId } }: Props) {
  const raised = PROJECT_ALERTS.filter((alert) => alerts[alert] > 0);
  return (
    <>
      <h2 className="fr-h4">Alertes</h2>
      {raised.length === 0 ? (
        <p>Aucune alerte sur les projets en exécution.</p>
      ) : (
        <ul className="guichet-alerts">
          {raised.map((alert) => (
            <li key={alert}>
              <AppLink
                href={routes.ministry(portfolioAddress({ ...EVERYTHING, ministryId, alert }))}
              >
                {ALERT_WORDS[alert].label}
                {"\u00A0"}: {alerts[alert].toLocaleString("fr-FR")}{" "}
                {alerts[alert] > 1 ? "projets" : "projet"}
              </AppLink>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
