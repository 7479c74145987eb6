"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { financingOf, parseCoFinancers } from "@/domain/dossier/co-financing";
import { isBlank, parsePlan, planFieldErrors, type TypedLine } from "@/domain/dossier/funding-plan";
import type { FieldError } from "@/domain/errors";
import { formErrors, formMessage } from "@/domain/form-state";
import type { CallWindow } from "@/domain/funding/calls";
import type { SimulationInput } from "@/domain/funding/types";
import { formatEuros, sum, ZERO } from "@/domain/money";
import type { ThemeCode } from "@/domain/themes/types";
import type { TypedPlan } from "@/server/plan-rows";
import { ConflictPanel } from "@/ui/autosave/conflict-panel";
import { type StepAutosave, useAutosave } from "@/ui/autosave/use-autosave";
import { FinancingTable } from "@/ui/financing-table";
import { PlanTotals } from "@/ui/plan-totals";
import { useFormAction } from "@/ui/use-form-action";
import { saveStepAction } from "../actions";
import { PLAN_FIELD, planAndAnswersTo } from "../autosave/send";
import type { PriorGrant } from "../draft";
import { revisionName } from "../posted-step-names";
import { CoFinancers } from "./co-financers";
import { PlanLine } from "./plan-line";
import { PlanResult } from "./plan-result";
import { PlanTools } from "./plan-tools";
import { PriorGrants } from "./prior-grants";
import { Questions } from "./questions";
import type { StepFormProps } from "./step-form";
import { NeededSentence, StepFrameForm } from "./step-frame-form";
import { type LiveResult, useGrantAnnouncement, useLiveResult } from "./use-live-result";
import { asPlan, planSaver, removedLine, usePlan } from "./use-plan";
import { useStepAnswers } from "./use-step-answers";

export interface PlanFormProps extends StepFormProps {
  themeCode: ThemeCode;
  planUrl: string;
  planRevision: number;
  saved: TypedPlan;
  call: CallWindow;
  input: SimulationInput;
  initial: LiveResult;
  /** Grants of the project's other dossiers, counted in its caps. */
  prior: readonly PriorGrant[];
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
  const [posted, action] = useFormAction(saveStepAction);
  const form = useRef<HTMLFormElement>(null);
  const [found, setFound] = useState<readonly FieldError[]>([]);
  const [requested, setRequested] = useState(String(values.requestedGrant ?? ""));
  const saver = useRef<StepAutosave | null>(null);
  const answers = useStepAnswers({ form, questions, values, posted });
  const plan = usePlan({ saved: props.saved, posted, year: props.year, save: planSaver(saver) });
  const autosave = useAutosave({
    send: planAndAnswersTo(
      { url: props.planUrl, agentId: place.agentId },
      { url: props.saveUrl, agentId: place.agentId },
    ),
    storeKey: place.storeKey,
    revisions: { ...revisions, [PLAN_FIELD]: planRevision },
    problems,
    onRestore: ({ [PLAN_FIELD]: kept, ...others }) => {
      answers.give(others);
      const waiting = asPlan(kept);
      if (waiting) plan.replace(waiting);
    },
  });
  useEffect(() => {
    saver.current = autosave;
  }, [autosave]);

  const parsed = useMemo(() => parsePlan(plan.lines.map(({ line }) => line)), [plan.lines]);
  const others = parseCoFinancers(plan.typed.coFinancers);
  const { result, suggestions } = useLiveResult({
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
    ...others.errors,
    ...questions.flatMap(({ field }) => {
      const message = autosave.problemOf(field);
      return message ? [{ path: field, message }] : [];
    }),
  ];
  const conflict = autosave.state.conflicts[PLAN_FIELD];
  const theirs = asPlan(conflict?.value) ?? { lines: [], coFinancers: [] };
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
      <PlanResult
        result={result}
        suggestions={suggestions}
        leftOut={plan.lines.filter(({ line }) => !isBlank(line)).length - parsed.lineOf.length}
      />
      <PriorGrants prior={props.prior} />
      <NeededSentence />
      <input type="hidden" name={revisionName(PLAN_FIELD)} defaultValue={planRevision} />
      {conflict && (
        <ConflictPanel
          conflict={conflict}
          subject="le plan"
          saved={<PlanInWords plan={theirs} />}
          onMine={() => autosave.resolve(PLAN_FIELD, plan.typed)}
          onTheirs={() => {
            autosave.takeSaved(PLAN_FIELD);
            plan.replace(theirs);
          }}
          onBoth={() => {
            const both = united(theirs, plan.typed);
            plan.replace(both);
            autosave.resolve(PLAN_FIELD, both);
          }}
        />
      )}
      <PlanTools number={place.number} writable={place.writable} />
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
      <CoFinancers
        lines={plan.coFinancers}
        errors={errors}
        writable={place.writable}
        onButton={plan.press}
      />
      <PlanTotals expenses={parsed.expenses} />
      <FinancingTable
        id="financement"
        financing={financingOf(parsed.expenses, result.amounts?.grant ?? ZERO, others.coFinancers)}
      />
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

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const withOthers = <Line,>(theirs: readonly Line[], mine: readonly Line[]) => [
  ...theirs,
  ...mine.filter((line) => !theirs.some((other) => same(line, other))),
];

/** Both plans, what they share once. */
const united = (theirs: TypedPlan, mine: TypedPlan): TypedPlan => ({
  lines: withOthers(theirs.lines, mine.lines),
  coFinancers: withOthers(theirs.coFinancers, mine.coFinancers),
});

const lineInWords = ({ label, typedAmount, year }: TypedLine, index: number) =>
  `Dépense ${index + 1}\u00A0: ${label || "sans intitulé"}, ${typedAmount || "sans montant"}, ${year}`;

function PlanInWords({ plan }: { plan: TypedPlan }) {
  const shown = plan.lines.filter((line) => !isBlank(line));
  if (shown.length === 0) return <p>Aucune dépense.</p>;
  const { expenses } = parsePlan(shown);
  const words = [
    ...shown.map(lineInWords),
    ...plan.coFinancers.map(
      ({ name, typedAmount }, index) =>
        `Co-financeur ${index + 1}\u00A0: ${name || "sans nom"}, ${typedAmount || "sans montant"}`,
    ),
  ];
  return (
    <>
      <ul>
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>
        Total{"\u00A0"}: {formatEuros(sum(expenses.map(({ amount }) => amount)))}
      </p>
    </>
  );
}
