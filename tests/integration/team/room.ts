import type { Actor } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import { invitationToken } from "@/server/invitation-token";
import { anActor } from "../../fixtures/world";

/** The secret of the link last sent for a dossier, as its mail writes it. */
export async function sentToken(dossierId: string): Promise<string> {
  const invitation = await database().invitation.findFirstOrThrow({
    where: { dossierId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return invitationToken(invitation);
}

/** A colleague of the carrier's organisation, in the team when an access is given. */
export async function aColleague(
  carrier: Actor,
  dossier?: { id: string },
  access?: "read" | "write" | "file",
): Promise<Actor> {
  const organisation = await database().organisation.findUniqueOrThrow({
    where: { id: carrier.organisation?.id ?? "" },
  });
  const colleague = await anActor(organisation);
  if (dossier && access) await join(dossier, colleague, access);
  return colleague;
}

/** Puts a person in a team. */
export async function join(dossier: { id: string }, person: Actor, access: string): Promise<void> {
  await database().dossierMember.create({
    data: { dossierId: dossier.id, agentId: person.agentId, access },
  });
}

/** Who may do what in a team, by agent. */
export async function accessesOf(dossierId: string): Promise<Record<string, string>> {
  const rows = await database().dossierMember.findMany({ where: { dossierId } });
  return Object.fromEntries(rows.map(({ agentId, access }) => [agentId, access]));
}
