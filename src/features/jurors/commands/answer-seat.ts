import { BusinessError, notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { notify } from "@/server/notifications";
import type { AcceptSeatInput, DeclineSeatInput } from "../schemas";

/** Accepts a seat in a jury, with what one knows and how many dossiers one can take. */
export function acceptSeat(actor: Actor, input: AcceptSeatInput): Promise<{ theme: string }> {
  return inTransaction(async (tx) => {
    const seat = await lockInvitation(tx, actor, input.membership);
    const { skills, capacity } = input;
    await tx.juryMembership.update({
      where: { id: seat.id },
      data: { status: "accepted", skills, capacity, answeredAt: await portalNow(tx) },
    });
    await tellAnswer(tx, actor, seat, "accepted");
    return { theme: seat.themeCode };
  });
}

/** Declines a seat, with the reason: those who make up the jury read it. */
export function declineSeat(actor: Actor, input: DeclineSeatInput): Promise<{ theme: string }> {
  return inTransaction(async (tx) => {
    const seat = await lockInvitation(tx, actor, input.membership);
    await tx.juryMembership.update({
      where: { id: seat.id },
      data: { status: "declined", reason: input.reason, answeredAt: await portalNow(tx) },
    });
    await tellAnswer(tx, actor, seat, "declined");
    return { theme: seat.themeCode };
  });
}

interface Invitation {
  id: string;
  themeCode: string;
  invitedById: string;
}

/** The actor's own invitation while it waits. Throws `not-found` for another's, `already-done` once answered or ended. */
async function lockInvitation(tx: Transaction, actor: Actor, id: string): Promise<Invitation> {
  await tx.$queryRaw`SELECT id FROM jury_membership WHERE id = ${id}::uuid FOR UPDATE`;
  const seat = await tx.juryMembership.findFirst({ where: { id, agentId: actor.agentId } });
  if (!seat) throw notFound();
  if (seat.status !== "invited") {
    throw new BusinessError(
      "already-done",
      "Cette invitation a déjà sa réponse, ou elle a été reprise. Rechargez la page.",
    );
  }
  return seat;
}

async function tellAnswer(
  tx: Transaction,
  actor: Actor,
  seat: Invitation,
  answer: "accepted" | "declined",
): Promise<void> {
  await recordFact(tx, {
    chain: GENERAL_CHAIN,
    actorId: actor.agentId,
    action: answer === "accepted" ? "accept-jury-seat" : "decline-jury-seat",
    facts: { membershipId: seat.id, theme: seat.themeCode },
  });
  await notify(tx, [
    {
      kind: "jury-answered",
      recipientId: seat.invitedById,
      payload: { theme: seat.themeCode, name: fullName(actor), answer },
    },
  ]);
}
