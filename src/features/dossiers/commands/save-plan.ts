import { PLAN_HISTORY } from "@/domain/dossier/answer-words";
import { isCertainty, type TypedCoFinancer } from "@/domain/dossier/co-financing";
import type { TypedLine } from "@/domain/dossier/funding-plan";
import { type Actor, fullName } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { isSamePlan, readPlan, type TypedPlan, writePlanRows } from "@/server/plan-rows";
import { lockToWrite } from "@/server/team-dossier";

export type SavedPlan =
  | { status: "saved"; revision: number; savedAt: string }
  | {
      status: "conflict";
      revision: number;
      lines: readonly TypedLine[];
      coFinancers: readonly TypedCoFinancer[];
      author: string;
      /** Saved by the same person, from another tab or another device. */
      mine: boolean;
      at: string;
    };

export interface PlanChange {
  number: string;
  baseRevision: number;
  lines: readonly TypedLine[];
  /** Those saved stay when they are left out. */
  coFinancers?: readonly TypedCoFinancer[] | undefined;
}

type Draft = Awaited<ReturnType<typeof lockToWrite>>;

/**
 * Saves the whole plan as typed over the revision it was typed on. A stale revision changes nothing and returns the
 * saved plan, its author and its instant.
 */
export function savePlan(actor: Actor, input: PlanChange): Promise<SavedPlan> {
  return inTransaction(async (tx) => {
    const dossier = await lockToWrite(tx, actor, input.number, { part: "plan" });
    const saved = await readPlan(tx, dossier.id);
    const plan: TypedPlan = {
      lines: input.lines.map(withKnownChoices),
      coFinancers: (input.coFinancers ?? saved.coFinancers).map(withKnownCertainty),
    };
    const savedAt = dossier.now.toISOString();
    if (isSamePlan(saved, plan)) {
      return { status: "saved", revision: dossier.planRevision, savedAt };
    }
    if (input.baseRevision !== dossier.planRevision) return conflict(tx, actor, dossier, saved);
    const revision = await writePlan(tx, { actor, dossier, saved, plan });
    return { status: "saved", revision, savedAt };
  });
}

/** Saves what `edit` makes of the saved plan, read under the lock: no other change slips in between. */
export function changePlan(
  actor: Actor,
  number: string,
  edit: (saved: TypedPlan, revision: number) => TypedPlan,
): Promise<{ revision: number }> {
  return inTransaction(async (tx) => {
    const dossier = await lockToWrite(tx, actor, number, { part: "plan" });
    const saved = await readPlan(tx, dossier.id);
    const plan = edit(saved, dossier.planRevision);
    return { revision: await writePlan(tx, { actor, dossier, saved, plan }) };
  });
}

/** Writes a plan over the saved one of a locked draft, and its history. Returns its revision. */
export async function writePlan(
  tx: Transaction,
  change: { actor: Actor; dossier: Draft; saved: TypedPlan; plan: TypedPlan },
): Promise<number> {
  const { actor, dossier, saved, plan } = change;
  const { id: dossierId } = dossier;
  const revision = dossier.planRevision + 1;
  await writePlanRows(tx, { dossierId, revision, agentId: actor.agentId, saved, plan });
  await recordFact(tx, {
    chain: dossierChain(dossierId),
    actorId: actor.agentId,
    action: "save-plan",
    facts: { revision, lines: plan.lines.length, coFinancers: plan.coFinancers.length },
  });
  return revision;
}

/** Nature and tax are chosen, not typed: anything else than a choice of the form is no choice yet. */
function withKnownChoices(line: TypedLine): TypedLine {
  const nature = line.nature === "T2" || line.nature === "T3" ? line.nature : "";
  const tax = line.tax === "TTC" || line.tax === "HT" ? line.tax : "";
  return { ...line, nature, tax };
}

const withKnownCertainty = (line: TypedCoFinancer): TypedCoFinancer => ({
  ...line,
  certainty: isCertainty(line.certainty) ? line.certainty : "",
});

async function conflict(
  tx: Transaction,
  actor: Actor,
  dossier: Draft,
  saved: TypedPlan,
): Promise<SavedPlan> {
  const last = await tx.answerRevision.findUnique({
    where: {
      dossierId_field_revision: {
        dossierId: dossier.id,
        field: PLAN_HISTORY,
        revision: dossier.planRevision,
      },
    },
  });
  const agent = last && (await tx.agent.findUnique({ where: { id: last.agentId } }));
  return {
    status: "conflict",
    revision: dossier.planRevision,
    ...saved,
    author: agent ? fullName(agent) : "Une autre personne",
    mine: agent?.id === actor.agentId,
    at: (last?.at ?? (await portalNow(tx))).toISOString(),
  };
}
