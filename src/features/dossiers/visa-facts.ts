import type { Evaluation } from "@/domain/dossier/evaluation";
import type { VisaFacts } from "@/domain/dossier/visa";
import { cents, ZERO } from "@/domain/money";
import { numberOf } from "@/domain/themes/field-kinds";
import { portalNow } from "@/server/clock";
import { type DraftState, evaluate, readDraft } from "./draft";

/** What the DNUM reads of a draft: its name, its purpose, its amounts. Not the answers, nor the lines of the plan. */
export function visaFacts(state: DraftState, { simulation, total, values }: Evaluation): VisaFacts {
  const summary = state.answers.summary?.value;
  const requested = numberOf(values.requestedGrant);
  const grant = simulation.amounts?.grant ?? ZERO;
  return {
    title: state.title,
    summary: typeof summary === "string" ? summary : "",
    total,
    base: simulation.amounts?.base ?? ZERO,
    computedGrant: grant,
    requestedGrant: requested === undefined ? grant : cents(requested),
  };
}

/** The same of a dossier by its id. Who may read it is settled by the caller, through `visibleVisas`. */
export async function readVisaFacts(dossierId: string): Promise<VisaFacts> {
  const [state, now] = await Promise.all([readDraft(dossierId), portalNow()]);
  return visaFacts(state, evaluate(state, now));
}
