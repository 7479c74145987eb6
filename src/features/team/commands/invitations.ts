import { randomUUID } from "node:crypto";
import { accessRefusal, INVITATION_DAYS, MOST_SEATS } from "@/domain/dossier/team";
import { BusinessError, notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { imposeConflicts, lockJudges } from "@/server/conflicts";
import { inTransaction, type Transaction } from "@/server/database/client";
import { sha256 } from "@/server/fingerprint";
import { invitationToken } from "@/server/invitation-token";
import { notify } from "@/server/notifications";
import { lockDossier } from "@/server/team-dossier";
import type { InvitationInput, InviteInput } from "../schemas";

const DAY = 86_400_000;
/** Minutes before the same link may be sent again: an address is nobody's target. */
const RESEND_MINUTES = 10;
/** Invitations one person may send in a day, all dossiers together. */
const MOST_A_DAY = 50;

/** A dossier as `lockDossier` opens it. */
type Locked = Awaited<ReturnType<typeof lockDossier>>;

/**
 * Invites an address to the team of a dossier, by its lead: a link valid 14 days, once. Throws `invalid-input` beside the
 * address when it is already in the team or invited, `too-many-requests` past the limits.
 */
export function inviteColleague(actor: Actor, input: InviteInput): Promise<{ email: string }> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, actor, input.number, "lead");
    const { email, access } = input;
    const [members, pending, today] = await Promise.all([
      tx.dossierMember.findMany({
        where: { dossierId: dossier.id },
        select: { agent: { select: { email: true } } },
      }),
      tx.invitation.findMany({
        where: { dossierId: dossier.id, acceptedAt: null, revokedAt: null },
        select: { email: true, expiresAt: true },
      }),
      tx.invitation.count({
        where: {
          invitedById: actor.agentId,
          createdAt: { gt: new Date(dossier.now.getTime() - DAY) },
        },
      }),
    ]);
    const refuse = (message: string) => {
      throw new BusinessError("invalid-input", "L’invitation n’est pas partie.", [
        { path: "email", message },
      ]);
    };
    if (members.some(({ agent }) => agent.email.toLowerCase() === email)) {
      refuse("Cette personne est déjà dans l’équipe\u00A0: changez son accès dans la liste.");
    }
    if (pending.some((one) => one.email === email)) {
      refuse("Cette adresse est déjà invitée\u00A0: renvoyez l’invitation, ou annulez-la d’abord.");
    }
    if (members.length + pending.length >= MOST_SEATS) {
      refuse(
        `Une équipe compte ${MOST_SEATS} personnes au plus, invitations comprises\u00A0: annulez-en une.`,
      );
    }
    if (today >= MOST_A_DAY) {
      throw new BusinessError(
        "too-many-requests",
        `Vous avez envoyé ${MOST_A_DAY} invitations en un jour. Reprenez demain.`,
      );
    }
    const invitation = { id: randomUUID(), expiresAt: expiryFrom(dossier.now) };
    await tx.invitation.create({
      data: {
        ...invitation,
        dossierId: dossier.id,
        email,
        access,
        tokenHash: sha256(invitationToken(invitation)),
        invitedById: actor.agentId,
      },
    });
    await tell(tx, { actor, dossier, invitation: { ...invitation, email, access } });
    return { email };
  });
}

/** Sends a pending or expired invitation again, with a new link and 14 new days: the former link dies. */
export function resendInvitation(actor: Actor, input: InvitationInput): Promise<{ email: string }> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, actor, input.number, "lead");
    const former = await pendingOf(tx, dossier, input.invitationId);
    const sentAt = former.expiresAt.getTime() - INVITATION_DAYS * DAY;
    if (dossier.now.getTime() - sentAt < RESEND_MINUTES * 60_000) {
      throw new BusinessError(
        "too-many-requests",
        `L’invitation est partie il y a moins de ${RESEND_MINUTES} minutes\u00A0: laissez-lui le temps d’arriver.`,
      );
    }
    const invitation = { ...former, expiresAt: expiryFrom(dossier.now) };
    await tx.invitation.update({
      where: { id: former.id },
      data: { expiresAt: invitation.expiresAt, tokenHash: sha256(invitationToken(invitation)) },
    });
    await tell(tx, { actor, dossier, invitation, again: true });
    return { email: former.email };
  });
}

