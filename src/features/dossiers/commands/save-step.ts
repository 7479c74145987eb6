import { formatTime } from "@/domain/calendar";
import { typedCoFinancersSchema } from "@/domain/dossier/co-financing";
import { type TypedLine, typedLineSchema, typedPlanSchema } from "@/domain/dossier/funding-plan";
import { typedPhasesSchema } from "@/domain/dossier/phases";
import { BusinessError, type FieldError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { metaOf } from "@/domain/themes/field-kinds";
import { formByTheme } from "@/domain/themes/forms";
import type { FormStep, ThemeForm } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { parseInput } from "@/server/parse";
import { editCoFinancers, editPhases, editPlan } from "../list-edits";
import { nested } from "../nested-values";
import type { PostedStep } from "../posted-step";
import { revisionName } from "../posted-step-names";
import type { AnswerChange } from "../schemas";
import { PHASES } from "../typed-answer";
import { type SavedAnswer, saveAnswers } from "./save-answers";
import { savePlan } from "./save-plan";
import { setCommitments } from "./set-commitment";

/** Where a page without script goes on after a step is saved. */
export interface SavedStep {
  number: string;
  /** The step to show: the next one, or this one after a button of its list; null after the last. */
  goTo: string | null;
  /** Path of the field to come back to. */
  anchor: string | null;
  /** The line a button removed, to take back. */
  removed: TypedLine | null;
}

/**
 * Saves a whole step as a plain form posts it. What can be saved is; then a conflict, or an answer that cannot be read,
 * is thrown as `invalid-input` beside its field, so that the form comes back with what was typed.
 */
export async function saveStep(actor: Actor, input: PostedStep): Promise<SavedStep> {
  const form = formByTheme(input.theme);
  const position = form?.steps.findIndex(({ key }) => key === input.step) ?? -1;
  const step = form?.steps[position];
  if (!form || !step) {
    throw new BusinessError("invalid-input", "Cette étape n’existe pas. Rouvrez le dossier.");
  }
  const list = await saveList(actor, { input, step });
  const changes = changesOf(form, step, input);
  if (list.change) changes.push(list.change);
  const errors = [...list.errors];
  if (changes.length > 0) {
    const { answers } = await saveAnswers(actor, { number: input.number, answers: changes });
    errors.push(...answers.flatMap(errorOfAnswer));
  }
  if (errors.length > 0) {
    throw new BusinessError("invalid-input", "Certaines réponses sont à corriger.", errors);
  }
  const stays = typeof input.do === "string" && input.do !== "";
  return {
    number: input.number,
    goTo: stays ? step.key : (form.steps[position + 1]?.key ?? null),
    anchor: list.anchor,
    removed: list.removed,
  };
}

function changesOf(form: ThemeForm, step: FormStep, input: PostedStep): AnswerChange[] {
  // Boxes left empty post nothing but their revision; a question that is not on the page posts neither.
  const shown = step.fields.filter(
    (field) => input[field] !== undefined || input[revisionName(field)] !== undefined,
  );
  return shown.map((field) => {
    const schema = form.fields.shape[field];
    const empty = schema && metaOf(schema).widget === "choices" ? [] : "";
    return {
      field,
      value: input[field] ?? empty,
      baseRevision: Number(input[revisionName(field)] ?? 0),
    };
  });
}

interface SavedList {
  errors: FieldError[];
  anchor: string | null;
  removed: TypedLine | null;
  /** The phases are an answer like others: saved with them. */
  change?: AnswerChange;
}

async function saveList(
  actor: Actor,
  { input, step }: { input: PostedStep; step: FormStep },
): Promise<SavedList> {
  const nothing: SavedList = { errors: [], anchor: null, removed: null };
  const button = typeof input.do === "string" ? input.do : "";
  if (step.kind === "commitments") {
    const accepted = Array.isArray(input.accepted) ? input.accepted.map(String) : [];
    await setCommitments(actor, { number: input.number, accepted });
    return nothing;
  }
  if (step.kind !== "plan" && step.kind !== "phases") return nothing;
  const posted = nested(input, step.kind);
  // A list that is only read on the page posts nothing of it.
  const isShown = Array.isArray(posted) || input[revisionName(step.kind)] !== undefined;
  if (!isShown && button === "") return nothing;
  if (step.kind === "phases") {
    const phases = parseInput(typedPhasesSchema, Array.isArray(posted) ? posted : []);
    const edit = editPhases(phases, button);
    const baseRevision = Number(input[revisionName("phases")] ?? 0);
    return {
      ...nothing,
      anchor: edit.focus,
      change: { field: PHASES, value: edit.phases, baseRevision },
    };
  }
  const lines = parseInput(typedPlanSchema, Array.isArray(posted) ? posted : []);
  if (button === "restore") lines.push(parseInput(typedLineSchema, nested(input, "removed")));
  const edit = editPlan(lines, button, (await portalNow()).getFullYear());
  const others = nested(input, "coFinancers");
  const payers = editCoFinancers(
    parseInput(typedCoFinancersSchema, Array.isArray(others) ? others : []),
    button,
  );
  const saved = await savePlan(actor, {
    number: input.number,
    baseRevision: Number(input[revisionName("plan")] ?? 0),
    lines: edit.lines,
    coFinancers: payers.lines,
  });
  const message =
    saved.status === "conflict"
      ? `${saved.author} a modifié le plan à ${formatTime(new Date(saved.at))}. Votre saisie est gardée ci-dessous\u00A0: enregistrez-la pour qu’elle remplace la sienne, ou rechargez la page pour prendre la sienne.`
      : null;
  return {
    errors: message ? [{ path: "plan.0.label", message }] : [],
    anchor: edit.focus === null ? payers.focus : `plan.${edit.focus}.label`,
    removed: edit.removed,
  };
}

/** The sentence beside a field after a plain post: the other's text is quoted, so that nothing is lost from sight. */
export function errorOfAnswer(answer: SavedAnswer): FieldError[] {
  const path = answer.field;
  if (answer.status === "refused") return [{ path, message: answer.message }];
  if (answer.status === "saved") {
    return answer.problem ? [{ path, message: answer.problem }] : [];
  }
  const theirs = typeof answer.value === "string" ? answer.value : JSON.stringify(answer.value);
  const at = formatTime(new Date(answer.at));
  return [
    {
      path,
      message: `${answer.author} a modifié cette réponse à ${at}. Son texte\u00A0: «\u00A0${theirs}\u00A0». Le vôtre est gardé ici\u00A0: réunissez les deux ou enregistrez le vôtre.`,
    },
  ];
}
