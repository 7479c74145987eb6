import type { Finding, SimulationAnswers, SimulationInput } from "@/domain/funding/types";
import type { EligibilityRule } from "@/domain/themes/types";

/**
 * A condition on one answer. Not answered gives no finding (the caller may be exploring); an answer for which `holds`
 * is false gives `fail`.
 */
export function condition<K extends keyof SimulationAnswers>(
  key: K,
  holds: (answer: SimulationAnswers[K], input: SimulationInput) => boolean,
  fail: (answer: SimulationAnswers[K]) => Finding,
): EligibilityRule {
  return {
    asks: [key],
    check(input) {
      const answer: SimulationAnswers[K] | undefined = input.answers[key];
      return answer === undefined || holds(answer, input) ? null : fail(answer);
    },
  };
}
