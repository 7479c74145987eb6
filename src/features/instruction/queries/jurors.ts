import { notFound } from "@/domain/errors";
import { type Actor, type ActorOrganisation, fullName } from "@/domain/rights/actor";
import { conflictGround } from "@/domain/rights/conflicts";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";

export interface AssignedJuror {
  assignmentId: string;
  name: string;
  organisation: string;
  status: "assigned" | "recused" | "abstained";
  ground: string | null;
  since: Date;
}

export interface CandidateJuror {
  agentId: string;
  name: string;
  organisation: string;
  /** Why the portal would recuse them at once. */
  conflict: string | null;
}

/** Grounds the portal imposes by itself, in words; the others are what a person wrote. */
export const GROUND_WORDS: Readonly<Record<string, string>> = {
  "same-organisation": "même organisation que le porteur",
  "same-ministry": "même ministère que le porteur",
  "dossier-team": "membre de l’équipe du dossier",
};

const none = "Sans organisation";

/**
 * Who holds a dossier and who could: never whether a sheet is begun or handed in, which nobody reads before the close.
 * `needsDay` when the call has no session yet. Throws `not-found` out of sight.
 */
export async function readJurors(
  actor: Actor,
  dossier: { id: string; themeCode: string; presentation: number },
): Promise<{ jurors: AssignedJuror[]; candidates: CandidateJuror[]; needsDay: boolean }> {
  const now = await portalNow();
  const [row, agents] = await Promise.all([
    database().dossier.findFirst({
      where: { AND: [{ id: dossier.id }, visibleDossiers(actor, "instruction")] },
      select: {
        roundId: true,
        carrier: { select: { id: true, ministryId: true } },
        coCarriers: { select: { organisation: { select: { id: true, ministryId: true } } } },
        members: { select: { agentId: true } },
        assignments: {
          where: { presentation: dossier.presentation },
          include: { juror: { include: { organisation: true } } },
          orderBy: { assignedAt: "asc" },
        },
        call: {
          select: { sessions: { where: { status: { not: "closed" } }, select: { roundId: true } } },
        },
      },
    }),
    database().agent.findMany({
      where: {
        closedAt: null,
        grants: {
          some: {
            role: "juror",
            startsAt: { lte: now },
            AND: [
              { OR: [{ themeCode: null }, { themeCode: dossier.themeCode }] },
              { OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
            ],
          },
        },
        assignments: { none: { dossierId: dossier.id, presentation: dossier.presentation } },
      },
      include: { organisation: true },
      orderBy: [{ usualName: "asc" }, { givenName: "asc" }],
      take: 100,
    }),
  ]);
  if (!row) throw notFound();
  const carriers = [row.carrier, ...row.coCarriers.map(({ organisation }) => organisation)];
  return {
    needsDay:
      row.roundId === null && !row.call.sessions.some(({ roundId }) => roundId === row.roundId),
    jurors: row.assignments.map(({ id, juror, status, ground, endedAt, assignedAt }) => ({
      assignmentId: id,
      name: fullName(juror),
      organisation: juror.organisation?.name ?? none,
      status: status as AssignedJuror["status"],
      ground,
      since: endedAt ?? assignedAt,
    })),
    candidates: agents.map((agent) => {
      const ground = row.members.some(({ agentId }) => agentId === agent.id)
        ? "dossier-team"
        : agent.organisation
          ? conflictGround(agent.organisation as ActorOrganisation, carriers)
          : null;
      return {
        agentId: agent.id,
        name: fullName(agent),
        organisation: agent.organisation?.name ?? none,
        conflict: ground && (GROUND_WORDS[ground] ?? ground),
      };
    }),
  };
}
