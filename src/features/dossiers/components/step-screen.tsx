import type { ReactNode } from "react";
import { roundSentence } from "@/domain/dossier/deadlines";
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
import type { FieldMeta } from "@/domain/themes/types";
import { routes } from "@/routes";
import { DossierHeader } from "@/ui/dossier-header";
import { Message } from "@/ui/message";
import { StepFrame } from "@/ui/step-frame";
import { copyKey } from "../copy-key";
import type { OpenDossier } from "../queries/open-dossier";
import { stepState } from "../step-states";
import { problemOf } from "../typed-answer";
import type { Question } from "./answer-field";
import { asAnswerValue } from "./answer-value";
import { CommitmentsForm } from "./commitments-form";
import { DossierEntries } from "./dossier-entries";
import { PhasesForm } from "./phases-form";
import { PlanForm } from "./plan-form";
import { SitesSection } from "./sites-section";
import { StepForm } from "./step-form";
import type { StepPlace } from "./step-frame-form";

export interface StepScreenProps {
  dossier: OpenDossier;
  /** Index of the step in the form. */
  index: number;
  agentId: string;
  /** The procedures of the observatoire, where the step asks for one. */
  procedures: readonly Procedure[];
  /** The page of the list of sites, from 1. */
  page: number;
  /** The body of the step of files, which another feature draws. */
  files: ReactNode;
  /** Who else is there. */
  children?: ReactNode;
}

/** One step of the dossier: the head, the steps, the questions of this one. */
export function StepScreen(props: StepScreenProps) {
  const { dossier, index, children } = props;
  const { state, evaluation, header } = dossier;
  const { number, form } = state;
  return (
    <>
      <DossierHeader {...header} />
      <DossierEntries number={number} />
      {children}
      <StepFrame
        current={index}
        steps={form.steps.map((step) => ({
          title: step.title,
          href: routes.step(number, step.key),
          state: stepState(step, evaluation.missing),
        }))}
      >
        {!dossier.may("write") && (
          <Message severity="info" title="Information : vous lisez ce dossier" as="h3" small>
            Votre accès permet de lire les réponses, pas de les modifier.
          </Message>
        )}
        {form.steps[index]?.kind === "plan" && state.call.monthlyRounds && (
          <p>{roundSentence(dossier.now)}</p>
        )}
        <StepBody {...props} />
      </StepFrame>
    </>
  );
}

function StepBody({ dossier, index, agentId, procedures, page, files }: StepScreenProps) {
  const { state, evaluation } = dossier;
  const { number, form, theme, answers } = state;
  const step = form.steps[index];
  const next = form.steps[index + 1];
  const previous = form.steps[index - 1];
  if (!step) return null;
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
    questions: step.fields.flatMap((field) => {
      const schema = form.fields.shape[field];
      return schema ? [questionOf(field, metaOf(schema), procedures)] : [];
    }),
    values: pick(step.fields, (field) => asAnswerValue(answers[field]?.value)),
    revisions: pick([...step.fields, "phases"], (field) => answers[field]?.revision ?? 0),
    problems: pick(step.fields, (field) => {
      const value = answers[field]?.value ?? "";
      const problem = problemOf(form, field, value);
      const near = nearProcedures(procedures, String(value));
      return problem === UNKNOWN_PROCEDURE ? unknownProcedure(near) : problem;
    }),
  };
  // A new step is a new form: its autosave, its copy and its fields are its own.
  switch (step.kind) {
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
