import type { ReactNode } from "react";
import { mayWrite, wholePartOf } from "@/domain/dossier/editing";
import { typedSitesSchema } from "@/domain/dossier/sites";
import type { Json } from "@/domain/evidence/canonical";
import { suggestions } from "@/domain/funding/suggestions";
import { metaOf } from "@/domain/themes/field-kinds";
import {
  nearProcedures,
  type Procedure,
  UNKNOWN_PROCEDURE,
  unknownProcedure,
} from "@/domain/themes/itn1/procedures";
import type { FieldMeta, FormStep } from "@/domain/themes/types";
import { routes } from "@/routes";
import { copyKey } from "../copy-key";
import type { OpenDossier } from "../queries/open-dossier";
import { isShown } from "../shown-questions";
import { problemOf } from "../typed-answer";
import type { Question } from "./answer-field";
import { asAnswerValue } from "./answer-value";
import { CommitmentsForm } from "./commitments-form";
import { PhasesForm } from "./phases-form";
import { PlanForm } from "./plan-form";
import { SitesSection } from "./sites-section";
import { StepForm } from "./step-form";
import type { StepPlace } from "./step-frame-form";
import { StepAnswers } from "./written-answers";

export interface StepBodyProps {
  dossier: OpenDossier;
  step: FormStep;
  /** Index of the step in the form. */
  index: number;
  agentId: string;
  procedures: readonly Procedure[];
  page: number;
  files: ReactNode;
}

/** The questions of a step and its list: those that may be written as fields, the others as they were filed. */
export function StepBody(props: StepBodyProps) {
  const { step, dossier } = props;
  const { state, evaluation } = dossier;
  const asked = step.fields.filter((field) => isShown(state, field));
  const open = asked.filter((field) => mayWrite(state.editing, field));
  const whole = wholePartOf(step);
  const isWholeOpen = whole !== null && mayWrite(state.editing, whole);
  const closed = {
    fields: asked.filter((field) => !open.includes(field)),
    whole: whole !== null && !isWholeOpen,
  };
  return (
    <>
      {(isWholeOpen || open.length > 0) && (
        <StepFields {...props} fields={open} kind={isWholeOpen ? step.kind : "fields"} />
      )}
      {(closed.whole || closed.fields.length > 0) && (
        <section aria-labelledby="reponses-deposees" className="fr-mt-4w">
          <h3 id="reponses-deposees" className="fr-h6">
            Réponses déposées
          </h3>
          <StepAnswers step={step} state={state} evaluation={evaluation} only={closed} />
        </section>
      )}
    </>
  );
}

interface StepFieldsProps extends StepBodyProps {
  /** The questions that may be written. */
  fields: readonly string[];
  /** The step's own kind, or `fields` when its list may not be written. */
  kind: FormStep["kind"];
}

function StepFields(props: StepFieldsProps) {
  const { dossier, step, index, agentId, procedures, page, files, fields: asked, kind } = props;
  const { state, evaluation } = dossier;
  const { number, form, theme, answers } = state;
  const next = form.steps[index + 1];
  const previous = form.steps[index - 1];
  const place: StepPlace = {
    number,
    theme: theme.code,
    step: step.key,
    agentId,
    storeKey: copyKey(agentId, number, step.key),
    previousHref: previous ? routes.step(number, previous.key) : null,
    nextHref: next ? routes.step(number, next.key) : routes.missing(number),
    writable: dossier.may("write"),
  };
  const fields = {
    place,
    saveUrl: routes.saveAnswers(number),
    questions: asked.flatMap((field) => {
      const schema = form.fields.shape[field];
      return schema ? [questionOf(field, metaOf(schema), procedures)] : [];
    }),
    values: pick(asked, (field) => asAnswerValue(answers[field]?.value)),
    revisions: pick([...asked, "phases"], (field) => answers[field]?.revision ?? 0),
    problems: pick(asked, (field) => {
      const value = answers[field]?.value ?? "";
      const problem = problemOf(form, field, value);
      const near = nearProcedures(procedures, String(value));
      return problem === UNKNOWN_PROCEDURE ? unknownProcedure(near) : problem;
    }),
  };
  // A new step is a new form: its autosave, its copy and its fields are its own.
  switch (kind) {
    case "plan":
      return (
        <PlanForm
          key={step.key}
          {...fields}
          planUrl={routes.savePlan(number)}
          planRevision={state.planRevision}
          saved={{ lines: state.lines, coFinancers: state.coFinancers }}
          prior={state.prior}
          themeCode={theme.code}
          call={state.call}
          input={evaluation.input}
          initial={{
            result: evaluation.simulation,
            suggestions: suggestions(theme, evaluation.input, [state.call]),
          }}
          asksProvider={form.asksProvider ?? false}
          asksLicence={theme.funding?.excludesNonEuropeanLicences ?? false}
          year={dossier.now.getFullYear()}
        />
      );
    case "phases":
      return (
        <PhasesForm
          key={step.key}
          {...fields}
          phases={(answers.phases?.value ?? []) as Json[]}
          planTotal={evaluation.plan.errors.length === 0 ? evaluation.total : null}
        />
      );
    case "sites": {
      const sites = typedSitesSchema.safeParse(answers.sites?.value);
      return (
        <>
          <SitesSection
            number={number}
            step={step.key}
            sites={sites.success ? sites.data : []}
            page={page}
            writable={place.writable}
          />
          <StepForm key={step.key} {...fields} />
        </>
      );
    }
    case "files":
      return files;
    case "commitments":
      return (
        <CommitmentsForm
          key={step.key}
          place={place}
          saveUrl={routes.saveCommitment(number)}
          commitments={theme.commitments.map(({ key, text, source, reading }) => ({
            key,
            text,
            source,
            reading,
            accepted: state.accepted.some((one) => one.key === key),
          }))}
        />
      );
    default:
      return <StepForm key={step.key} {...fields} />;
  }
}

function questionOf(field: string, meta: FieldMeta, procedures: readonly Procedure[]): Question {
  if (!meta.list) return { field, meta };
  const suggestions = procedures.map(({ name, ministry }) => ({ name, detail: ministry }));
  return { field, meta, suggestions };
}

/** An object of what is known of each field; fields without anything are left out. */
function pick<Value>(fields: readonly string[], read: (field: string) => Value | null) {
  const picked: Record<string, Value> = {};
  for (const field of fields) {
    const value = read(field);
    if (value !== null) picked[field] = value;
  }
  return picked;
}
