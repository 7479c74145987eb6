import { mayWrite } from "@/domain/dossier/editing";
import { dossierNumber } from "@/domain/dossier/number";
import { type Access, accessRefusal, covers, type InvitedAccess } from "@/domain/dossier/team";
import { notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { type Grouping, groupingOf } from "@/domain/themes/grouping";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { readEditing } from "@/server/editing";
import { visibleDossiers } from "@/server/visibility";

export interface TeamMember {
  agentId: string;
  name: string;
  organisation: string;
  email: string;
  access: Access;
  addedAt: Date;
  /** The account is closed: the person no longer enters. */
  isClosed: boolean;
  isSelf: boolean;
  /** Of the carrier's organisation: may file and lead. */
  mayCommit: boolean;
}

export interface PendingInvitation {
  id: string;
  email: string;
  access: InvitedAccess;
  invitedBy: string;
  expiresAt: Date;
  isExpired: boolean;
}

/** The people of a dossier, as each of them sees the others. */
export interface Team {
  number: string;
  carrier: string;
  /** The dossier is being written: its co-carriers may change. */
  isWritten: boolean;
  /** What the reader may do. */
  own: Access;
  members: readonly TeamMember[];
  invitations: readonly PendingInvitation[];
  coCarriers: readonly { id: string; name: string }[];
  /** What the texts say of several carriers. */
  grouping: Grouping;
}

/** The team of one of the actor's dossiers: the lead first, then by name. Throws `not-found` out of sight. */
export async function readTeam(actor: Actor, number: string): Promise<Team> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const [dossier, now] = await Promise.all([
    database().dossier.findFirst({
      where: { number, ...visibleDossiers(actor, "carrier") },
      select: {
        id: true,
        status: true,
        notifiedAt: true,
        themeCode: true,
        themeVersion: true,
        formVersion: true,
        carrier: { select: { id: true, name: true } },
        members: {
          include: { agent: { include: { organisation: { select: { name: true } } } } },
        },
        invitations: {
          where: { acceptedAt: null, revokedAt: null },
          orderBy: { createdAt: "desc" },
        },
        coCarriers: {
          select: { organisation: { select: { id: true, name: true } } },
          orderBy: { organisation: { name: "asc" } },
        },
      },
    }),
    portalNow(),
  ]);
  if (!dossier) throw notFound();
  const { carrier } = dossier;
  const members = dossier.members.map(({ agent, access, addedAt }) => ({
    agentId: agent.id,
    name: fullName(agent),
    organisation: agent.organisation?.name ?? "Organisation à rattacher",
    email: agent.email,
    access: access as Access,
    addedAt,
    isClosed: agent.closedAt !== null,
    isSelf: agent.id === actor.agentId,
    mayCommit: accessRefusal("lead", agent, carrier) === null,
  }));
  members.sort(
    (one, other) =>
      Number(other.access === "lead") - Number(one.access === "lead") ||
      one.name.localeCompare(other.name, "fr"),
  );
  const inviters = await namesOf(dossier.invitations.map(({ invitedById }) => invitedById));
  const theme = THEMES[dossier.themeCode as ThemeCode];
  return {
    number,
    carrier: carrier.name,
    isWritten: mayWrite(await readEditing(database(), dossier), "co-carriers"),
    own: members.find(({ isSelf }) => isSelf)?.access ?? "read",
    members,
    invitations: dossier.invitations.map((one) => ({
      id: one.id,
      email: one.email,
      access: one.access as InvitedAccess,
      invitedBy: inviters.get(one.invitedById) ?? "",
      expiresAt: one.expiresAt,
      isExpired: one.expiresAt <= now,
    })),
    coCarriers: dossier.coCarriers.map(({ organisation }) => organisation),
    grouping: groupingOf(theme.code, theme.carriersSource),
  };
}

/** One member, for the lead, or oneself. Throws `not-found` for anybody else. */
export async function readMember(
  actor: Actor,
  number: string,
  agentId: string,
): Promise<{ team: Team; member: TeamMember }> {
  const team = await readTeam(actor, number);
  const member = team.members.find((one) => one.agentId === agentId);
  if (!member || !(member.isSelf || covers(team.own, "lead"))) throw notFound();
  return { team, member };
}

async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const agents = await database().agent.findMany({ where: { id: { in: [...ids] } } });
  return new Map(agents.map((agent) => [agent.id, fullName(agent)]));
}
