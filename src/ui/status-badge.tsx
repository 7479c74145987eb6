export type Severity = "info" | "success" | "warning" | "error";

export interface StatusBadgeProps {
  /** The status in words, sentence case. */
  label: string;
  /** Adds the DSFR icon and colour. Absent: plain badge. Error means broken or overdue, never a refusal. */
  severity?: Severity | undefined;
  small?: boolean;
}

/** Written whole: the build takes out of the sheet the classes that no source names. */
const LOOKS: Record<Severity, string> = {
  info: "fr-badge--info",
  success: "fr-badge--success",
  warning: "fr-badge--warning",
  error: "fr-badge--error",
};

/** A status: words first, then icon, then colour. A `span`, valid in cells and sentences. */
export function StatusBadge({ label, severity, small }: StatusBadgeProps) {
  const look = severity ? ` ${LOOKS[severity]}` : "";
  return <span className={`fr-badge${small ? " fr-badge--sm" : ""}${look}`}>{label}</span>;
}
