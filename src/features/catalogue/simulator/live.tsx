import type { ReactNode } from "react";
import type { FieldError } from "@/domain/errors";
import { formatEuros } from "@/domain/money";
import { ResultPanel } from "@/features/catalogue/simulator/result-panel";
import { runSimulation, type SimulationRequest } from "@/features/catalogue/simulator/run";

export interface LiveSimulation {
  /** Null while no spending is given. */
  panel: ReactNode;
  /** What a screen reader hears: the grant, nothing else. */
  announcement: string;
  errors: readonly FieldError[];
}

/** The simulation in the browser: loaded with the rules of its theme once something is typed. */
export async function simulateLive(request: SimulationRequest): Promise<LiveSimulation> {
  const { result, errors } = await runSimulation(request);
  const grant = result?.amounts?.grant;
  return {
    panel: result && <ResultPanel result={result} />,
    announcement: grant === undefined ? "" : `Subvention estimée\u00A0: ${formatEuros(grant)}.`,
    errors,
  };
}
