import { formatDrift } from "@/domain/execution/drift";
import type { DutyState } from "@/domain/execution/obligations";
import type { ReadRow } from "@/domain/execution/report";
import { formatCell } from "@/domain/execution/report-cells";
import { WEATHER_LABELS, type Weather } from "@/domain/execution/weather";
import type { Cents } from "@/domain/money";
import { formatEuros } from "@/domain/money";
import type { Severity } from "@/ui/status-badge";

interface Shown {
  label: string;
  severity?: Severity;
}

/** Where a duty stands, in words (screens, statuses of a report). */
export const STATE_WORDS: Readonly<Record<DutyState, Shown>> = {
  done: { label: "Remis", severity: "success" },
  dropped: { label: "Plus demandé" },
  late: { label: "En retard", severity: "error" },
  due: { label: "À remettre" },
  "to-come": { label: "À venir" },
};

/** What is not a report is kept, not handed in. */
export const KEPT_WORDS: Readonly<Record<DutyState, Shown>> = {
  ...STATE_WORDS,
  done: { label: "Tenu", severity: "success" },
  due: { label: "À tenir" },
};

/** How a weather is shown: words first. None is an error: a project in trouble that says so breaks no rule. */
export const WEATHER_BADGES: Readonly<Record<Weather, Shown>> = {
  secure: { label: WEATHER_LABELS.secure, severity: "success" },
  reachable: { label: WEATHER_LABELS.reachable, severity: "info" },
  "help-needed": { label: WEATHER_LABELS["help-needed"], severity: "warning" },
  compromised: { label: WEATHER_LABELS.compromised, severity: "warning" },
};

const signed = (value: number, text: string) => (value > 0 ? `+${text}` : text);

/** The gap of a line: days, or an amount and its share; « Sans objet » when it cannot be told. */
export function gapWords({ gap, gapShare, kind, unit }: ReadRow): string {
  if (gap === null) return "Sans objet";
  if (gap === 0) return "Aucun";
  if (kind === "day") {
    const days = Math.abs(gap);
    return `${days} jour${days > 1 ? "s" : ""} ${gap > 0 ? "plus tard" : "plus tôt"}`;
  }
  const amount =
    kind === "euros"
      ? signed(gap, formatEuros(gap as Cents))
      : signed(gap, formatCell("number", gap, unit).replace("-", "\u2212"));
  return gapShare === null ? amount : `${amount} (${formatDrift(gapShare)})`;
}
