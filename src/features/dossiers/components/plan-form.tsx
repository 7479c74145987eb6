"use client";

import { useActionState, useEffect, useMemo, useRef, useState } from "react";
import { isBlank, parsePlan, planFieldErrors, type TypedLine } from "@/domain/dossier/funding-plan";
import type { FieldError } from "@/domain/errors";
import { formErrors, formMessage, IDLE } from "@/domain/form-state";
import type { CallWindow } from "@/domain/funding/calls";
import type { SimulationInput, SimulationResult } from "@/domain/funding/types";
import { formatEuros, sum } from "@/domain/money";
import type { ThemeCode } from "@/domain/themes/types";
import { type StepAutosave, useAutosave } from "@/ui/autosave/use-autosave";
import { saveStepAction } from "../actions";
import { PLAN_FIELD, planAndAnswersTo } from "../autosave/send";
import { revisionName } from "../posted-step-names";
import { ConflictPanel } from "./conflict-panel";
import { PlanLine } from "./plan-line";
import { PlanResult } from "./plan-result";
import { PlanTotals } from "./plan-totals";
import { Questions } from "./questions";
import type { StepFormProps } from "./step-form";
import { NeededSentence, StepFrameForm } from "./step-frame-form";
import { useGrantAnnouncement, useLiveResult } from "./use-live-result";
import { asPlan, planSaver, removedLine, usePlan } from "./use-plan";
import { useStepAnswers } from "./use-step-answers";

export interface PlanFormProps extends StepFormProps {
  themeCode: ThemeCode;
  planUrl: string;
  planRevision: number;
  lines: readonly TypedLine[];
  call: CallWindow;
  input: SimulationInput;
  initial: SimulationResult;
  /** The theme counts what goes to innovative and French companies. */
  asksProvider: boolean;
  /** The theme leaves licences from outside Europe out of the base. */
  asksLicence: boolean;
  /** The year a new line starts with. */
  year: number;
}

