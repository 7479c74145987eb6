import { lineAmount, type TypedLine } from "@/domain/dossier/funding-plan";
import { canonical } from "@/domain/evidence/canonical";
import { type Actor, fullName } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { lockDraft } from "@/server/team-dossier";
import { readLines } from "../plan-lines";

/** Every state the plan has had is kept in the history of answers, under this name. */
export const PLAN_HISTORY = "plan";

export type SavedPlan =
  | { status: "saved"; revision: number; savedAt: string }
  | { status: "conflict"; revision: number; lines: TypedLine[]; author: string; at: string };

/**
 * Saves the whole plan as typed over the revision it was typed on. A stale revision changes nothing and returns the
 * saved plan, its author and its instant.
 */
export function savePlan(
  actor: Actor,
  input: { number: string; baseRevision: number; lines: readonly TypedLine[] },
): Promise<SavedPlan> {
  const lines = input.lines.map(withKnownChoices);
  return inTransaction(async (tx) => {
    const dossier = await lockDraft(tx, actor, input.number);
    const saved = await readLines(tx, dossier.id);
    const savedAt = dossier.now.toISOString();
    if (canonical(saved) === canonical(lines)) {
      return { status: "saved", revision: dossier.planRevision, savedAt };
    }
    if (input.baseRevision !== dossier.planRevision) {
      return conflict(tx, { id: dossier.id, revision: dossier.planRevision, lines: saved });
    }
    const revision = dossier.planRevision + 1;
    await tx.expenseLine.deleteMany({ where: { dossierId: dossier.id } });
    await tx.expenseLine.createMany({
      data: lines.map((line, position) => ({
        dossierId: dossier.id,
        position,
        label: line.label,
        nature: line.nature,
        year: line.year,
        category: line.category,
        typedAmount: line.typedAmount,
        tax: line.tax,
        taxRate: line.taxRate,
        provider: line.provider,
        seatInFrance: line.seatInFrance,
        innovative: line.innovative,
        nonEuropeanLicence: line.nonEuropeanLicence,
        annualCost: line.annualCost,
        timeShare: line.timeShare,
        months: line.months,
        amount: toBigInt(lineAmount(line)),
      })),
    });
    await tx.dossier.update({ where: { id: dossier.id }, data: { planRevision: revision } });
    await tx.answerRevision.create({
      data: {
        dossierId: dossier.id,
        field: PLAN_HISTORY,
        revision,
        value: lines,
        agentId: actor.agentId,
      },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "save-plan",
      facts: { revision, lines: lines.length },
    });
    return { status: "saved", revision, savedAt };
  });
}

/** Nature and tax are chosen, not typed: anything else than a choice of the form is no choice yet. */
function withKnownChoices(line: TypedLine): TypedLine {
  const nature = line.nature === "T2" || line.nature === "T3" ? line.nature : "";
  const tax = line.tax === "TTC" || line.tax === "HT" ? line.tax : "";
  return { ...line, nature, tax };
}

const toBigInt = (amount: number | null) => (amount === null ? null : BigInt(amount));

async function conflict(
  tx: Transaction,
  saved: { id: string; revision: number; lines: TypedLine[] },
): Promise<SavedPlan> {
  const last = await tx.answerRevision.findUnique({
    where: {
      dossierId_field_revision: {
        dossierId: saved.id,
        field: PLAN_HISTORY,
        revision: saved.revision,
      },
    },
  });
  const agent = last && (await tx.agent.findUnique({ where: { id: last.agentId } }));
  return {
    status: "conflict",
    revision: saved.revision,
    lines: saved.lines,
    author: agent ? fullName(agent) : "Une autre personne",
    at: (last?.at ?? (await portalNow(tx))).toISOString(),
  };
}
