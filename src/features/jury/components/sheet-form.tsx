"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
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
import { formErrors, formMessage, typedValue } from "@/domain/form-state";
import type { Criterion } from "@/domain/themes/types";
import { routes } from "@/routes";
import { ReviewBar } from "@/ui/autosave/review-bar";
import { TwoVersions } from "@/ui/autosave/two-versions";
import { useAutosave } from "@/ui/autosave/use-autosave";
import { WHOLE, wholeTo } from "@/ui/autosave/whole-sender";
import { ErrorSummary } from "@/ui/error-summary";
import { TextareaField } from "@/ui/textarea-field";
import { useEarlyInput } from "@/ui/use-early-input";
import { useFormAction } from "@/ui/use-form-action";
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
  const { number, criteria, revision } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [posted, action] = useFormAction(saveSheetForm);
  const [scores, setScores] = useState(props.scores);
  const autosave = useAutosave({
    send: wholeTo<TypedSheet>({ url: routes.saveSheet(number), agentId: props.agentId }),
    storeKey: `fiche:${props.agentId}:${number}`,
    revisions: { [WHOLE]: revision },
    onRestore: (kept) => {
      const sheet = kept[WHOLE] as TypedSheet;
      if (form.current) fill(form.current, sheet);
      setScores(sheet.scores);
    },
  });

  useEarlyInput(form);

  const onInput = () => {
    if (!form.current) return;
    const typed = readForm(form.current, criteria);
    setScores(typed.scores);
    autosave.edit(WHOLE, typed);
  };
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const goesOn = submitter instanceof HTMLButtonElement && submitter.value === "review";
    if ((await autosave.flush()) && goesOn) router.push(routes.handIn(number));
  };
  const total = sheetScore(criteria, scores);
  const done = scores.filter(({ value }) => value !== null).length;
  const errors = formErrors(posted);
  return (
    <form
      ref={form}
      action={action}
      onInput={onInput}
      onSubmit={(event) => void onSubmit(event)}
      noValidate
    >
      <ErrorSummary errors={errors} message={formMessage(posted)} before="enregistrer" />
      <TwoVersions
        of="cette fiche"
        conflict={autosave.state.conflicts[WHOLE]}
        keepMine={() => {
          if (form.current) autosave.resolve(WHOLE, readForm(form.current, criteria));
        }}
        takeOther={() => {
          autosave.takeSaved(WHOLE);
          window.location.reload();
        }}
      />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="baseRevision" value={revision} />
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
      <ReviewBar state={autosave.state} label="Relire et remettre ma fiche" />
    </form>
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
  const set = (name: string, value: string) => {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList || field instanceof HTMLTextAreaElement) field.value = value;
  };
  set("privateNotes", privateNotes);
  for (const { criterion, value, justification } of scores) {
    set(justificationPath(criterion), justification);
    if (value !== null) set(valuePath(criterion), String(value));
  }
}
