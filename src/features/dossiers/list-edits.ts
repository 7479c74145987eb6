import {
  blankCoFinancer,
  MAX_CO_FINANCERS,
  type TypedCoFinancer,
} from "@/domain/dossier/co-financing";
import { blankLine, MAX_LINES, type TypedLine } from "@/domain/dossier/funding-plan";
import {
  blankIndicator,
  blankPhase,
  MAX_INDICATORS,
  MAX_PHASES,
  type TypedPhase,
} from "@/domain/dossier/phases";

/**
 * What the buttons of the plan and of the phases do to what is typed. The browser applies it at once; without script
 * the same button is posted with the form. The value of a button is `verb`, `verb:0` or `verb:0.1`.
 */

/** `remove:0.1` as its verb and its places; no place when the button has none. */
export function parseButton(button: string): { verb: string; places: number[] } {
  const [verb = "", where = ""] = button.split(":");
  return { verb, places: where === "" ? [] : where.split(".").map(Number) };
}

const without = <T>(list: readonly T[], index: number) => list.toSpliced(index, 1);

export interface PlanEdit {
  lines: TypedLine[];
  /** The line whose first field takes the focus; null when the focus stays. */
  focus: number | null;
  /** The line just removed, to take back. */
  removed: TypedLine | null;
}

/** The plan after a button. An unknown button, or one past the limits, changes nothing. */
export function editPlan(lines: readonly TypedLine[], button: string, year: number): PlanEdit {
  const { verb, places } = parseButton(button);
  const index = places[0] ?? -1;
  const line = lines[index];
  const same: PlanEdit = { lines: [...lines], focus: null, removed: null };
  const full = lines.length >= MAX_LINES;
  if (verb === "add" && !full) {
    return { ...same, lines: [...lines, blankLine(year)], focus: lines.length };
  }
  if (verb === "duplicate" && line && !full) {
    return { ...same, lines: lines.toSpliced(index + 1, 0, { ...line }), focus: index + 1 };
  }
  if (verb === "remove" && line) {
    return { ...same, lines: without(lines, index), removed: line };
  }
  return same;
}

/** The co-financers after a button, and the path of the field that takes the focus. */
export function editCoFinancers(
  lines: readonly TypedCoFinancer[],
  button: string,
): { lines: TypedCoFinancer[]; focus: string | null } {
  const { verb, places } = parseButton(button);
  const index = places[0] ?? -1;
  if (verb === "add-co-financer" && lines.length < MAX_CO_FINANCERS) {
    return { lines: [...lines, blankCoFinancer()], focus: `coFinancers.${lines.length}.name` };
  }
  if (verb === "remove-co-financer" && lines[index]) {
    return { lines: without(lines, index), focus: null };
  }
  return { lines: [...lines], focus: null };
}

export interface PhasesEdit {
  phases: TypedPhase[];
  /** Path of the field that takes the focus; null when the focus stays. */
  focus: string | null;
}

/** The phases after a button. */
export function editPhases(phases: readonly TypedPhase[], button: string): PhasesEdit {
  const { verb, places } = parseButton(button);
  const [at = -1, inner = -1] = places;
  const phase = phases[at];
  if (verb === "add-phase" && phases.length < MAX_PHASES) {
    return { phases: [...phases, blankPhase()], focus: `phases.${phases.length}.name` };
  }
  if (verb === "remove-phase" && phase) return { phases: without(phases, at), focus: null };
  if (verb === "add-indicator" && phase && phase.indicators.length < MAX_INDICATORS) {
    const indicators = [...phase.indicators, blankIndicator()];
    return {
      phases: phases.with(at, { ...phase, indicators }),
      focus: `phases.${at}.indicators.${phase.indicators.length}.name`,
    };
  }
  if (verb === "remove-indicator" && phase) {
    const indicators = without(phase.indicators, inner);
    return { phases: phases.with(at, { ...phase, indicators }), focus: null };
  }
  return { phases: [...phases], focus: null };
}
