import { formatMonth } from "@/domain/calendar";
import { CADENCE_OPTIONS, type TypedIndicator, type TypedPhase } from "@/domain/dossier/phases";
import { parseEuros } from "@/domain/money";
import { parseMonth } from "@/domain/themes/field-kinds";
import { Amount } from "@/ui/amount";
import { DefinitionList } from "@/ui/definition-list";

/** The phases of a project as filed: period, cost, milestone, indicators. */
export function FiledPhases({ phases }: { phases: readonly TypedPhase[] }) {
  const numbered = phases.map((phase, index) => ({ ...phase, rank: index + 1 }));
  return numbered.map(({ rank, ...phase }) => (
    <section key={rank}>
      <h4>
        Phase {rank}
        {"\u00A0"}: {phase.name}
      </h4>
      <DefinitionList
        items={[
          { term: "Période", details: `${month(phase.startMonth)} à ${month(phase.endMonth)}` },
          { term: "Coût total TTC", details: <Amount cents={parseEuros(phase.amount)} /> },
          {
            term: "Jalon",
            details: phase.milestone && <span className="guichet-typed">{phase.milestone}</span>,
          },
          ...phase.indicators.map((indicator) => ({
            term: `Indicateur\u00A0: ${indicator.name}`,
            details: <Indicator indicator={indicator} />,
          })),
        ]}
      />
    </section>
  ));
}

function month(typed: string): string {
  const read = parseMonth(typed);
  return read === null ? typed : formatMonth(read);
}

function Indicator({ indicator }: { indicator: TypedIndicator }) {
  const { definition, minimum, unit, cadence } = indicator;
  const often = CADENCE_OPTIONS.find(({ value }) => value === cadence)?.label;
  return (
    <>
      <span className="guichet-typed">{definition}</span>
      <br />
      Minimum{"\u00A0"}: {minimum} {unit}
      {often && `. ${often}.`}
    </>
  );
}
