import { type Day, formatDay, formatMonth, parisDay } from "@/domain/calendar";
import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import type { Transaction } from "@/server/database/client";
import type { ExaminedDossier } from "@/server/examined-dossier";

/** A `date` column holds the Paris day as midnight UTC. */
const asDate = (day: Day) => new Date(`${day}T00:00:00Z`);

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
      status: { not: "closed" },
      openedAt: null,
    },
    orderBy: { heldOn: "asc" },
  });
  const session = open ?? (await openSession(tx, dossier, heldOn));
  const position = await tx.sessionItem.count({ where: { sessionId: session.id } });
  await tx.sessionItem.create({
    data: {
      sessionId: session.id,
      dossierId: dossier.id,
      presentation: dossier.presentation,
      position: position + 1,
    },
  });
  await tx.jurySession.updateMany({
    where: { id: session.id, status: "preparing" },
    data: { status: "scoring" },
  });
  await recordFact(tx, {
    chain: dossierChain(dossier.id),
    actorId: actor.agentId,
    action: "join-session",
    facts: { sessionId: session.id, label: session.label, heldOn: dayOf(session.heldOn) },
  });
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10) as Day;

async function openSession(tx: Transaction, dossier: ExaminedDossier, heldOn: Day | undefined) {
  const call = await tx.call.findUniqueOrThrow({ where: { id: dossier.callId } });
  const round =
    dossier.roundId && (await tx.round.findUniqueOrThrow({ where: { id: dossier.roundId } }));
  const day = round ? dayOf(round.juryOn) : heldOn;
  const now = parisDay(await portalNow(tx));
  if (day === undefined) throw wrongDay("Choisissez le jour de la séance du jury.");
  if (!round && day < now) {
    throw wrongDay(
      `La séance ne peut pas être passée\u00A0: choisissez le ${formatDay(now)} ou après.`,
    );
  }
  return tx.jurySession.create({
    data: {
      themeCode: dossier.themeCode,
      callId: dossier.callId,
      roundId: dossier.roundId,
      label: round
        ? `Jury ${dossier.themeCode} de ${formatMonth(round.month)}`
        : `Jury, ${call.label}`,
      heldOn: asDate(day),
    },
  });
}

function wrongDay(message: string): BusinessError {
  return new BusinessError("invalid-input", "Le jour de la séance est à revoir.", [
    { path: "heldOn", message },
  ]);
}
