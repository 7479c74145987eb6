import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { lockExamined, transitionContext } from "@/server/examined-dossier";
import { transition } from "@/server/transition";
import { visibleDossiers } from "@/server/visibility";

const SCORING = ["under-review", "heard"];

/**
 * Closes the scoring of a dossier, once every juror still assigned has handed in. The dossier's row is locked: no sheet
 * is saved or handed in at the same time, and the guard counts the sheets under that lock. From then on the jury's
 * sheets may be read.
 */
export function closeScoring(actor: Actor, input: { number: string }): Promise<void> {
  return inTransaction((tx) => closeOne(tx, actor, input.number));
}

async function closeOne(tx: Transaction, actor: Actor, number: string): Promise<void> {
  const dossier = await lockExamined(tx, actor, number, "close-scoring");
  await transition(tx, {
    name: "closeScoring",
    dossier,
    actor,
    context: await transitionContext(tx, dossier),
  });
  const sessions = await tx.sessionItem.findMany({ where: { dossierId: dossier.id } });
  for (const { sessionId } of sessions) await endSession(tx, sessionId);
}

/** A session is closed with its last dossier. */
async function endSession(tx: Transaction, sessionId: string): Promise<void> {
  const left = await tx.sessionItem.count({
    where: { sessionId, dossier: { status: { in: SCORING } } },
  });
  if (left > 0) return;
  await tx.jurySession.updateMany({
    where: { id: sessionId, status: { not: "closed" } },
    data: { status: "closed", scoringClosedAt: await portalNow(tx) },
  });
}

/**
 * Closes the scoring of every dossier of a session the actor may see, all or none: the first that is not ready is named
 * and nothing is closed.
 */
export function closeSession(actor: Actor, input: { session: string }): Promise<{ count: number }> {
  return inTransaction(async (tx) => {
    const items = await tx.sessionItem.findMany({
      where: {
        sessionId: input.session,
        dossier: { AND: [visibleDossiers(actor, "instruction"), { status: { in: SCORING } }] },
      },
      include: { dossier: { select: { number: true } } },
      // Always the same order, so that two people closing at once never wait for each other.
      orderBy: { dossierId: "asc" },
    });
    if (items.length === 0) throw notFound();
    for (const { dossier } of items) {
      try {
        await closeOne(tx, actor, dossier.number);
      } catch (error) {
        if (!(error instanceof BusinessError) || error.code === "not-allowed") throw error;
        throw new BusinessError(error.code, `Dossier ${dossier.number}\u00A0: ${error.message}`);
      }
    }
    return { count: items.length };
  });
}
