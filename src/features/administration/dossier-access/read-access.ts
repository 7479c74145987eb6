import { dossierNumber } from "@/domain/dossier/number";
import { type Access, accessLabel } from "@/domain/dossier/team";
import { type Actor, fullName } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import { administratorOnly } from "../administrator";

export interface AccessMember {
  id: string;
  name: string;
  organisation: string;
  access: string;
  isLead: boolean;
  isClosed: boolean;
}

/** Who enters a dossier, for an administrator: people and accesses, nothing of what the dossier says, its title neither. */
export interface DossierAccess {
  number: string;
  carrier: string;
  members: readonly AccessMember[];
  /** Agents of the carrier who may be given the lead. */
  candidates: readonly { value: string; label: string }[];
  /** The lead's account is open and of the carrier: they can pass it on themselves. */
  leadCanAct: boolean;
}

const MOST_CANDIDATES = 300;

/** The people of a dossier; null for a number nobody has. Throws `not-found` for anybody but an administrator. */
export async function readDossierAccess(
  actor: Actor,
  number: string,
): Promise<DossierAccess | null> {
  administratorOnly(actor);
  if (!dossierNumber.safeParse(number).success) return null;
  const dossier = await database().dossier.findUnique({
    where: { number },
    select: {
      carrier: { select: { id: true, name: true } },
      members: {
        include: { agent: { include: { organisation: { select: { name: true } } } } },
        orderBy: { addedAt: "asc" },
      },
    },
  });
  if (!dossier) return null;
  const { carrier, members } = dossier;
  const lead = members.find(({ access }) => access === "lead");
  const agents = await database().agent.findMany({
    where: {
      organisationId: carrier.id,
      closedAt: null,
      id: { notIn: [actor.agentId, ...(lead ? [lead.agentId] : [])] },
    },
    orderBy: [{ usualName: "asc" }, { givenName: "asc" }],
    take: MOST_CANDIDATES,
  });
  return {
    number,
    carrier: carrier.name,
    members: members.map(({ agent, access }) => ({
      id: agent.id,
      name: fullName(agent),
      organisation: agent.organisation?.name ?? "Organisation à rattacher",
      access: accessLabel(access as Access),
      isLead: access === "lead",
      isClosed: agent.closedAt !== null,
    })),
    candidates: agents.map((agent) => ({
      value: agent.id,
      label: `${fullName(agent)}, ${agent.email}`,
    })),
    leadCanAct:
      lead !== undefined && !lead.agent.closedAt && lead.agent.organisationId === carrier.id,
  };
}
