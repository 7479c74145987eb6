import { CADENCE_OPTIONS, type TypedPhase, typedPhasesSchema } from "@/domain/dossier/phases";

/** Phases that came from a copy, a post or the portal; none when they are not phases. */
export function asPhasesOrNone(value: unknown): TypedPhase[] {
  const typed = typedPhasesSchema.safeParse(Array.isArray(value) ? value : []);
  return typed.success ? typed.data : [];
}

const cadence = (value: string) =>
  CADENCE_OPTIONS.find((option) => option.value === value)?.label.toLowerCase() ??
  "fréquence à dire";

/** The phases of a project, read. */
export function PhasesInWords({ phases }: { phases: readonly TypedPhase[] }) {
  if (phases.length === 0) return <p>Aucune phase.</p>;
  return (
    <ol>
      {phases.map((phase) => (
        <li key={`${phase.name}-${phase.startMonth}-${phase.amount}`}>
          <strong>{phase.name || "Sans nom"}</strong>, de {phase.startMonth || "?"} à{" "}
          {phase.endMonth || "?"}, {phase.amount || "sans montant"}.
          <br />
          Jalon{"\u00A0"}: {phase.milestone || "non décrit"}
          <ul>
            {phase.indicators.map((indicator) => (
              <li key={`${indicator.name}-${indicator.minimum}`}>
                {indicator.name || "Indicateur sans nom"} ({cadence(indicator.cadence)}), au moins{" "}
                {indicator.minimum || "?"} {indicator.unit}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
