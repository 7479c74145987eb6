import { endOfDay, formatDay, parisDay } from "@/domain/calendar";
import { BusinessError } from "@/domain/errors";
import { centsFromBigInt, formatEuros, parseEuros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import type { ChangeEnvelopeInput, ExtendCallInput } from "../schemas";
import { invalid, onCall, record } from "./kept-call";

/**
 * Puts the closing of an open call off, with a reason: the one date that may still change. Never earlier, and never
 * brought back once it is closed: those who were told it was over would not know.
 */
export function extendCall(actor: Actor, input: ExtendCallInput): Promise<void> {
  return onCall(actor, input.call, async ({ tx, call, now }) => {
    if (!call.opensAt || call.opensAt > now || !call.closesAt || call.closesAt < now) {
      throw new BusinessError(
        "not-open",
        "Seule une ouverture en cours, avec une date de fin, peut être prolongée. Créez une nouvelle ouverture.",
      );
    }
    const closesAt = endOfDay(input.closesOn);
    if (closesAt <= call.closesAt) {
      throw invalid(
        "closesOn",
        `La nouvelle date doit suivre l’actuelle, le ${formatDay(parisDay(call.closesAt))}.`,
      );
    }
    await tx.call.update({ where: { id: call.id }, data: { closesAt } });
    await record(tx, actor, "call-extended", {
      callId: call.id,
      from: call.closesAt.toISOString(),
      to: closesAt.toISOString(),
      reason: input.reason,
    });
  });
}

/**
 * Changes the money of the envelope a call draws on, with a reason, at any time: what is committed is kept. One
 * conditional statement, so that an award made at the same instant is never overdrawn.
 */
export function changeEnvelope(actor: Actor, input: ChangeEnvelopeInput): Promise<void> {
  return onCall(actor, input.call, async ({ tx, call }) => {
    const total = BigInt(parseEuros(input.envelope) ?? 0);
    const before = await tx.envelope.findUniqueOrThrow({ where: { id: call.envelopeId } });
    const count = await tx.$executeRaw`
      UPDATE envelope SET total = ${total} WHERE id = ${call.envelopeId}::uuid AND committed <= ${total}`;
    if (count !== 1) {
      throw invalid(
        "envelope",
        `${formatEuros(centsFromBigInt(before.committed))} sont déjà engagés\u00A0: l’enveloppe ne peut pas descendre plus bas.`,
      );
    }
    await record(tx, actor, "envelope-changed", {
      envelopeId: call.envelopeId,
      callId: call.id,
      from: Number(before.total),
      to: Number(total),
      reason: input.reason,
    });
  });
}
