"use client";

import { type FormEvent, type RefObject, useCallback, useState } from "react";
import { type FormState, typedValues } from "@/domain/form-state";
import type { StepAutosave } from "@/ui/autosave/use-autosave";
import type { Question } from "./answer-field";
import { type AnswerValue, asAnswerValue } from "./answer-value";

interface Given {
  value: AnswerValue;
  /** A new one makes a new field: fields are uncontrolled, the browser holds what is typed. */
  nonce: number;
}

export interface StepAnswersOptions {
  form: RefObject<HTMLFormElement | null>;
  questions: readonly Question[];
  /** As saved when the page was made. */
  values: Readonly<Record<string, AnswerValue>>;
  /** What a post without script gave back. */
  posted: FormState;
}

/** The values of a step's questions: as saved, as posted, or as the page sets them (a device's copy, another's text). */
export function useStepAnswers({ form, questions, values, posted }: StepAnswersOptions) {
  const [given, setGiven] = useState<Record<string, Given>>({});

  const give = useCallback((added: Readonly<Record<string, unknown>>) => {
    setGiven((before) => {
      const after = { ...before };
      for (const [field, value] of Object.entries(added)) {
        after[field] = { value: asAnswerValue(value), nonce: (before[field]?.nonce ?? 0) + 1 };
      }
      return after;
    });
  }, []);

  const isSeveral = (field: string) =>
    questions.find((question) => question.field === field)?.meta.widget === "choices";

  /** What the field holds now. */
  const typed = (field: string): AnswerValue => {
    if (!form.current) return "";
    const data = new FormData(form.current);
    return isSeveral(field) ? data.getAll(field).map(String) : String(data.get(field) ?? "");
  };

  /** What the field shows at first. */
  const shown = (field: string): AnswerValue => {
    const own = given[field]?.value;
    if (own !== undefined) return own;
    if (posted.status === "idle" || posted.status === "done") return values[field] ?? "";
    const back = typedValues(posted, field);
    return isSeveral(field) ? back : (back[0] ?? "");
  };

  /** Saves the question whose field changed. */
  const onInput = (event: FormEvent<HTMLFormElement>, autosave: StepAutosave) => {
    const { target } = event;
    const name = target instanceof Element ? target.getAttribute("name") : null;
    if (name && questions.some(({ field }) => field === name)) autosave.edit(name, typed(name));
  };

  return { give, typed, shown, onInput, nonceOf: (field: string) => given[field]?.nonce ?? 0 };
}

export type StepAnswers = ReturnType<typeof useStepAnswers>;
