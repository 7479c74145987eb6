import { randomUUID } from "node:crypto";
import { type Day, parisDay } from "@/domain/calendar";
import { AWAITED_OPINIONS, dueDayRefusal, isDomain } from "@/domain/dossier/opinion";
import { UNDECIDED } from "@/domain/dossier/statuses";
import { BusinessError, notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { tellEnd } from "@/server/end-of-opinion";
import { type ExaminedDossier, lockExamined } from "@/server/examined-dossier";
import { sha256 } from "@/server/fingerprint";
import { notify } from "@/server/notifications";
import { opinionToken } from "@/server/opinion-token";
import type { RequestOpinionInput, RevokeOpinionInput } from "../schemas";

/** Requests awaited on one dossier at a time: a panel, not a consultation. */
const MOST_AWAITED = 20;

/**
 * Asks an expert's opinion on a dossier that waits for its decision. A person receives a link by mail; for a domain, who
 * asks passes the link on. The log has the request's id, never the address.
 */
export function requestOpinion(
  actor: Actor,
  input: RequestOpinionInput,
): Promise<{ address: string }> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "request-opinion");
    requireUndecided(dossier);
    const now = await portalNow(tx);
    const { question, address, dueOn, readers } = input;
    const late = dueDayRefusal(dueOn, parisDay(now));
    if (late) throw refused("dueOn", late);
    await requireRoom(tx, dossier, address);
    const id = randomUUID();
    await tx.expertOpinion.create({
      data: {
        id,
        dossierId: dossier.id,
        question,
        address,
        dueOn: asDate(dueOn),
        readers,
        tokenHash: sha256(opinionToken(id)),
        requestedById: actor.agentId,
      },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "request-opinion",
      facts: { opinionId: id, dueOn, readers },
    });
    if (!isDomain(address)) {
      await notify(tx, [
        {
          kind: "opinion-requested",
          address,
          dossierId: dossier.id,
          payload: { opinionId: id, dueOn, readers, requestedBy: fullName(actor) },
        },
      ]);
    }
    return { address };
  });
}

/** A `date` column holds the Paris day as midnight UTC. */
const asDate = (day: Day) => new Date(`${day}T00:00:00Z`);

function requireUndecided({ status }: ExaminedDossier): void {
  if (UNDECIDED.includes(status)) return;
  throw new BusinessError(
    "changed-meanwhile",
    "Une décision est prise sur ce dossier\u00A0: aucun avis n’est plus demandé.",
  );
}

function refused(path: string, message: string): BusinessError {
  return new BusinessError("invalid-input", "La demande d’avis n’est pas partie.", [
    { path, message },
  ]);
}

async function requireRoom(tx: Transaction, dossier: ExaminedDossier, address: string) {
  const awaited = await tx.expertOpinion.findMany({
    where: { dossierId: dossier.id, status: { in: [...AWAITED_OPINIONS] } },
    select: { address: true },
  });
  if (!isDomain(address) && awaited.some((each) => each.address === address)) {
    throw refused("address", "Un avis est déjà attendu de cette adresse sur ce dossier.");
  }
  if (awaited.length >= MOST_AWAITED) {
    throw refused(
      "address",
      `${MOST_AWAITED} avis sont déjà attendus sur ce dossier\u00A0: retirez-en un d’abord.`,
    );
  }
}

/** Takes a request back while its answer is awaited, with the reason: the expert sees nothing of the dossier any more. */
export function revokeOpinion(actor: Actor, input: RevokeOpinionInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "request-opinion");
    const found = await tx.expertOpinion.findFirst({
      where: { id: input.opinion, dossierId: dossier.id },
    });
    if (!found) throw notFound();
    const { count } = await tx.expertOpinion.updateMany({
      where: { id: found.id, status: { in: [...AWAITED_OPINIONS] } },
      data: { status: "revoked", endedAt: await portalNow(tx), endedReason: input.reason },
    });
    if (count === 0) {
      throw new BusinessError(
        "already-done",
        "Cet avis n’est plus attendu\u00A0: il est remis, décliné ou déjà retiré.",
      );
    }
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "revoke-opinion",
      facts: { opinionId: found.id, reason: input.reason },
    });
    await tellEnd(tx, found);
  });
}
