import { BusinessError } from "@/domain/errors";
import { dossierChain, recordFact } from "@/server/audit";
import type { Transaction } from "@/server/database/client";
import { notify } from "@/server/notifications";
import { teamOf } from "@/server/recipients";

/** A dossier that a sitting is examining, or is about to, stays until it is over. */
export async function requireOutOfSittings(tx: Transaction, dossierId: string): Promise<void> {
  const held = await tx.sessionItem.count({
    where: {
      dossierId,
      formerTheme: null,
      state: { in: ["waiting", "current"] },
      session: { openedAt: { not: null }, endedAt: null },
    },
  });
  if (held === 0) return;
  throw new BusinessError(
    "already-done",
    "Ce dossier est à l’ordre du jour d’une séance ouverte\u00A0: attendez qu’elle soit levée.",
  );
}

/**
 * Takes a dossier that leaves its theme off the agendas to come, its carrier told of a hearing that falls; what sittings
 * already held on it stays theirs, marked as of the former theme.
 */
export async function leaveSittings(
  tx: Transaction,
  { dossierId, actorId, theme }: { dossierId: string; actorId: string; theme: string },
): Promise<void> {
  const items = await tx.sessionItem.findMany({
    where: { dossierId, formerTheme: null, session: { openedAt: null } },
    select: { slotAt: true, heardAt: true, session: { select: { id: true, label: true } } },
  });
  const team = items.length > 0 ? await teamOf(tx, dossierId) : [];
  for (const { session, slotAt, heardAt } of items) {
    const questions = await tx.hearingQuestion.count({
      where: { sessionId: session.id, dossierId },
    });
    await tx.sessionItem.delete({
      where: { sessionId_dossierId: { sessionId: session.id, dossierId } },
    });
    await recordFact(tx, {
      chain: dossierChain(dossierId),
      actorId,
      action: "leave-session",
      facts: { sessionId: session.id, label: session.label, reason: "", questions },
    });
    if (!slotAt || heardAt) continue;
    await notify(
      tx,
      team.map((recipientId) => ({
        kind: "hearing-cancelled" as const,
        recipientId,
        dossierId,
        payload: { startsAt: slotAt.toISOString() },
      })),
    );
  }
  await tx.sessionItem.updateMany({
    where: { dossierId, formerTheme: null },
    data: { formerTheme: theme },
  });
}
