import type { Aggregate } from "@/domain/evaluation/aggregation";
import type { ReadScore } from "@/domain/evaluation/revisions";
import { type CriterionScore, formatScore, SCORE_WORDS } from "@/domain/evaluation/scores";
import type { Criterion } from "@/domain/themes/types";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";

export interface ScoresViewProps {
  criteria: readonly Criterion[];
  aggregate: Aggregate;
  sheets: readonly {
    juror: string;
    scores: readonly ReadScore[];
    total: number | null;
    /** Further from the median than the published limit. */
    isOutlier: boolean;
  }[];
  /** Where the rules of the figures are published. */
  rulesHref: string;
}

/** What the jury wrote, once the scoring is closed: together, by criterion, then sheet by sheet. */
export function ScoresView({ criteria, aggregate, sheets, rulesHref }: ScoresViewProps) {
  const count = aggregate.sheets;
  const far = sheets.filter(({ isOutlier }) => isOutlier).map(({ juror }) => juror);
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
          {
            term: "Fiches éloignées de la médiane",
            details: far.length === 0 ? "Aucune" : far.join(", "),
          },
          { term: "Fiches remises", details: String(count) },
        ]}
      />
      <p>
        <AppLink href={rulesHref}>Comment les dossiers sont notés</AppLink>
      </p>
      <DataTable
        id="notes-par-critere"
        caption="Notes par critère, sur 5"
        columns={byCriterion(criteria)}
        rows={aggregate.criteria}
        rowKey={({ key }) => key}
      />
      <h2 className="fr-h4">Les fiches</h2>
      {sheets.map(({ juror, scores, total, isOutlier }) => (
        <details key={juror} className="guichet-details">
          <summary>
            {juror}
            {total !== null && `\u00A0: ${formatScore(total)}`}
            {isOutlier && ", éloignée de la médiane"}
          </summary>
          <SheetScores criteria={criteria} scores={scores} />
        </details>
      ))}
    </>
  );
}

type ShownScore = CriterionScore & Partial<Pick<ReadScore, "changes">>;

/** The values and justifications of one sheet, read-only, with what was changed after the discussion. */
export function SheetScores(props: {
  criteria: readonly Criterion[];
  scores: readonly ShownScore[];
  /** Where its juror changes a score; absent when nothing may change. */
  revisionHref?: ((criterion: string) => string) | undefined;
}) {
  const { criteria, scores, revisionHref } = props;
  return (
    <DefinitionList
      items={criteria.map(({ key, name }) => {
        const score = scores.find(({ criterion }) => criterion === key);
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
              <Changes changes={score?.changes ?? []} />
              {revisionHref && value !== null && (
                <>
                  <br />
                  <AppLink href={revisionHref(key)}>
                    Changer ma note<span className="fr-sr-only"> du critère {name}</span>
                  </AppLink>
                </>
              )}
            </>
          ),
        };
      })}
    />
  );
}

function Changes({ changes }: { changes: ReadScore["changes"] }) {
  return changes.map(({ before, after, reason, at }) => (
    <p key={at.toISOString()} className="fr-mt-1w fr-mb-0">
      Changée de {before} à {after} après la discussion, le <InstantTime instant={at} />
      {"\u00A0: "}
      <span className="guichet-typed">{reason}</span>
    </p>
  ));
}

type CriterionMean = Aggregate["criteria"][number];

function byCriterion(criteria: readonly Criterion[]): Column<CriterionMean>[] {
  const of = (key: string) => criteria.find((each) => each.key === key);
  return [
    { key: "name", header: "Critère", rowHeader: true, cell: ({ key }) => of(key)?.name ?? key },
    { key: "weight", header: "Poids", numeric: true, cell: ({ key }) => of(key)?.weight ?? 1 },
    { key: "mean", header: "Moyenne", numeric: true, cell: ({ mean }) => formatScore(mean) },
    {
      key: "consensus",
      header: "Consensus",
      numeric: true,
      cell: ({ consensus }) => (consensus === null ? "Sans objet" : formatScore(100 * consensus)),
    },
    { key: "lowest", header: "La plus basse", numeric: true, cell: ({ lowest }) => lowest },
    { key: "highest", header: "La plus haute", numeric: true, cell: ({ highest }) => highest },
  ];
}
