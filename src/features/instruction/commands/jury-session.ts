import { type Day, formatDay, parisDay } from "@/domain/calendar";
import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import type { Transaction } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import type { ExaminedDossier } from "@/server/examined-dossier";
import { createJurySession, dayOfDate, putOnAgenda } from "@/server/jury-session";

/** Sittings still to be held that a dossier may join: never the one of its former presentation, held or not. */
export const opensTo = (dossierId: string) =>
  ({
    status: { not: "closed" },
    openedAt: null,
    items: { none: { dossierId } },
  }) satisfies Prisma.JurySessionWhereInput;

/**
 * Gives the dossier its place in the session of its call and round that is not held yet, or opens one. A round knows
 * its day; for another call the person gives it, as no text does. The first dossier of a session locks its call's row,
 * so that two assignments at once open one session.
 */
export async function joinSession(
  tx: Transaction,
  actor: Actor,
  dossier: ExaminedDossier,
  heldOn: Day | undefined,
): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "call" WHERE id = ${dossier.callId}::uuid FOR UPDATE`;
  const open = await tx.jurySession.findFirst({
    where: {
      callId: dossier.callId,
      roundId: dossier.roundId,
      ...opensTo(dossier.id),
    },
    orderBy: { heldOn: "asc" },
  });
  const session = open ?? (await openSession(tx, dossier, heldOn));
  await putOnAgenda(tx, session.id, dossier);
  await tx.jurySession.updateMany({
    where: { id: session.id, status: "preparing" },
    data: { status: "scoring" },
  });
  await recordFact(tx, {
    chain: dossierChain(dossier.id),
    actorId: actor.agentId,
    action: "join-session",
    facts: { sessionId: session.id, label: session.label, heldOn: dayOfDate(session.heldOn) },
  });
}

async function openSession(tx: Transaction, dossier: ExaminedDossier, heldOn: Day | undefined) {
  const { callId, roundId } = dossier;
  const round = roundId && (await tx.round.findUniqueOrThrow({ where: { id: roundId } }));
  const day = round ? dayOfDate(round.juryOn) : heldOn;
  const now = parisDay(await portalNow(tx));
  if (day === undefined) throw wrongDay("Choisissez le jour de la séance du jury.");
  if (!round && day < now) {
    throw wrongDay(
      `La séance ne peut pas être passée\u00A0: choisissez le ${formatDay(now)} ou après.`,
    );
  }
  return createJurySession(tx, { callId, roundId, heldOn: day });
}

function wrongDay(message: string): BusinessError {
  return new BusinessError("invalid-input", "Le jour de la séance est à revoir.", [
    { path: "heldOn", message },
  ]);
}
