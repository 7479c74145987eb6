import { accessRefusal } from "@/domain/dossier/team";
import { BusinessError, notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { imposeConflicts, lockJudges } from "@/server/conflicts";
import { inTransaction, type Transaction } from "@/server/database/client";
import { notify } from "@/server/notifications";
import { requireAdministrator } from "../administrator";
import type { RestoreLeadInput } from "./schemas";

/**
 * Gives the lead of a dossier to an agent of its carrier when nobody else can, with a reason that its team reads. The
 * former lead keeps on writing, or only reads once their account is closed or they have left the carrier. Throws
 * `two-people-required` when administrators name themselves.
 */
export async function restoreLead(
  actor: Actor,
  input: RestoreLeadInput,
): Promise<{ number: string }> {
  requireAdministrator(actor);
  if (input.agentId === actor.agentId) {
    throw new BusinessError(
      "two-people-required",
      "Vous ne pouvez pas vous nommer responsable\u00A0: un autre administrateur doit le faire.",
    );
  }
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM dossier WHERE number = ${input.number} FOR UPDATE`;
    const dossier = await tx.dossier.findUnique({
      where: { number: input.number },
      include: { carrier: true, members: { include: { agent: true } } },
    });
    const agent = await tx.agent.findUnique({ where: { id: input.agentId } });
    if (!dossier || !agent) throw notFound();
    const { carrier, members } = dossier;
    const refusal = agent.closedAt
      ? "Le compte de cette personne est fermé\u00A0: choisissez quelqu’un d’autre."
      : accessRefusal("lead", agent, carrier);
    if (refusal) throw new BusinessError("not-allowed", refusal);
    await lockJudges(tx, dossier.id);
    const former = members.find(({ access }) => access === "lead");
    if (former?.agentId === agent.id) {
      throw new BusinessError("already-done", "Cette personne est déjà responsable du dossier.");
    }
    if (former) {
      const stays = !former.agent.closedAt && former.agent.organisationId === carrier.id;
      await setAccess(
        tx,
        { dossierId: dossier.id, agentId: former.agentId },
        stays ? "write" : "read",
      );
    }
    await setAccess(tx, { dossierId: dossier.id, agentId: agent.id }, "lead");
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "restore-lead",
      facts: { agentId: agent.id, formerId: former?.agentId ?? null, reason: input.reason },
    });
    await imposeConflicts(tx, { dossierId: dossier.id });
    const told = new Set([...members.map(({ agentId }) => agentId), agent.id]);
    await notify(
      tx,
      [...told].map((recipientId) => ({
        kind: "access-restored",
        recipientId,
        dossierId: dossier.id,
        payload: { name: fullName(agent), reason: input.reason },
      })),
    );
    return { number: dossier.number };
  });
}

async function setAccess(
  tx: Transaction,
  member: { dossierId: string; agentId: string },
  access: "lead" | "write" | "read",
): Promise<void> {
  await tx.dossierMember.upsert({
    where: { dossierId_agentId: member },
    create: { ...member, access },
    update: { access },
  });
}
