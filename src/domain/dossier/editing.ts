import { metaOf } from "@/domain/themes/field-kinds";
import type { FormStep, ThemeForm } from "@/domain/themes/types";
import type { DossierStatus } from "./statuses";
import { TRANSITIONS, type TransitionName } from "./transitions";

/** The acts by which a carrier files what its team wrote: the first time, then each time a dossier comes back. */
export const FILING_ACTS = [
  "file",
  "fileComplement",
  "confirmRedirection",
  "presentAnew",
] as const satisfies readonly TransitionName[];
export type FilingAct = (typeof FILING_ACTS)[number];

/** What the team may write of a dossier. */
export interface Editing {
  /** The act that files what is written; null when nothing may be. */
  act: FilingAct | null;
  /** Answers of the form by their field, and the parts that are written as a whole. */
  parts: ReadonlySet<string>;
}

/**
 * Parts a dossier has besides the answers of its form; the lists of the steps are answers under the step's kind. The
 * commitments have no step where the theme asks none: accepting none of them is then as good as ever.
 */
const BESIDE_THE_FORM = ["dnum", "co-carriers", "commitments"] as const;

/** The question by which a dossier chooses between the calls of its theme (ITN5; Livret l.315, l.322). */
export const CALL_KIND = "callKind";

export interface WrittenDossier {
  status: DossierStatus;
  /** The carrier was told of the outcome: until then it writes nothing on it. */
  notified: boolean;
  /** Targets of the open request of complements. */
  targets: readonly string[];
}

const NOTHING: Editing = { act: null, parts: new Set() };

/**
 * What the team of a dossier may write: everything in a draft, and on a dossier redirected or to be presented again once
 * it was told so; what was named in an open request of complements; nothing otherwise. The call is chosen before the
 * first filing: it never changes by an answer after it.
 */
export function editingOf(dossier: WrittenDossier, form: Pick<ThemeForm, "steps">): Editing {
  const { status, notified, targets } = dossier;
  switch (status) {
    case "draft":
      return { act: "file", parts: everything(form) };
    case "complement-requested":
      return { act: "fileComplement", parts: named(form, targets) };
    case "redirected":
      return notified ? { act: "confirmRedirection", parts: refiled(form) } : NOTHING;
    case "to-be-presented-again":
      return notified ? { act: "presentAnew", parts: refiled(form) } : NOTHING;
    default:
      return NOTHING;
  }
}

/** Statuses in which a dossier already filed is back in its carrier's hands. */
const BACK: readonly DossierStatus[] = ["complement-requested", "to-be-presented-again"];
const EXAMINED: readonly DossierStatus[] = ["filed", "admissible", "scored"];

/**
 * Whether a transition takes a dossier out of its carrier's hands without what its team typed since its last filing: its
 * examination then goes on with what was filed.
 */
export function putsBackFiled(name: TransitionName, from: DossierStatus): boolean {
  const isFiling = (FILING_ACTS as readonly string[]).includes(name);
  return !isFiling && BACK.includes(from) && EXAMINED.includes(TRANSITIONS[name].to);
}

/** Whether an answer, or a part written as a whole, may be written. */
export function mayWrite({ parts }: Pick<Editing, "parts">, part: string): boolean {
  return parts.has(part);
}

/** The part of a step that is not one of its questions: its list, its files, its commitments; null without any. */
export function wholePartOf({ kind }: Pick<FormStep, "kind">): string | null {
  return kind === "fields" ? null : kind;
}

/** Everything a step holds. */
function partsOf(step: FormStep): string[] {
  const whole = wholePartOf(step);
  return whole === null ? [...step.fields] : [whole, ...step.fields];
}

/** How much of a step may be written. */
export function stepOpening(
  { parts }: Pick<Editing, "parts">,
  step: FormStep,
): "open" | "partly" | "closed" {
  const own = partsOf(step);
  const open = own.filter((part) => parts.has(part)).length;
  if (open === 0) return "closed";
  return open === own.length ? "open" : "partly";
}

function everything({ steps }: Pick<ThemeForm, "steps">): Set<string> {
  return new Set([...steps.flatMap(partsOf), ...BESIDE_THE_FORM]);
}

function refiled(form: Pick<ThemeForm, "steps">): Set<string> {
  const parts = everything(form);
  parts.delete(CALL_KIND);
  return parts;
}

const STEP_PREFIX = "step:";

/** A whole step as the target of a request. */
export function stepTarget({ key }: Pick<FormStep, "key">): string {
  return `${STEP_PREFIX}${key}`;
}

/** The step a target names, or the one that holds the question it names; null when the form has neither. */
export function stepOfTarget({ steps }: Pick<ThemeForm, "steps">, target: string): FormStep | null {
  const found = target.startsWith(STEP_PREFIX)
    ? steps.find((step) => stepTarget(step) === target)
    : steps.find(({ fields }) => fields.includes(target));
  return found ?? null;
}

/**
 * The parts that a request opens: those it names, and what has to follow them. The phases share the total of the plan:
 * a plan that changes opens them, else no complement could be filed.
 */
function named(form: Pick<ThemeForm, "steps">, targets: readonly string[]): Set<string> {
  const parts = new Set<string>();
  for (const target of targets) {
    const step = stepOfTarget(form, target);
    if (!step) continue;
    for (const part of target.startsWith(STEP_PREFIX) ? partsOf(step) : [target]) parts.add(part);
  }
  if (parts.has("plan")) {
    for (const step of form.steps) if (step.kind === "phases") parts.add("phases");
  }
  parts.delete(CALL_KIND);
  return parts;
}

/** What a request may name: each step but the commitments, then each of its questions, in the order of the form. */
export interface AskedTarget {
  target: string;
  label: string;
  /** Title of the step. */
  group: string;
}

export function askedTargets({
  steps,
  fields,
}: Pick<ThemeForm, "steps" | "fields">): AskedTarget[] {
  return steps
    .filter(({ kind }) => kind !== "commitments")
    .flatMap((step) => [
      {
        target: stepTarget(step),
        label: `Toute l’étape «\u00A0${step.title}\u00A0»`,
        group: step.title,
      },
      ...step.fields
        .filter((field) => field !== CALL_KIND)
        .flatMap((field) => {
          const schema = fields.shape[field];
          return schema ? [{ target: field, label: metaOf(schema).label, group: step.title }] : [];
        }),
    ]);
}

/** How a target is called: the question, or the step; null when the form has neither. */
export function targetLabel(
  form: Pick<ThemeForm, "steps" | "fields">,
  target: string,
): string | null {
  if (target.startsWith(STEP_PREFIX)) return stepOfTarget(form, target)?.title ?? null;
  const schema = Object.hasOwn(form.fields.shape, target) ? form.fields.shape[target] : undefined;
  return schema ? metaOf(schema).label : null;
}
