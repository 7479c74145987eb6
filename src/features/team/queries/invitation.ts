import { type Access, accessRefusal } from "@/domain/dossier/team";
import { type Actor, fullName } from "@/domain/rights/actor";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { sha256 } from "@/server/fingerprint";

interface Offer {
  number: string;
  title: string;
  themeCode: string;
  carrier: string;
  invitedBy: string;
  access: Access;
  expiresAt: Date;
}

/** What a link of invitation leads to, for who opens it. */
export type InvitationView =
  | { state: "open"; offer: Offer }
  /** Filing is for the carrier's agents: why, and who may invite again. */
  | { state: "not-mandated"; offer: Offer; refusal: string }
  /** Already of the team, by this link or otherwise. */
  | { state: "member"; number: string }
  | { state: "expired" | "revoked" | "used"; invitedBy: string }
  | { state: "unknown" };

/** Reads an invitation by the token of its link: whoever holds it may know which dossier, who invites and what for. */
export async function readInvitation(actor: Actor, token: string): Promise<InvitationView> {
  const [row, now] = await Promise.all([
    database().invitation.findUnique({
      where: { tokenHash: sha256(token) },
      include: {
        dossier: {
          select: {
            number: true,
            title: true,
            themeCode: true,
            carrier: { select: { id: true, name: true } },
            members: { where: { agentId: actor.agentId }, select: { access: true } },
          },
        },
      },
    }),
    portalNow(),
  ]);
  if (!row) return { state: "unknown" };
  const { dossier, expiresAt } = row;
  if (dossier.members.length > 0) return { state: "member", number: dossier.number };
  const inviter = await database().agent.findUniqueOrThrow({ where: { id: row.invitedById } });
  const invitedBy = fullName(inviter);
  if (row.acceptedAt) return { state: "used", invitedBy };
  if (row.revokedAt) return { state: "revoked", invitedBy };
  if (expiresAt <= now) return { state: "expired", invitedBy };
  const access = row.access as Access;
  const offer = {
    number: dossier.number,
    title: dossier.title,
    themeCode: dossier.themeCode,
    carrier: dossier.carrier.name,
    invitedBy,
    access,
    expiresAt,
  };
  const organisationId = actor.organisation?.id ?? null;
  const refusal = accessRefusal(access, { organisationId }, dossier.carrier);
  return refusal ? { state: "not-mandated", offer, refusal } : { state: "open", offer };
}
