import type { DossierStatus } from "@/domain/dossier/statuses";
import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import { withinMinistry } from "@/server/database/ministry-sight";
import { notify } from "@/server/notifications";
import { teamOf } from "@/server/recipients";
import { visibleVisas } from "@/server/visibility";
import type { GiveVisaInput } from "../schemas";

/**
 * The answer of a DNUM, once, while it is awaited: one conditional update, so that of two agents, or of an agent and
 * the end of the delay, one alone is heard. Throws `not-found` out of its ministries, `already-done` when a colleague
 * answered or the dossier is withdrawn, `too-late` once the delay has made its silence an information.
 */
export function giveVisa(actor: Actor, input: GiveVisaInput): Promise<{ number: string }> {
  return inTransaction(async (tx) => {
    const { number, answer, reason } = input;
    const visa = await withinMinistry(tx, actor, (narrow) => answerVisa(narrow, actor, input));
    await recordFact(tx, {
      chain: dossierChain(visa.dossierId),
      actorId: actor.agentId,
      action: "give-visa",
      facts: { ministryId: visa.ministryId, requirement: visa.requirement, answer, reason },
    });
    const { dossierId } = visa;
    const team = await teamOf(tx, dossierId);
    await notify(
      tx,
      team.map((recipientId) => ({ kind: "visa-given" as const, recipientId, dossierId })),
    );
    return { number };
  });
}

/** Under the ministry's sight: a visa that is not its own is not even there. */
async function answerVisa(tx: Transaction, actor: Actor, input: GiveVisaInput) {
  const { number, answer, reason } = input;
  const visa = await tx.visa.findFirst({
    where: { AND: [{ dossier: { number } }, visibleVisas(actor)] },
    include: { dossier: { select: { status: true } } },
  });
  if (!visa) throw notFound();
  if ((visa.dossier.status as DossierStatus) === "withdrawn") {
    throw new BusinessError(
      "already-done",
      "Ce dossier est retiré\u00A0: il n’attend plus de visa.",
    );
  }
  const given = await tx.$executeRaw`
    UPDATE visa SET status = ${answer}, reason = ${reason || null}, given_by_id = ${actor.agentId}::uuid,
      given_at = guichet_now()
    WHERE id = ${visa.id}::uuid AND status = 'awaited' AND (tacit_at IS NULL OR guichet_now() <= tacit_at)`;
  if (given === 0) throw await whyNot(tx, visa.id);
  return visa;
}

/** Why the conditional update touched no row. */
async function whyNot(tx: Transaction, id: string): Promise<BusinessError> {
  const { givenById } = await tx.visa.findUniqueOrThrow({ where: { id } });
  return givenById === null
    ? new BusinessError(
        "too-late",
        "Le délai de réponse est passé\u00A0: l’information du porteur est enregistrée, votre avis ne l’a pas été.",
      )
    : new BusinessError(
        "already-done",
        "Une réponse est déjà donnée à ce dossier\u00A0: la vôtre n’a pas été enregistrée. Rechargez la page pour la lire.",
      );
}
