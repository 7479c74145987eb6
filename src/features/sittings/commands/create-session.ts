import { formatDay, parisDay } from "@/domain/calendar";
import { BusinessError, notAllowed, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { may } from "@/domain/rights/permissions";
import type { ThemeCode } from "@/domain/themes/types";
import { recordFact, sessionChain } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import { createJurySession } from "@/server/jury-session";
import type { CreateSessionInput } from "../schemas";

/**
 * Opens the next sitting of a call, or of one of its rounds, on the day proposed or another. Its call's row is locked: a
 * dossier entrusted at the same time finds it. Throws `already-done` when one is being prepared.
 */
export function createSession(actor: Actor, input: CreateSessionInput): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const roundId = input.round === "" ? null : input.round;
    await tx.$queryRaw`SELECT id FROM "call" WHERE id = ${input.call}::uuid FOR UPDATE`;
    const call = await tx.call.findUnique({
      where: { id: input.call },
      include: { rounds: { where: { id: roundId ?? input.call } } },
    });
    if (!call || (roundId !== null && call.rounds.length === 0)) throw notFound();
    if (!may(actor, "prepare-session", call.themeCode as ThemeCode)) throw notAllowed();
    requireToCome(input.heldOn, parisDay(await portalNow(tx)));
    const open = await tx.jurySession.count({
      where: { callId: call.id, roundId, openedAt: null, status: { not: "closed" } },
    });
    if (open > 0) {
      throw new BusinessError(
        "already-done",
        "Une séance se prépare déjà pour cette ouverture\u00A0: les dossiers s’y inscrivent.",
      );
    }
    const { id } = await createJurySession(tx, { callId: call.id, roundId, heldOn: input.heldOn });
    await recordFact(tx, {
      chain: sessionChain(id),
      actorId: actor.agentId,
      action: "create-session",
      facts: { callId: call.id, roundId, heldOn: input.heldOn },
    });
    return { id };
  });
}

/** Throws `invalid-input` for a day that is past. */
export function requireToCome(heldOn: CreateSessionInput["heldOn"], today: typeof heldOn): void {
  if (heldOn >= today) return;
  throw new BusinessError("invalid-input", "Le jour de la séance est à revoir.", [
    {
      path: "heldOn",
      message: `La séance ne peut pas être passée\u00A0: choisissez le ${formatDay(today)} ou après.`,
    },
  ]);
}
