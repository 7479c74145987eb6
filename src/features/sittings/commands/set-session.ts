import { parisDay, wallTime } from "@/domain/calendar";
import type { Actor } from "@/domain/rights/actor";
import { recordFact, sessionChain } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import type { JurySession } from "@/server/database/generated/client";
import { dateOfDay } from "@/server/jury-session";
import { lockSession, requireInPreparation } from "../locked-session";
import type { SettingsInput } from "../schemas";
import { requireToCome } from "./create-session";

/**
 * Sets when, where and how a sitting is held. Once its members are convened, another hour or place makes their
 * convocation and their answer void: they are to be convened again.
 */
export function setSession(actor: Actor, input: SettingsInput): Promise<void> {
  return inTransaction(async (tx) => {
    const session = await lockSession(tx, actor, input.session, "prepare-session");
    requireInPreparation(session);
    requireToCome(input.heldOn, parisDay(await portalNow(tx)));
    const startsAt = wallTime(input.heldOn, input.time);
    if (startsAt === null) throw new RangeError("The schema lets a time in that is none");
    const { place, quorum, slotMinutes } = input;
    await tx.jurySession.update({
      where: { id: session.id },
      data: { heldOn: dateOfDay(input.heldOn), startsAt, place, quorum, slotMinutes },
    });
    const elsewhere = session.place !== place || session.startsAt?.getTime() !== startsAt.getTime();
    if (session.convenedAt && elsewhere) await takeBackConvocations(tx, session);
    await recordFact(tx, {
      chain: sessionChain(session.id),
      actorId: actor.agentId,
      action: "set-session",
      facts: { startsAt: startsAt.toISOString(), place, quorum, slotMinutes },
    });
  });
}

async function takeBackConvocations(tx: Transaction, { id }: JurySession): Promise<void> {
  await tx.jurySession.update({ where: { id }, data: { convocation: { increment: 1 } } });
  await tx.sessionMember.updateMany({
    where: { sessionId: id },
    data: { convenedAt: null, answer: "none", answeredAt: null },
  });
}
