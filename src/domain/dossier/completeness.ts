import {
  type Finding,
  type FindingCode,
  INCOMPLETE_CODES,
  NOT_OPEN_CODES,
  type SimulationResult,
} from "@/domain/funding/types";
import { type Cents, ZERO } from "@/domain/money";
import type { CarrierKind, FormStep, Theme, ThemeForm } from "@/domain/themes/types";
import {
  isUnanswered,
  LISTS,
  type ParsedAnswers,
  parseAnswers,
  planTotal,
  type TypedAnswers,
} from "./answers";
import { financingOf, parseCoFinancers, type TypedCoFinancer } from "./co-financing";
import { isBlank, type ParsedPlan, parsePlan, planPath, type TypedLine } from "./funding-plan";

/** One thing between a draft and its filing. */
export interface Missing {
  kind:
    | "answer"
    | "plan"
    | "phases"
    | "sites"
    | "commitment"
    | "rule"
    | "warning"
    | "other-party"
    | "asked"
    | "calendar";
  /**
   * `blocks`: the dossier cannot be filed. `acknowledge`: it can, once the carrier has read it. Eligibility is decided
   * by the theme's owner, who sets aside what is not eligible (Livret l.221), never by the portal: a blocking finding
   * of the rules is acknowledged. Only the calendar, another call, an incomplete dossier and an unexplained size block.
   */
  effect: "blocks" | "acknowledge";
  /** Key of the step where it is put right; null when no step can (the carrier, the DNUM, the calendar). */
  step: string | null;
  /** Path of the field, for its anchor; null when it stands for the whole step or dossier. */
  path: string | null;
  message: string;
  source?: string;
}

export interface Draft {
  form: ThemeForm;
  theme: Pick<Theme, "commitments">;
  answers: TypedAnswers;
  lines: readonly TypedLine[];
  coFinancers?: readonly TypedCoFinancer[];
  /** Some questions are compulsory for some carriers only. */
  carrier?: CarrierKind;
  /** Under the dossier's own theme version, at the portal's clock; null while it cannot be computed. */
  simulation: SimulationResult | null;
  /** Keys of the commitments accepted. */
  accepted: readonly string[];
}

/** Where a finding is put right. `plan` is the plan's step, `phases` the phases'. */
const FIELD_OF: Partial<Record<FindingCode, string>> = {
  PROCEDURE_NOT_LISTED: "procedure",
  NOT_IN_CHARGE_OF_PROCEDURE: "inChargeOfProcedure",
  OTHER_CALL: "callKind",
  OTHER_THEME: "retrainingToDigitalJobs",
  DECONCENTRATED_SHARE_LOW: "deconcentratedShare",
  CENTRAL_ADMINISTRATION_MISSING: "centralAdministrationInvolved",
  RESULTS_TOO_LATE: "resultsWithinMonths",
  IMPACT_ANALYSIS_MISSING: "impactAnalysis",
  FRENCH_COMPANY_MISSING: "frenchCompanyInvolved",
  HOSTING_NOT_COMPLIANT: "hosting",
  ONLY_SYSTEM_REBUILD: "onlySystemRebuild",
  TRADE_SPECIFIC_DOMAIN: "tradeSpecificDomain",
  IMPLEMENTATION_TOO_LONG: "implementationWithinMonths",
  SIZE_OUT: "sizeJustification",
};
/** Findings about the dossier as a whole: no step puts them right. */
const WHOLE: readonly FindingCode[] = [
  "DNUM_INFORMATION_MISSING",
  "DNUM_JOINT_FILING_MISSING",
  "CARRIER_INELIGIBLE",
  "DIRECTOR_OPINION_REQUIRED",
  "PROJECT_CAP_REACHED",
  ...NOT_OPEN_CODES,
];

const includes = (codes: readonly FindingCode[], code: FindingCode) => codes.includes(code);
const stepOf = (form: ThemeForm, test: (step: FormStep) => boolean) =>
  form.steps.find(test)?.key ?? null;

function ofFinding(finding: Finding, { form, answers, simulation }: Draft): Missing[] {
  const { code, message, source } = finding;
  if (finding.severity === "information") return [];
  const field = FIELD_OF[code] ?? null;
  const step = includes(WHOLE, code)
    ? null
    : code === "INDICATOR_CADENCE_TOO_SLOW"
      ? stepOf(form, ({ kind }) => kind === "phases")
      : (stepOf(form, ({ fields }) => field !== null && fields.includes(field)) ??
        stepOf(form, ({ kind }) => kind === "plan"));
  const found = { step, path: field, message, source };
  if (includes(NOT_OPEN_CODES, code)) return [{ ...found, kind: "calendar", effect: "blocks" }];
  if (includes(INCOMPLETE_CODES, code)) {
    const kind = code === "T2_COUNTERPART_MISSING" ? "plan" : "other-party";
    return [{ ...found, kind, effect: "blocks" }];
  }
  // The money of a call is for its own size: the dossier moves to the other call (ITN5; Livret l.315, l.322).
  if (code === "OTHER_CALL") return [{ ...found, kind: "rule", effect: "blocks" }];
  if (code === "SIZE_OUT") {
    // Out of the size of a call it has to leave: no reason would do.
    if (simulation?.findings.some((other) => other.code === "OTHER_CALL")) return [];
    return isUnanswered(answers.sizeJustification)
      ? [{ ...found, kind: "warning", effect: "blocks" }]
      : [];
  }
  const kind = finding.severity === "warning" ? "warning" : "rule";
  return [{ ...found, kind, effect: "acknowledge" }];
}