/** The funding plan: lines as typed, what they give at once, and the theme's own questions on money. */
export function PlanForm(props: PlanFormProps) {
  const { place, questions, values, revisions, problems, planRevision } = props;
  const [posted, action] = useActionState(saveStepAction, IDLE);
  const form = useRef<HTMLFormElement>(null);
  const [found, setFound] = useState<readonly FieldError[]>([]);
  const [requested, setRequested] = useState(String(values.requestedGrant ?? ""));
  const saver = useRef<StepAutosave | null>(null);
  const answers = useStepAnswers({ form, questions, values, posted });
  const plan = usePlan({ saved: props.lines, posted, year: props.year, save: planSaver(saver) });
  const autosave = useAutosave({
    send: planAndAnswersTo(props.planUrl, props.saveUrl),
    storeKey: place.storeKey,
    revisions: { ...revisions, [PLAN_FIELD]: planRevision },
    problems,
    onRestore: ({ [PLAN_FIELD]: kept, ...others }) => {
      answers.give(others);
      const lines = asPlan(kept);
      if (lines) plan.replace(lines);
    },
  });
  useEffect(() => {
    saver.current = autosave;
  }, [autosave]);

  const typed = plan.lines.map(({ line }) => line);
  const parsed = useMemo(() => parsePlan(plan.lines.map(({ line }) => line)), [plan.lines]);
  const result = useLiveResult({
    theme: props.themeCode,
    call: props.call,
    input: props.input,
    initial: props.initial,
    expenses: parsed.expenses,
    requestedGrant: requested,
  });
  const announcement = useGrantAnnouncement(result);
  const errors = found.length > 0 ? found : formErrors(posted);
  const check = () => [
    ...planFieldErrors(parsed.errors),
    ...questions.flatMap(({ field }) => {
      const message = autosave.problemOf(field);
      return message ? [{ path: field, message }] : [];
    }),
  ];
  const conflict = autosave.state.conflicts[PLAN_FIELD];
  const theirs = asPlan(conflict?.value) ?? [];
  const removed = removedLine(posted);

  return (
    <StepFrameForm
      place={place}
      form={form}
      action={action}
      autosave={autosave}
      onInput={(event) => {
        if (plan.onInput(event)) return;
        answers.onInput(event, autosave);
        setRequested(String(answers.typed("requestedGrant")));
      }}
      check={check}
      onChecked={setFound}
      errors={errors}
      message={formMessage(posted)}
      announcement={announcement}
    >
      {/* First button of the form: « Entrée » in a cell computes, and never leaves the page. */}
      <button
        type="submit"
        name="do"
        value="compute"
        className="fr-btn fr-btn--secondary fr-mb-2w guichet-without-script"
      >
        Recalculer
      </button>
      <PlanResult result={result} />
      <NeededSentence />
      <input type="hidden" name={revisionName(PLAN_FIELD)} defaultValue={planRevision} />
      {conflict && (
        <ConflictPanel
          conflict={conflict}
          subject="le plan"
          saved={<PlanInWords lines={theirs} />}
          onMine={() => autosave.resolve(PLAN_FIELD, typed)}
          onTheirs={() => {
            autosave.takeSaved(PLAN_FIELD);
            plan.replace(theirs);
          }}
          onBoth={() => {
            const mine = typed.filter((line) => !theirs.some((other) => same(line, other)));
            plan.replace([...theirs, ...mine]);
            autosave.resolve(PLAN_FIELD, [...theirs, ...mine]);
          }}
        />
      )}
      {plan.lines.length === 0 && <p>Le plan ne contient pas encore de dépense.</p>}
      {plan.lines.map(({ id, line }, index) => (
        <PlanLine
          key={id}
          index={index}
          line={line}
          errors={errors}
          asksProvider={props.asksProvider}
          asksLicence={props.asksLicence}
          writable={place.writable}
          onButton={plan.press}
        />
      ))}
      {removed && (
        <p>
          Dépense supprimée{"\u00A0"}: {removed.label || "sans intitulé"}.{" "}
          {Object.entries(removed).map(([column, value]) => (
            <input
              key={column}
              type="hidden"
              name={`removed.${column}`}
              defaultValue={typeof value === "boolean" ? (value ? "oui" : "non") : (value ?? "")}
            />
          ))}
          <button type="submit" name="do" value="restore" className="fr-btn fr-btn--tertiary">
            Rétablir la dépense
          </button>
        </p>
      )}
      {plan.removed && (
        <p role="status">
          Dépense {plan.removed.index + 1} supprimée.{" "}
          <button
            type="button"
            className="fr-btn fr-btn--sm fr-btn--tertiary"
            onClick={plan.restore}
          >
            Annuler la suppression
          </button>
        </p>
      )}
      {place.writable && (
        <button
          type="submit"
          name="do"
          value="add"
          id="ajouter-une-depense"
          className="fr-btn fr-btn--secondary fr-mb-4w"
          onClick={(event) => {
            event.preventDefault();
            plan.press("add");
          }}
        >
          Ajouter une dépense
        </button>
      )}
      <PlanTotals expenses={parsed.expenses} />
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

const same = (one: TypedLine, other: TypedLine) => JSON.stringify(one) === JSON.stringify(other);

function PlanInWords({ lines }: { lines: readonly TypedLine[] }) {
  const shown = lines.filter((line) => !isBlank(line));
  if (shown.length === 0) return <p>Aucune dépense.</p>;
  const { expenses } = parsePlan(shown);
  const words = shown.map(
    (line, index) =>
      `Dépense ${index + 1}\u00A0: ${line.label || "sans intitulé"}, ${line.typedAmount || "sans montant"}, ${line.year}`,
  );
  const total = sum(expenses.map(({ amount }) => amount));
  return (
    <>
      <ul>
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>
        Total{"\u00A0"}: {formatEuros(total)}
      </p>
    </>
  );
}