/** Takes an invitation back: its link explains itself and opens nothing. */
export function revokeInvitation(actor: Actor, input: InvitationInput): Promise<{ email: string }> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, actor, input.number, "lead");
    const { id, email } = await pendingOf(tx, dossier, input.invitationId);
    await tx.invitation.update({ where: { id }, data: { revokedAt: dossier.now } });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "revoke-invitation",
      facts: { invitationId: id },
    });
    return { email };
  });
}

/**
 * Joins the team of the dossier a link leads to, once. Whoever holds the link joins, whatever the address it was sent
 * to; filing asks for an agent of the carrier. Throws `not-found` for no link of ours, `too-late` once expired,
 * `already-done` once used, taken back, or when the person is of the team already.
 */
export function acceptInvitation(
  actor: Actor,
  { token }: { token: string },
): Promise<{ number: string }> {
  return inTransaction(async (tx) => {
    const tokenHash = sha256(token);
    const found = await tx.invitation.findUnique({ where: { tokenHash } });
    if (!found) throw notFound();
    // The dossier first, as every command of the team: two acceptances queue here.
    const [{ now } = { now: new Date(0) }] = await tx.$queryRaw<{ now: Date }[]>`
      SELECT guichet_now() AS now FROM dossier WHERE id = ${found.dossierId}::uuid FOR UPDATE`;
    const invitation = await tx.invitation.findUnique({
      where: { tokenHash },
      include: {
        dossier: {
          select: {
            id: true,
            number: true,
            carrier: { select: { id: true, name: true } },
            members: { select: { agentId: true, access: true } },
          },
        },
      },
    });
    if (!invitation) throw notFound();
    const { dossier } = invitation;
    const access = invitation.access as InviteInput["access"];
    const done = (message: string) => new BusinessError("already-done", message);
    if (invitation.acceptedAt) throw done("Cette invitation a déjà servi.");
    if (invitation.revokedAt) throw done("Cette invitation a été annulée par le responsable.");
    if (invitation.expiresAt <= now) {
      throw new BusinessError("too-late", "Cette invitation n’est plus valable.");
    }
    if (dossier.members.some(({ agentId }) => agentId === actor.agentId)) {
      throw done(`Vous êtes déjà dans l’équipe du dossier ${dossier.number}.`);
    }
    const organisationId = actor.organisation?.id ?? null;
    const refusal = accessRefusal(access, { organisationId }, dossier.carrier);
    if (refusal) throw new BusinessError("not-allowed", refusal);
    await lockJudges(tx, dossier.id);
    await tx.invitation.update({
      where: { id: invitation.id },
      data: { acceptedAt: now, acceptedById: actor.agentId },
    });
    await tx.dossierMember.create({
      data: { dossierId: dossier.id, agentId: actor.agentId, access },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "join-team",
      facts: { invitationId: invitation.id, invitedById: invitation.invitedById, access },
    });
    await imposeConflicts(tx, { dossierId: dossier.id });
    const lead = dossier.members.find((member) => member.access === "lead");
    await notify(
      tx,
      lead
        ? [
            {
              kind: "invitation-accepted",
              recipientId: lead.agentId,
              dossierId: dossier.id,
              payload: { name: fullName(actor), access },
            },
          ]
        : [],
    );
    return { number: dossier.number };
  });
}

const expiryFrom = (now: Date) => new Date(now.getTime() + INVITATION_DAYS * DAY);

async function pendingOf(tx: Transaction, dossier: Locked, id: string) {
  const invitation = await tx.invitation.findFirst({ where: { id, dossierId: dossier.id } });
  if (!invitation) throw notFound();
  if (invitation.acceptedAt || invitation.revokedAt) {
    throw new BusinessError("already-done", "Cette invitation a déjà servi ou a été annulée.");
  }
  return invitation;
}

interface Sent {
  actor: Actor;
  dossier: Locked;
  invitation: { id: string; expiresAt: Date; email: string; access: string };
  again?: true;
}

/** The line of the journal and the mail. The address is no name, but it is a person's: the journal has the id alone. */
async function tell(tx: Transaction, { actor, dossier, invitation, again }: Sent): Promise<void> {
  const { id, expiresAt, email, access } = invitation;
  await recordFact(tx, {
    chain: dossierChain(dossier.id),
    actorId: actor.agentId,
    action: again ? "resend-invitation" : "invite",
    facts: { invitationId: id, access },
  });
  await notify(tx, [
    {
      kind: "invitation",
      address: email,
      dossierId: dossier.id,
      payload: {
        invitationId: id,
        expiresAt: expiresAt.toISOString(),
        access,
        invitedBy: fullName(actor),
      },
    },
  ]);
}
