import { formatNumber, hasRightToError } from "@/domain/execution/crossing";
import { PHASE_LABELS } from "@/domain/execution/phase-statuses";
import { Amount } from "@/ui/amount";
import { DayTime, InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { ReadingNote } from "@/ui/reading-note";
import { StatusBadge } from "@/ui/status-badge";
import type { PhaseDetails } from "../queries/phase";

/** What a phase is, and where it stands. */
export function PhaseFacts({ details }: { details: PhaseDetails }) {
  const { phase, phases, indicators, drift } = details;
  const { label, severity } = PHASE_LABELS[phase.status];
  return (
    <>
      <p>
        <StatusBadge label={label} severity={severity ?? undefined} />
      </p>
      <DefinitionList
        items={[
          {
            term: "Période",
            details: (
              <>
                Du <DayTime day={phase.startsOn} /> au <DayTime day={phase.endsOn} />
              </>
            ),
          },
          { term: "Part de la subvention", details: <Amount cents={phase.grant} /> },
          {
            term: "Débloquée le",
            details: phase.fundedAt ? (
              <InstantTime instant={phase.fundedAt} format="date" />
            ) : (
              "Pas encore"
            ),
          },
          { term: "Jalon", details: <span className="guichet-typed">{phase.milestone}</span> },
          ...indicators.map(({ name, definition, minimum, unit }) => ({
            term: `Indicateur\u00A0: ${name}`,
            details: (
              <>
                <span className="guichet-typed">{definition}</span>
                <br />
                Niveau minimal{"\u00A0"}: {formatNumber(minimum)}
                {"\u00A0"}
                {unit}
              </>
            ),
          })),
          { term: "Écart avec le plan initial", details: driftWords(drift) },
        ]}
      />
      {hasRightToError(phase.position, phases) && (
        <ReadingNote source="Livret l.791, l.842">
          Les premières phases ont un droit à l’erreur. Le texte ne dit pas combien{"\u00A0"}: la
          première moitié des phases est retenue. Un niveau non atteint n’y suffit pas à refuser.
        </ReadingNote>
      )}
    </>
  );
}

/** `Budget +12,5 %, calendrier 0 %`, of hundredths of percents. */
function driftWords(drift: PhaseDetails["drift"]): string {
  if (!drift) return "Aucun compte rendu remis";
  const words = (name: string, hundredths: number | null) =>
    hundredths === null
      ? `${name} non renseigné`
      : `${name} ${hundredths > 0 ? "+" : ""}${formatNumber(hundredths / 100)}\u00A0%`;
  return `${words("Budget", drift.budget)}, ${words("calendrier", drift.calendar)} (compte rendu ${drift.period})`;
}
