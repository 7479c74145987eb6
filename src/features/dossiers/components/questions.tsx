"use client";

import { Fragment } from "react";
import type { FieldError } from "@/domain/errors";
import { ConflictPanel } from "@/ui/autosave/conflict-panel";
import type { StepAutosave } from "@/ui/autosave/use-autosave";
import { errorOf } from "@/ui/form-frame";
import { revisionName } from "../posted-step-names";
import { AnswerField, type Question } from "./answer-field";
import { answerText } from "./answer-text";
import { type AnswerValue, asAnswerValue } from "./answer-value";
import type { StepAnswers } from "./use-step-answers";

export interface QuestionsProps {
  questions: readonly Question[];
  answers: StepAnswers;
  autosave: StepAutosave;
  revisions: Readonly<Record<string, number>>;
  errors: readonly FieldError[];
  writable: boolean;
}

/** Mine then theirs: texts one under the other, boxes all together; undefined where only one can hold. */
function both({ meta }: Question, mine: AnswerValue, theirs: AnswerValue): AnswerValue | undefined {
  if (meta.widget === "choices") return [...new Set([...mine, ...theirs])];
  const apart = meta.widget === "textarea" ? "\n\n" : " ";
  return meta.widget === "textarea" || meta.widget === "text"
    ? `${mine}${apart}${theirs}`
    : undefined;
}

/** The questions of a step, each with what stands against it: its error, or another person's text. */
export function Questions(props: QuestionsProps) {
  const { questions, answers, autosave, revisions, errors, writable } = props;
  const { state } = autosave;
  return questions.map((question) => {
    const { field, meta } = question;
    const conflict = state.conflicts[field];
    const theirs = asAnswerValue(conflict?.value);
    const together = both(question, "", "") !== undefined;
    const unite = () => {
      const united = both(question, answers.typed(field), theirs);
      if (united === undefined) return;
      answers.give({ [field]: united });
      autosave.resolve(field, united);
    };
    return (
      <Fragment key={field}>
        <AnswerField
          key={answers.nonceOf(field)}
          field={field}
          meta={meta}
          value={answers.shown(field)}
          error={errorOf(errors, field) ?? state.refused[field]}
          readOnly={!writable}
        />
        <input type="hidden" name={revisionName(field)} defaultValue={revisions[field] ?? 0} />
        {conflict && (
          <ConflictPanel
            conflict={conflict}
            subject="cette réponse"
            saved={<p>{answerText(question, theirs) || "Réponse effacée."}</p>}
            onMine={() => autosave.resolve(field, answers.typed(field))}
            onTheirs={() => {
              autosave.takeSaved(field);
              answers.give({ [field]: theirs });
            }}
            onBoth={together ? unite : undefined}
          />
        )}
      </Fragment>
    );
  });
}