/** What is typed, parsed once for all who judge it. */
export interface ParsedDraft extends ParsedAnswers {
  plan: ParsedPlan;
  /** The total of the plan, its wrong lines left out. */
  total: Cents;
}

/** Parses the answers and the plan of a draft. Phases share the total of a plan without errors. */
export function parseDraft({
  form,
  answers,
  lines,
}: Pick<Draft, "form" | "answers" | "lines">): ParsedDraft {
  const plan = parsePlan(lines);
  const total = planTotal(plan.expenses);
  const sound = plan.errors.length === 0;
  return { plan, total, ...parseAnswers(form, answers, sound ? total : null) };
}

/** What is missing or wrong in the funding plan. */
function ofPlan(
  { form, lines, coFinancers = [], simulation }: Draft,
  { plan }: ParsedDraft,
): Missing[] {
  const step = stepOf(form, ({ kind }) => kind === "plan");
  const say = (path: string, message: string): Missing => ({
    kind: "plan",
    effect: "blocks",
    step,
    path,
    message,
  });
  if (lines.every(isBlank)) {
    return [say(planPath(0, "label"), "Ajoutez au moins une dépense au plan de financement.")];
  }
  const others = parseCoFinancers(coFinancers);
  const missing = plan.errors.map(({ line, column, message }) =>
    say(planPath(line, column), message),
  );
  missing.push(...others.errors.map(({ path, message }) => say(path, message)));
  const grant = simulation?.amounts?.grant ?? ZERO;
  for (const remark of financingOf(plan.expenses, grant, others.coFinancers).remarks) {
    const effect = remark.code === "too-much" ? "blocks" : "acknowledge";
    missing.push({ ...say("coFinancers.0.typedAmount", remark.message), effect });
  }
  if (!form.asksProvider) return missing;
  // ITN6 counts what goes to innovative companies with a French seat (Livret l.367): « no » is an answer, silence is not.
  for (const [index, line] of lines.entries()) {
    if (isBlank(line) || line.nature === "T2") continue;
    if (line.innovative !== null && line.seatInFrance !== null) continue;
    const column = line.innovative === null ? "innovative" : "seatInFrance";
    missing.push(
      say(
        planPath(index, column),
        `Dépense ${index + 1}\u00A0: dites si le prestataire est une entreprise innovante et si son siège est en France. Répondez «\u00A0non\u00A0» si vous ne le connaissez pas encore.`,
      ),
    );
  }
  return missing;
}

/** What is missing or wrong in the answers and the phases. */
function ofAnswers({ form, answers, carrier }: Draft, { errors }: ParsedDraft): Missing[] {
  const own = Object.entries((carrier && form.compulsoryFor?.[carrier]) ?? {}).flatMap(
    ([path, message]) => (isUnanswered(answers[path]) ? { path, message } : []),
  );
  return [...errors, ...own].map(({ path, message }) => {
    const kind = LISTS.find((list) => path.startsWith(`${list}.`)) ?? "answer";
    const step = stepOf(form, (one) =>
      kind === "answer" ? one.fields.includes(path) : one.kind === kind,
    );
    return { kind, effect: "blocks", step, path, message };
  });
}

function ofCommitments({ form, theme, accepted }: Draft): Missing[] {
  return theme.commitments
    .filter(({ key }) => !accepted.includes(key))
    .map(({ key, text, source }) => ({
      kind: "commitment",
      effect: "blocks",
      step: stepOf(form, ({ kind }) => kind === "commitments"),
      path: `commitment.${key}`,
      message: `Acceptez cet engagement\u00A0: ${text}`,
      source,
    }));
}

/**
 * All that stands between a draft and its filing, in the order of the steps, what belongs to no step last. Empty of
 * `blocks`: the dossier can be filed, the clock allowing.
 */
export function missing(draft: Draft, parsed = parseDraft(draft)): Missing[] {
  const all = [
    ...ofAnswers(draft, parsed),
    ...ofPlan(draft, parsed),
    ...ofCommitments(draft),
    ...(draft.simulation?.findings ?? []).flatMap((finding) => ofFinding(finding, draft)),
  ];
  const order = (step: string | null) =>
    step === null ? draft.form.steps.length : draft.form.steps.findIndex(({ key }) => key === step);
  return all.sort((a, b) => order(a.step) - order(b.step));
}

/** Whether nothing stands before filing but what the carrier has to acknowledge. */
export function canFile(found: readonly Missing[]): boolean {
  return found.every(({ effect }) => effect === "acknowledge");
}
