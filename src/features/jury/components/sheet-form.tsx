"use client";

import { useState } from "react";
import {
  type CriterionScore,
  formatScore,
  isScoreValue,
  justificationPath,
  SCORE_ANCHORS,
  SCORE_VALUES,
  SCORE_WORDS,
  sheetScore,
  valuePath,
} from "@/domain/evaluation/scores";
import { typedValue } from "@/domain/form-state";
import type { Criterion } from "@/domain/themes/types";
import { routes } from "@/routes";
import { putIn, WholeForm } from "@/ui/autosave/whole-form";
import { TextareaField } from "@/ui/textarea-field";
import { saveSheetForm } from "../actions";
import type { TypedSheet } from "../typed-sheet";
import { CriterionFields } from "./criterion-fields";

export interface SheetFormProps {
  number: string;
  agentId: string;
  criteria: readonly Criterion[];
  revision: number;
  scores: readonly CriterionScore[];
  privateNotes: string;
}

/** The juror's own sheet: saved as it is written, handed in by a separate recap. Works without script. */
export function SheetForm(props: SheetFormProps) {
  const { number, agentId, criteria, revision } = props;
  const [scores, setScores] = useState(props.scores);
  const total = sheetScore(criteria, scores);
  const done = scores.filter(({ value }) => value !== null).length;
  return (
    <WholeForm<TypedSheet>
      of="cette fiche"
      action={saveSheetForm}
      hidden={{ number }}
      save={{
        url: routes.saveSheet(number),
        agentId,
        revision,
        storeKey: `fiche:${agentId}:${number}`,
      }}
      read={(form) => readForm(form, criteria)}
      fill={fill}
      onTyped={(typed) => setScores(typed.scores)}
      review={{ href: routes.handIn(number), label: "Relire et remettre ma fiche" }}
    >
      {(posted) => (
        <>
          <Scale />
          {criteria.map((criterion) => (
            <CriterionFields
              key={criterion.key}
              criterion={criterion}
              score={props.scores.find((score) => score.criterion === criterion.key)}
              posted={posted}
            />
          ))}
          <TextareaField
            name="privateNotes"
            label="Notes privées"
            hint="Pour vous seul. Elles ne sont jamais lues ni remises."
            optional
            rows={4}
            defaultValue={typedValue(posted, "privateNotes", props.privateNotes)}
          />
          <p>
            Votre note{"\u00A0"}:{" "}
            <output aria-live="off">
              {total === null
                ? `${done} critère${done > 1 ? "s" : ""} noté${done > 1 ? "s" : ""} sur ${criteria.length}`
                : formatScore(total)}
            </output>
          </p>
        </>
      )}
    </WholeForm>
  );
}

/** What each value means, once for the whole grid. */
function Scale() {
  return (
    <details className="guichet-details">
      <summary>Ce que veut dire chaque note</summary>
      <ul>
        {SCORE_VALUES.map((value) => (
          <li key={value}>
            <strong>
              {value}, {SCORE_WORDS[value].toLowerCase()}
            </strong>
            {"\u00A0: "}
            {SCORE_ANCHORS[value]}
          </li>
        ))}
      </ul>
    </details>
  );
}

function readForm(form: HTMLFormElement, criteria: readonly Criterion[]): TypedSheet {
  const data = new FormData(form);
  const textOf = (name: string) => String(data.get(name) ?? "");
  return {
    privateNotes: textOf("privateNotes"),
    scores: criteria.map(({ key }) => {
      const typed = data.get(valuePath(key));
      const value = typed === null ? null : Number(typed);
      return {
        criterion: key,
        value: isScoreValue(value) ? value : null,
        justification: textOf(justificationPath(key)),
      };
    }),
  };
}

/** Puts back what waited on this device. */
function fill(form: HTMLFormElement, { scores, privateNotes }: TypedSheet): void {
  const typed = scores.flatMap(({ criterion, value, justification }) => [
    [justificationPath(criterion), justification],
    ...(value === null ? [] : [[valuePath(criterion), String(value)]]),
  ]);
  putIn(form, { ...Object.fromEntries(typed), privateNotes });
}
