import { formatDay, parisDay } from "@/domain/calendar";
import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { presence } from "@/domain/sitting/attendance";
import { recordFact, sessionChain } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import { dayOfDate } from "@/server/jury-session";
import { lockSession, requireOpen } from "../locked-session";
import type { AttendanceInput, SessionInput } from "../schemas";

/** Opens a sitting, from its day on, once its members are convened. */
export function openSitting(actor: Actor, input: SessionInput): Promise<void> {
  return inTransaction(async (tx) => {
    const session = await lockSession(tx, actor, input.session, "keep-session");
    if (session.openedAt) {
      throw new BusinessError("already-done", "La séance est déjà ouverte.");
    }
    if (!session.convenedAt) {
      throw new BusinessError(
        "incomplete",
        "Les membres ne sont pas convoqués\u00A0: la séance ne peut pas s’ouvrir.",
      );
    }
    const now = await portalNow(tx);
    const day = dayOfDate(session.heldOn);
    if (parisDay(now) < day) {
      throw new BusinessError(
        "not-open",
        `La séance est prévue le ${formatDay(day)}\u00A0: elle ne s’ouvre pas avant ce jour.`,
      );
    }
    await tx.jurySession.update({ where: { id: session.id }, data: { openedAt: now } });
    await recordFact(tx, {
      chain: sessionChain(session.id),
      actorId: actor.agentId,
      action: "open-sitting",
      facts: { quorum: session.quorum },
    });
  });
}

/** Somebody comes in or leaves. What is known already is not written twice. */
export function recordAttendance(actor: Actor, input: AttendanceInput): Promise<void> {
  return inTransaction(async (tx) => {
    const session = await lockSession(tx, actor, input.session, "keep-session");
    requireOpen(session);
    const member = await tx.sessionMember.count({
      where: { sessionId: session.id, agentId: input.agent },
    });
    if (member === 0) throw notFound();
    const events = await tx.attendanceEvent.findMany({
      where: { sessionId: session.id, agentId: input.agent },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    const present = input.present === "oui";
    if (presence(events).has(input.agent) === present) return;
    await tx.attendanceEvent.create({
      data: {
        sessionId: session.id,
        agentId: input.agent,
        present,
        recordedById: actor.agentId,
      },
    });
  });
}

/** Ends a sitting: no item is under examination and no vote is open; what was not examined is adjourned. */
export function endSitting(actor: Actor, input: SessionInput): Promise<void> {
  return inTransaction(async (tx) => {
    const session = await lockSession(tx, actor, input.session, "keep-session");
    requireOpen(session);
    const [current, open] = [
      await tx.sessionItem.count({ where: { sessionId: session.id, state: "current" } }),
      await tx.vote.count({ where: { sessionId: session.id, closedAt: null } }),
    ];
    if (current > 0) {
      throw new BusinessError(
        "incomplete",
        "Un dossier est en cours d’examen\u00A0: terminez-le ou ajournez-le, puis levez la séance.",
      );
    }
    if (open > 0) {
      throw new BusinessError(
        "incomplete",
        "Un vote est ouvert\u00A0: closez-le ou annulez-le, puis levez la séance.",
      );
    }
    await tx.sessionItem.updateMany({
      where: { sessionId: session.id, state: "waiting" },
      data: { state: "adjourned" },
    });
    await tx.jurySession.update({
      where: { id: session.id },
      data: { endedAt: await portalNow(tx), turnEndsAt: null },
    });
    await recordFact(tx, {
      chain: sessionChain(session.id),
      actorId: actor.agentId,
      action: "end-sitting",
      facts: {},
    });
  });
}
