"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useRef } from "react";
import { replyField } from "@/domain/dossier/complements";
import { formErrors, formMessage } from "@/domain/form-state";
import { routes } from "@/routes";
import { SaveSentence, saveAnnouncement } from "@/ui/autosave/save-state";
import { useAutosave } from "@/ui/autosave/use-autosave";
import { ErrorSummary } from "@/ui/error-summary";
import { SaveBar } from "@/ui/save-bar";
import { SubmitButton } from "@/ui/submit-button";
import { useEarlyInput } from "@/ui/use-early-input";
import { useFormAction } from "@/ui/use-form-action";
import { answersTo } from "../autosave/send";
import { saveRepliesAction } from "../reply-actions";
import type { Question } from "./answer-field";
import { Questions } from "./questions";
import { useStepAnswers } from "./use-step-answers";

/** A point asked, with what the page shows above its answer. */
export interface PointToAnswer {
  position: number;
  question: Question;
  answer: string;
  revision: number;
  /** The point in words, and the way to what it is about. */
  head: ReactNode;
}

export interface RepliesFormProps {
  number: string;
  agentId: string;
  /** Names the copy kept on this device. */
  storeKey: string;
  points: readonly PointToAnswer[];
  /** Label of the way on: « Relire et envoyer ». */
  review: string;
  /** How a point is called, before its number. */
  called: string;
}

/** The answers to the points asked: saved as they are typed, sent by a separate act. Works without script. */
export function RepliesForm(props: RepliesFormProps) {
  const { number, agentId, storeKey, points, review, called } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [posted, action] = useFormAction(saveRepliesAction);
  const questions = points.map(({ question }) => question);
  const of = <Value,>(read: (point: PointToAnswer) => Value) =>
    Object.fromEntries(points.map((point) => [replyField(point.position), read(point)]));
  const values = of(({ answer }) => answer);
  const revisions = of(({ revision }) => revision);
  const answers = useStepAnswers({ form, questions, values, posted });
  const autosave = useAutosave({
    send: answersTo({ url: routes.saveReplies(number), agentId }),
    storeKey,
    revisions,
    onRestore: answers.give,
  });
  useEarlyInput(form);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (await autosave.flush()) router.push(routes.summary(number));
  };
  return (
    <form
      ref={form}
      action={action}
      onInput={(event) => answers.onInput(event, autosave)}
      onSubmit={(event) => void onSubmit(event)}
      noValidate
    >
      <input type="hidden" name="number" value={number} />
      <ErrorSummary errors={formErrors(posted)} message={formMessage(posted)} />
      {points.map(({ position, question, head }) => (
        <section key={position} aria-labelledby={`point-${position}`} className="fr-mb-4w">
          <h3 id={`point-${position}`} className="fr-h5">
            {called} {position}
          </h3>
          {head}
          <Questions
            questions={[question]}
            answers={answers}
            autosave={autosave}
            revisions={revisions}
            errors={formErrors(posted)}
            writable
          />
        </section>
      ))}
      <SaveBar
        state={<SaveSentence state={autosave.state} />}
        announcement={saveAnnouncement(autosave.state)}
      >
        <SubmitButton waiting="Enregistrement en cours">{review}</SubmitButton>
      </SaveBar>
    </form>
  );
}
