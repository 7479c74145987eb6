"use client";

import { useRef, useState } from "react";
import type { FieldError } from "@/domain/errors";
import { formErrors, formMessage } from "@/domain/form-state";
import { useAutosave } from "@/ui/autosave/use-autosave";
import { useFormAction } from "@/ui/use-form-action";
import { saveStepAction } from "../actions";
import { answersTo } from "../autosave/send";
import type { Question } from "./answer-field";
import type { AnswerValue } from "./answer-value";
import { Questions } from "./questions";
import { NeededSentence, StepFrameForm, type StepPlace } from "./step-frame-form";
import { useStepAnswers } from "./use-step-answers";

export interface StepFormProps {
  place: StepPlace;
  saveUrl: string;
  questions: readonly Question[];
  values: Readonly<Record<string, AnswerValue>>;
  revisions: Readonly<Record<string, number>>;
  /** What is saved and cannot be read, by field: said after the button only. */
  problems: Readonly<Record<string, string>>;
}

/** A step of questions: saved while typing, errors after the button. */
export function StepForm(props: StepFormProps) {
  const { place, saveUrl, questions, values, revisions, problems } = props;
  const [posted, action] = useFormAction(saveStepAction);
  const form = useRef<HTMLFormElement>(null);
  const [found, setFound] = useState<readonly FieldError[]>([]);
  const answers = useStepAnswers({ form, questions, values, posted });
  const autosave = useAutosave({
    send: answersTo({ url: saveUrl, agentId: place.agentId }),
    storeKey: place.storeKey,
    revisions,
    problems,
    onRestore: answers.give,
  });
  const errors = found.length > 0 ? found : formErrors(posted);
  const check = () =>
    questions.flatMap(({ field }) => {
      const message = autosave.problemOf(field);
      return message ? [{ path: field, message }] : [];
    });
  return (
    <StepFrameForm
      place={place}
      form={form}
      action={action}
      autosave={autosave}
      onInput={(event) => answers.onInput(event, autosave)}
      check={check}
      onChecked={setFound}
      errors={errors}
      message={formMessage(posted)}
    >
      <NeededSentence />
      <Questions
        questions={questions}
        answers={answers}
        autosave={autosave}
        revisions={revisions}
        errors={errors}
        writable={place.writable}
      />
    </StepFrameForm>
  );
}
