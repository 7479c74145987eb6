import type { CallWindow } from "@/domain/funding/calls";
import type { Cents } from "@/domain/money";
import { metaOf } from "@/domain/themes/field-kinds";
import type { CarrierKind, Theme, ThemeForm } from "@/domain/themes/types";
import { isUnanswered, LISTS, type TypedAnswers } from "./answers";
import type { TypedCoFinancer } from "./co-financing";
import { type Evaluation, evaluateDossier } from "./evaluation";
import { isBlank, type TypedLine } from "./funding-plan";
import { isSharedAnswer } from "./shared-questions";
import type { DossierStatus } from "./statuses";
import { TRANSITIONS } from "./transitions";

/**
 * What becomes of a proposal to send a dossier to another theme: `proposed` by the theme that has it, then `accepted` or
 * `declined` by the other, or `withdrawn`; `confirmed` once its carrier has filed it there.
 */
export const REDIRECTION_STATUSES = [
  "proposed",
  "accepted",
  "declined",
  "withdrawn",
  "confirmed",
] as const;
export type RedirectionStatus = (typeof REDIRECTION_STATUSES)[number];

/** Statuses from which a dossier may go to another theme. */
export const REDIRECTABLE: readonly DossierStatus[] = TRANSITIONS.redirect.from;

/** What stands on a dossier besides its status, for whoever would propose it to another theme. */
export interface ProposalSituation {
  status: DossierStatus;
  /** A decision is proposed or confirmed on it. */
  hasDecision: boolean;
  /** Another theme is already asked. */
  redirectionPending: boolean;
}

/** Why a dossier cannot be proposed to another theme now, in French; null when it can. */
export function proposalObstacle(situation: ProposalSituation): string | null {
  const { status, hasDecision, redirectionPending } = situation;
  if (redirectionPending) return "Un thème est déjà sollicité pour ce dossier.";
  if (status === "complement-requested") {
    return "Le porteur complète son dossier\u00A0: attendez sa réponse, ou reprenez l’examen sans elle.";
  }
  if (status === "under-review") {
    return "Des jurés notent ce dossier\u00A0: il se réoriente avant de leur être confié, ou après la notation.";
  }
  if (status === "redirected") {
    return "Ce dossier est déjà réorienté\u00A0: son porteur le complète et le confirme.";
  }
  if (!REDIRECTABLE.includes(status)) {
    return "Un dossier se réoriente entre son dépôt et sa décision.";
  }
  return hasDecision
    ? "Une décision est proposée sur ce dossier\u00A0: renvoyez-la à son auteur avant de le réorienter."
    : null;
}

/** The readings of the redirection: no text says more of it than that it exists (Livret l.662). */
export const REDIRECTION_READING = {
  text: "le livret dit qu’un dossier peut être réorienté, et rien de plus. Le thème sollicité accepte ou décline\u202F; la date qui compte pour sa nouvelle ouverture est celle de la proposition.",
  source: "Livret l.662",
} as const;

/** A dossier as it was filed under the theme it leaves. */
export interface LeavingDossier {
  form: ThemeForm;
  answers: TypedAnswers;
  lines: readonly TypedLine[];
  coFinancers: readonly TypedCoFinancer[];
  carrier: { kind: CarrierKind };
}

/** Where it would go. */
export interface RedirectionTarget {
  theme: Theme;
  form: ThemeForm;
  call: CallWindow;
  /** Grants of the project's other dossiers under that theme. */
  priorGrants: readonly Cents[];
  /** The instant of the proposal: what its call is judged at. */
  judgedAt: Date;
}

/** What the carrier finds again in one step of the new form. */
export interface KeptStep {
  key: string;
  title: string;
  /** Labels of the questions already answered, and what is kept as a whole. */
  kept: readonly string[];
}

/** A dossier as it would stand under the other theme the moment it arrives there. */
export interface RedirectionPreview {
  evaluation: Evaluation;
  kept: readonly KeptStep[];
  /** Labels of the answers that the other theme does not ask: they stay in the versions filed. */
  left: readonly string[];
}

/** The answers that go with a dossier: those to the questions that both forms ask in the same words. */
export function answersKept(from: ThemeForm, to: ThemeForm, answers: TypedAnswers): TypedAnswers {
  return Object.fromEntries(
    Object.entries(answers).filter(([field]) => isSharedAnswer(from, to, field)),
  );
}

/**
 * The dossier under the other theme's rules: shared answers, plan, co-financers, co-carriers and files go with it. The
 * commitments and the visa do not: they were given for the former theme, and are asked anew.
 */
export function previewRedirection(
  dossier: LeavingDossier,
  target: RedirectionTarget,
): RedirectionPreview {
  const { form: from, lines, coFinancers, carrier } = dossier;
  const answers = answersKept(from, target.form, dossier.answers);
  return {
    evaluation: evaluateDossier({
      ...target,
      answers,
      lines,
      coFinancers,
      carrier,
      visa: null,
      accepted: [],
      asked: null,
    }),
    kept: target.form.steps.flatMap(({ key, title, kind, fields }) => {
      const kept = fields
        .filter((field) => !isUnanswered(answers[field]))
        .map((field) => labelOf(target.form, field));
      const whole = keptWhole(kind, answers, lines);
      const all = whole === null ? kept : [whole, ...kept];
      return all.length > 0 ? [{ key, title, kept: all }] : [];
    }),
    left: Object.entries(dossier.answers)
      .filter(([field, value]) => !isUnanswered(value) && !(field in answers))
      .map(([field]) => labelOf(from, field)),
  };
}

/** What a step keeps as a whole, in words; null for nothing. */
function keptWhole(
  kind: ThemeForm["steps"][number]["kind"],
  answers: TypedAnswers,
  lines: readonly TypedLine[],
): string | null {
  const count = (n: number, one: string) => (n === 0 ? null : `${n} ${one}${n > 1 ? "s" : ""}`);
  if (kind === "plan") return count(lines.filter((line) => !isBlank(line)).length, "dépense");
  const list = answers[kind];
  return Array.isArray(list) ? count(list.length, kind === "sites" ? "site" : "phase") : null;
}

const LIST_LABELS = { sites: "La liste des sites", phases: "Les phases" } as const;

function labelOf({ fields }: ThemeForm, field: string): string {
  const list = LISTS.find((each) => each === field);
  if (list) return LIST_LABELS[list];
  const schema = fields.shape[field];
  return schema ? metaOf(schema).label : field;
}
