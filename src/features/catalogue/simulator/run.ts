import type { FieldError } from "@/domain/errors";
import { simulate } from "@/domain/funding/simulate";
import type { SimulationResult } from "@/domain/funding/types";
import { LOAD_RULES } from "@/domain/themes/load-rules";
import type { ThemeCode } from "@/domain/themes/types";
import type { PublicCall } from "@/features/catalogue/public-calls";
import type { Question } from "@/features/catalogue/simulator/questions";
import { readForm } from "@/features/catalogue/simulator/read-form";

export interface SimulationRequest {
  theme: ThemeCode;
  questions: readonly Question[];
  /** The calls as their owner has opened them. */
  calls: readonly PublicCall[];
  now: Date;
  params: URLSearchParams;
}

export interface Simulation {
  /** Null while no spending is given. */
  result: SimulationResult | null;
  errors: readonly FieldError[];
}

/** What the rules of a theme say of the form: the one way in, for the browser and for the server. */
export async function runSimulation(request: SimulationRequest): Promise<Simulation> {
  const { theme, questions, calls, now, params } = request;
  const rules = await LOAD_RULES[theme]();
  const { input, errors, isEmpty } = readForm(params, { questions, carriers: rules.carriers, now });
  return { result: isEmpty ? null : simulate(rules, input, calls), errors };
}
