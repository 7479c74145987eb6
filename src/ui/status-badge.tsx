export type Severity = "info" | "success" | "warning" | "error";

export interface StatusBadgeProps {
  /** The status in words, sentence case. */
  label: string;
  /** Adds the DSFR icon and colour. Absent: plain badge. Error means broken or overdue, never a refusal. */
  severity?: Severity | undefined;
  small?: boolean;
}

/** A status: words first, then icon, then colour. A `span`, valid in cells and sentences. */
export function StatusBadge({ label, severity, small }: StatusBadgeProps) {
  const look = severity ? ` fr-badge--${severity}` : "";
  return <span className={`fr-badge${small ? " fr-badge--sm" : ""}${look}`}>{label}</span>;
}
