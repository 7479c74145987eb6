"use client";

import { formatScore, SCORE_VALUES, SCORE_WORDS } from "@/domain/evaluation/scores";
import { type Column, DataTable } from "@/ui/data-table";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { agree } from "../../room-actions";
import type { RoomScores } from "../../room-state";
import { RoomForm } from "./room-form";

type Line = RoomScores["criteria"][number];

const COLUMNS: readonly Column<Line>[] = [
  { key: "name", header: "Critère", rowHeader: true, cell: ({ name }) => name },
  { key: "mean", header: "Moyenne", numeric: true, cell: ({ mean }) => formatScore(mean) },
  {
    key: "range",
    header: "Étendue",
    cell: ({ lowest, highest }) => `de ${lowest} à ${highest}`,
  },
  {
    key: "consensus",
    header: "Consensus",
    cell: ({ consensus }) =>
      consensus ? `${consensus.value} sur 5\u00A0: ${consensus.reason}` : "Sans objet",
  },
];

/** What the sheets say together, and what the sitting agrees on instead, criterion by criterion. */
export function Scores(props: {
  session: string;
  number: string;
  scores: RoomScores;
  /** The reader records what the sitting agrees on. */
  keeps: boolean;
}) {
  const { session, number, scores, keeps } = props;
  return (
    <section aria-labelledby="notes" className="fr-mb-4w">
      <h3 className="fr-h5" id="notes">
        Notes
      </h3>
      <p>
        Note du dossier{"\u00A0"}: <strong>{formatScore(scores.mean)}</strong>, sur {scores.sheets}{" "}
        fiche{scores.sheets > 1 && "s"}. Une note de consensus prend la place de la moyenne de son
        critère.
      </p>
      <DataTable
        id="notes-du-dossier"
        caption="Notes par critère"
        columns={COLUMNS}
        rows={scores.criteria}
        rowKey={({ key }) => key}
      />
      {keeps && (
        <details className="guichet-details">
          <summary>Enregistrer une note de consensus</summary>
          <RoomForm action={agree} hidden={{ session, number }} before="enregistrer la note">
            {(field) => (
              <>
                <SelectField
                  {...field("criterion")}
                  label="Critère"
                  options={scores.criteria.map(({ key, name }) => ({ value: key, label: name }))}
                />
                <SelectField
                  {...field("value")}
                  label="Note de consensus"
                  options={SCORE_VALUES.map((value) => ({
                    value: String(value),
                    label: `${value}\u00A0: ${SCORE_WORDS[value].toLowerCase()}`,
                  }))}
                />
                <TextareaField
                  {...field("reason")}
                  label="Raison"
                  hint="Gardée au journal et au procès-verbal."
                  rows={3}
                  maxLength={2000}
                />
                <SubmitButton waiting="Enregistrement en cours" priority="secondary">
                  Enregistrer la note de consensus
                </SubmitButton>
              </>
            )}
          </RoomForm>
        </details>
      )}
    </section>
  );
}
