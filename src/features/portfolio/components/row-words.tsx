import { formatShortDay } from "@/domain/calendar";
import { ALERT_WORDS } from "@/domain/execution/alerts";
import type { Severity } from "@/ui/status-badge";
import { StatusBadge } from "@/ui/status-badge";
import type { PortfolioRow } from "../queries/rows";

/** What is expected next of a dossier, and its day; « Rien » without. */
export function nextWords({ next }: Pick<PortfolioRow, "next">): string {
  return next ? `${next.label}, le ${formatShortDay(next.dueOn)}` : "Rien";
}

/** Overdue alone is an error: the others are to be looked at. */
const severityOf = (alert: PortfolioRow["alerts"][number]): Severity =>
  alert === "late" ? "error" : "warning";

/** The alerts of a project, under each other. */
export function AlertBadges({ alerts }: Pick<PortfolioRow, "alerts">) {
  if (alerts.length === 0) return <>Aucune</>;
  return (
    <>
      {alerts.map((alert) => (
        <span key={alert} className="fr-mr-1v">
          <StatusBadge small label={ALERT_WORDS[alert].label} severity={severityOf(alert)} />
        </span>
      ))}
    </>
  );
}
