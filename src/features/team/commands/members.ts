import { type Access, accessRefusal } from "@/domain/dossier/team";
import { BusinessError, notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import { notify } from "@/server/notifications";
import { lockDossier } from "@/server/team-dossier";
import type { ChangeAccessInput, LeaveTeamInput, MemberInput } from "../schemas";

type Locked = Awaited<ReturnType<typeof lockDossier>>;
type Result = Promise<{ number: string }>;

/** Gives another member another access, by the lead. Leading passes by a transfer alone. */
export function changeAccess(actor: Actor, input: ChangeAccessInput): Result {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, actor, input.number, "lead");
    const member = await otherMember(tx, { actor, dossier, agentId: input.agentId });
    if (member.access === input.access) return { number: dossier.number };
    await requireOwn(tx, { access: input.access, member, dossier });
    await setAccess(tx, dossier, member.agentId, input.access);
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "change-access",
      facts: {
        agentId: member.agentId,
        from: member.access,
        to: input.access,
      },
    });
    return { number: dossier.number };
  });
}

/** Takes a member off the team, by the lead, and tells them. What they wrote stays, with their name. */
export function removeMember(actor: Actor, input: MemberInput): Result {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, actor, input.number, "lead");
    const { agentId } = await otherMember(tx, { actor, dossier, agentId: input.agentId });
    await takeOff(tx, dossier, agentId);
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "remove-member",
      facts: { agentId },
    });
    await notify(tx, [{ kind: "member-removed", recipientId: agentId, dossierId: dossier.id }]);
    return { number: dossier.number };
  });
}

/** Leaves the team. The lead leaves once another leads: throws `not-allowed` before. */
export function leaveTeam(actor: Actor, input: LeaveTeamInput): Result {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, actor, input.number, "read");
    if (dossier.members[0]?.access === "lead") {
      throw new BusinessError(
        "not-allowed",
        "Vous êtes responsable du dossier\u00A0: transmettez-le d’abord à un autre membre de l’équipe.",
      );
    }
    await takeOff(tx, dossier, actor.agentId);
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "leave-team",
      facts: {},
    });
    return { number: dossier.number };
  });
}

/**
 * Gives the lead to another member of the carrier's organisation, by the lead, who goes on writing. Of two transfers at
 * once the second is refused: whoever asks no longer leads.
 */
export function transferLead(actor: Actor, input: MemberInput): Result {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, actor, input.number, "lead");
    const member = await otherMember(tx, { actor, dossier, agentId: input.agentId });
    await requireOwn(tx, { access: "lead", member, dossier });
    // The former first: the index lets one lead at a time.
    await setAccess(tx, dossier, actor.agentId, "write");
    await setAccess(tx, dossier, member.agentId, "lead");
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "transfer-lead",
      facts: { agentId: member.agentId },
    });
    const team = await tx.dossierMember.findMany({ where: { dossierId: dossier.id } });
    await notify(
      tx,
      team
        .filter(({ agentId }) => agentId !== actor.agentId)
        .map(({ agentId }) => ({
          kind: "lead-transferred",
          recipientId: agentId,
          dossierId: dossier.id,
          payload: { name: fullName(member.agent) },
        })),
    );
    return { number: dossier.number };
  });
}

interface Sought {
  actor: Actor;
  dossier: Locked;
  agentId: string;
}

/** A member of the team who is not the one who asks. */
async function otherMember(tx: Transaction, { actor, dossier, agentId }: Sought) {
  const member = await tx.dossierMember.findUnique({
    where: { dossierId_agentId: { dossierId: dossier.id, agentId } },
    include: { agent: true },
  });
  if (!member) throw notFound();
  if (agentId === actor.agentId) {
    throw new BusinessError(
      "not-allowed",
      "Vous êtes responsable du dossier\u00A0: transmettez-le à un autre membre pour changer votre accès.",
    );
  }
  return member;
}

type Member = Awaited<ReturnType<typeof otherMember>>;

/** Filing and leading are for the carrier's own agents, whose account is open. */
async function requireOwn(
  tx: Transaction,
  { access, member, dossier }: { access: Access; member: Member; dossier: Locked },
): Promise<void> {
  const carrier = await tx.organisation.findUniqueOrThrow({ where: { id: dossier.carrierId } });
  const refusal = accessRefusal(access, member.agent, carrier);
  if (refusal) throw new BusinessError("not-allowed", refusal);
  if (access === "lead" && member.agent.closedAt) {
    throw new BusinessError(
      "not-allowed",
      "Le compte de cette personne est fermé\u00A0: choisissez quelqu’un d’autre.",
    );
  }
}

async function setAccess(tx: Transaction, { id }: Locked, agentId: string, access: Access) {
  const where = { dossierId_agentId: { dossierId: id, agentId } };
  await tx.dossierMember.update({ where, data: { access } });
}

/** Off the team, and no longer shown as present. */
async function takeOff(tx: Transaction, { id }: Locked, agentId: string) {
  await tx.dossierMember.delete({ where: { dossierId_agentId: { dossierId: id, agentId } } });
  await tx.dossierPresence.deleteMany({ where: { dossierId: id, agentId } });
}
