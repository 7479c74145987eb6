import type { Cents } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import type { Transaction } from "@/server/database/client";
import { releaseAward } from "@/server/envelopes";
import { type ExaminedDossier, transitionContext } from "@/server/examined-dossier";
import type { Execution } from "@/server/executions";
import { dropObligations } from "@/server/obligations";
import { transition } from "@/server/transition";

/**
 * Ends a project whose locks the caller holds: what it leaves of its award goes back to the envelopes, nothing more is
 * asked of it, and its dossier is only read. Throws `invalid-input` when more is released than it holds.
 */
export async function endExecution(
  tx: Transaction,
  ending: {
    actor: Actor;
    dossier: ExaminedDossier;
    execution: Execution;
    released: Cents;
    now: Date;
  },
): Promise<void> {
  const { actor, dossier, execution, released, now } = ending;
  const { id: dossierId } = dossier;
  if (released > 0) {
    await releaseAward(tx, { decisionId: execution.decisionId, amount: released });
  }
  await tx.execution.update({
    where: { dossierId },
    data: { closedAt: now, closedById: actor.agentId },
  });
  await dropObligations(tx, dossierId);
  await transition(tx, {
    name: "close",
    dossier,
    actor,
    context: await transitionContext(tx, dossier),
    facts: { released },
  });
}
