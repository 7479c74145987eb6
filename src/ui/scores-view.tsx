import type { Aggregate } from "@/domain/evaluation/aggregation";
import { type CriterionScore, formatScore, SCORE_WORDS } from "@/domain/evaluation/scores";
import type { Criterion } from "@/domain/themes/types";
import { type Column, DataTable } from "@/ui/data-table";
import { DefinitionList } from "@/ui/definition-list";

export interface ScoresViewProps {
  criteria: readonly Criterion[];
  aggregate: Aggregate;
  sheets: readonly { juror: string; scores: readonly CriterionScore[]; total: number | null }[];
}

/** What the jury wrote, once the scoring is closed: together, by criterion, then sheet by sheet. */
export function ScoresView({ criteria, aggregate, sheets }: ScoresViewProps) {
  const count = aggregate.sheets;
  return (
    <>
      <DefinitionList
        items={[
          { term: "Note du dossier", details: <strong>{formatScore(aggregate.mean)}</strong> },
          { term: "Note médiane", details: formatScore(aggregate.median) },
          {
            term: "Écart entre les fiches",
            details:
              count > 1
                ? `${formatScore(aggregate.spread).replace("\u00A0sur\u00A05", "")} point`
                : "Une seule fiche",
          },
          { term: "Fiches remises", details: String(count) },
        ]}
      />
      <p className="fr-hint-text">
        La note est la moyenne des fiches, arrondie au centième. Chaque critère pèse{" "}
        {criteria.every(({ weight }) => weight === 1) ? "1" : "le poids fixé par le thème"}
        {"\u00A0"}: le texte ne donne pas de poids (lecture retenue).
      </p>
      <DataTable
        id="notes-par-critere"
        caption="Notes par critère, sur 5"
        columns={byCriterion(criteria)}
        rows={aggregate.criteria}
        rowKey={({ key }) => key}
      />
      <h2 className="fr-h4">Les fiches</h2>
      {sheets.map(({ juror, scores, total }) => (
        <details key={juror} className="guichet-details">
          <summary>
            {juror}
            {total !== null && `\u00A0: ${formatScore(total)}`}
          </summary>
          <SheetScores criteria={criteria} scores={scores} />
        </details>
      ))}
    </>
  );
}

/** The values and justifications of one sheet, read-only. */
export function SheetScores(props: {
  criteria: readonly Criterion[];
  scores: readonly CriterionScore[];
}) {
  return (
    <DefinitionList
      items={props.criteria.map(({ key, name }) => {
        const score = props.scores.find(({ criterion }) => criterion === key);
        const value = score?.value ?? null;
        return {
          term: name,
          details: (
            <>
              <strong>
                {value === null
                  ? "Sans note"
                  : `${value} sur 5, ${SCORE_WORDS[value].toLowerCase()}`}
              </strong>
              <br />
              <span className="guichet-typed">{score?.justification || "Sans justification"}</span>
            </>
          ),
        };
      })}
    />
  );
}

type CriterionMean = Aggregate["criteria"][number];

function byCriterion(criteria: readonly Criterion[]): Column<CriterionMean>[] {
  const nameOf = (key: string) => criteria.find((each) => each.key === key)?.name ?? key;
  return [
    { key: "name", header: "Critère", rowHeader: true, cell: ({ key }) => nameOf(key) },
    { key: "mean", header: "Moyenne", numeric: true, cell: ({ mean }) => formatScore(mean) },
    { key: "lowest", header: "La plus basse", numeric: true, cell: ({ lowest }) => lowest },
    { key: "highest", header: "La plus haute", numeric: true, cell: ({ highest }) => highest },
  ];
}
