import type { Actor } from "@/domain/rights/actor";
import { admitWithin, type Settled } from "@/server/admission";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import { lockExamined, transitionContext } from "@/server/examined-dossier";
import { transition } from "@/server/transition";
import type { SetAsideInput } from "../schemas";

export interface AdmitInput extends Settled {
  number: string;
}

/** Declares a dossier admissible. Throws `invalid-input` naming the points left. */
export function admitDossier(actor: Actor, { number, answers, reason }: AdmitInput): Promise<void> {
  return inTransaction((tx) => admitWithin(tx, actor, number, () => ({ answers, reason })));
}

/**
 * Sets a dossier aside before any jury (Livret l.221), with a coded motive for the record and the text the carrier
 * reads. The carrier is told at once: there is no decision to confirm.
 */
export function setAsideDossier(actor: Actor, input: SetAsideInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "assess-admissibility");
    const members = await tx.dossierMember.findMany({ where: { dossierId: dossier.id } });
    // Before the transition: the database wants a motive on a dossier set aside.
    await tx.dossier.update({
      where: { id: dossier.id },
      data: { setAsideMotive: input.explanation },
    });
    await transition(tx, {
      name: "setAside",
      dossier,
      actor,
      context: await transitionContext(tx, dossier),
      facts: { motive: input.motive, explanation: input.explanation },
      notices: members.map(({ agentId }) => ({
        kind: "dossier-set-aside",
        recipientId: agentId,
        dossierId: dossier.id,
        payload: { number: dossier.number },
      })),
    });
    await tx.dossier.update({
      where: { id: dossier.id },
      data: { notifiedAt: await portalNow(tx) },
    });
  });
}
