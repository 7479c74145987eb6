import "server-only";
import { type Day, formatMonth } from "@/domain/calendar";
import type { Transaction } from "./database/client";
import type { JurySession } from "./database/generated/client";

/** A `date` column holds the Paris day as midnight UTC. */
export const dateOfDay = (day: Day) => new Date(`${day}T00:00:00Z`);
export const dayOfDate = (date: Date) => date.toISOString().slice(0, 10) as Day;

/** Opens the sitting of a call, and of its round where it has some. Its row, or its call's, is locked by the caller. */
export async function createJurySession(
  tx: Transaction,
  input: { callId: string; roundId: string | null; heldOn: Day },
): Promise<JurySession> {
  const { callId, roundId, heldOn } = input;
  const call = await tx.call.findUniqueOrThrow({ where: { id: callId } });
  const round = roundId ? await tx.round.findUniqueOrThrow({ where: { id: roundId } }) : null;
  return tx.jurySession.create({
    data: {
      themeCode: call.themeCode,
      callId,
      roundId,
      label: round
        ? `Jury ${call.themeCode} de ${formatMonth(round.month)}`
        : `Jury, ${call.label}`,
      heldOn: dateOfDay(heldOn),
    },
  });
}

/** Puts a dossier last on the agenda of a sitting. */
export async function putOnAgenda(
  tx: Transaction,
  sessionId: string,
  dossier: { id: string; presentation: number },
): Promise<void> {
  const { _max: last } = await tx.sessionItem.aggregate({
    where: { sessionId },
    _max: { position: true },
  });
  await tx.sessionItem.create({
    data: {
      sessionId,
      dossierId: dossier.id,
      presentation: dossier.presentation,
      position: (last.position ?? 0) + 1,
    },
  });
}
