import { CALIBRATION_RULES } from "@/domain/evaluation/calibration";
import { TIE_RULE } from "@/domain/evaluation/ranking";
import { REVISION_RULE } from "@/domain/evaluation/revisions";
import { SCORE_ANCHORS, SCORE_VALUES, SCORE_WORDS } from "@/domain/evaluation/scores";
import { WEIGHT_RULE } from "@/domain/evaluation/weights";
import { type Column, DataTable } from "@/ui/data-table";
import { DefinitionList } from "@/ui/definition-list";
import { ReadingNote } from "@/ui/reading-note";

type Score = (typeof SCORE_VALUES)[number];

const SCALE: readonly Column<Score>[] = [
  { key: "value", header: "Note", rowHeader: true, cell: (value) => value },
  { key: "word", header: "En un mot", cell: (value) => SCORE_WORDS[value] },
  { key: "anchor", header: "Ce qu’elle veut dire", cell: (value) => SCORE_ANCHORS[value] },
];

/** How the dossiers of a theme are scored, published before any of them is: the scale, the weights, the figures. */
export function ScoringSection() {
  return (
    <>
      <p>
        Chaque membre du jury note seul, sur chaque critère, de 0 à 5, et justifie chaque note. Il
        ne voit rien des fiches des autres avant la clôture de la notation. Un membre lié à un
        porteur est déporté{"\u00A0"}: il ne voit pas le dossier et ne note pas.
      </p>
      <DataTable
        id="echelle"
        caption="L’échelle des notes"
        columns={SCALE}
        rows={SCORE_VALUES}
        rowKey={String}
      />
      <DefinitionList
        items={[
          { term: "Poids des critères", details: WEIGHT_RULE },
          ...CALIBRATION_RULES.map(({ term, rule }) => ({ term, details: rule })),
          { term: "Note changée après la discussion", details: REVISION_RULE },
          { term: "Égalité", details: TIE_RULE },
        ]}
      />
      <ReadingNote>
        les textes donnent les critères, sans échelle, sans poids et sans règle de calcul.
      </ReadingNote>
    </>
  );
}
