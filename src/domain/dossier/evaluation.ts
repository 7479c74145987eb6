import type { CallWindow } from "@/domain/funding/calls";
import { simulate } from "@/domain/funding/simulate";
import type { FindingCode, SimulationInput, SimulationResult } from "@/domain/funding/types";
import { type Cents, ZERO } from "@/domain/money";
import type { CarrierKind, Theme, ThemeForm } from "@/domain/themes/types";
import { simulationInput, type TypedAnswers } from "./answers";
import { type Asked, unansweredItems } from "./asked";
import {
  type Financing,
  financingOf,
  parseCoFinancers,
  type TypedCoFinancer,
} from "./co-financing";
import { replyField } from "./complements";
import { canFile, type Missing, missing, parseDraft } from "./completeness";
import type { ParsedPlan, TypedLine } from "./funding-plan";
import { type VisaState, visaAnswers } from "./visa";

/** What the rules read of a dossier: what its team typed, who carries it, and where it is filed. */
export interface Judged {
  theme: Theme;
  form: ThemeForm;
  answers: TypedAnswers;
  lines: readonly TypedLine[];
  coFinancers: readonly TypedCoFinancer[];
  carrier: { kind: CarrierKind };
  call: CallWindow;
  /** Grants of the project's other dossiers under the same theme. */
  priorGrants: readonly Cents[];
  visa: Pick<VisaState, "requirement" | "status"> | null;
  /** Keys of the commitments accepted. */
  accepted: readonly string[];
  /** What its carrier has to answer besides, when it came back; null otherwise. */
  asked: Asked | null;
  /** The instant its call is judged at: now before the first filing, that of its entry in the call after it. */
  judgedAt: Date;
}

export interface Evaluation {
  plan: ParsedPlan;
  /** The total of the plan, its wrong lines left out. */
  total: Cents;
  /** The answers that can be read, parsed. */
  values: Readonly<Record<string, unknown>>;
  /** What the rules were asked: the browser asks them again as the plan changes. */
  input: SimulationInput;
  simulation: SimulationResult;
  financing: Financing;
  missing: readonly Missing[];
  /** Nothing stands before filing but what the carrier acknowledges. */
  ready: boolean;
}

/** What the rules say of a dossier under its own versions, and all that stands before its filing. */
export function evaluateDossier(dossier: Judged): Evaluation {
  const { theme, form, answers, lines, coFinancers, call, accepted } = dossier;
  const { kind } = dossier.carrier;
  const parsed = parseDraft({ form, answers, lines });
  const { plan, total, values } = parsed;
  const asked = simulationInput({
    form,
    values,
    expenses: plan.expenses,
    carrier: { kind },
    call: call.kind,
    filedAt: dossier.judgedAt,
    priorGrants: dossier.priorGrants,
  });
  const input = {
    ...asked,
    answers: { ...asked.answers, ...visaAnswers(theme.code, kind, dossier.visa) },
  };
  const simulation = withoutEmptySize(simulate(theme, input, [call]));
  const draft = { form, theme, answers, lines, coFinancers, carrier: kind, simulation, accepted };
  const found = [...unansweredPoints(dossier.asked), ...missing(draft, parsed)];
  const financing = financingOf(
    plan.expenses,
    simulation.amounts?.grant ?? ZERO,
    parseCoFinancers(coFinancers).coFinancers,
  );
  return {
    plan,
    total,
    values,
    input,
    simulation,
    financing,
    missing: found,
    ready: canFile(found),
  };
}

/** Each point asked is answered, be it in one sentence: what was done elsewhere is said there. */
function unansweredPoints(asked: Asked | null): Missing[] {
  return unansweredItems(asked?.items ?? []).map(({ position, question }) => ({
    kind: "asked",
    effect: "blocks",
    step: null,
    path: replyField(position),
    message: `Répondez ${asked?.kind === "presentation" ? "à l’attente" : "au point"} ${position}\u00A0: ${firstWords(question)}`,
  }));
}

const LONGEST = 120;

/** The beginning of a question, on one line. */
function firstWords(question: string): string {
  const line = question.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
}

const OF_THE_SIZE: readonly FindingCode[] = ["SIZE_OUT", "OTHER_CALL"];

/** A plan without any expense has no size yet: nothing to explain, no other call to go to. */
function withoutEmptySize(result: SimulationResult): SimulationResult {
  if (result.amounts?.total !== ZERO) return result;
  return { ...result, findings: result.findings.filter(({ code }) => !OF_THE_SIZE.includes(code)) };
}
