import { type Actor, fullName, type Role } from "@/domain/rights/actor";
import { may } from "@/domain/rights/permissions";
import type { Capacity } from "@/domain/sitting/quorum";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";

/** Agents who hold a role on a theme at this instant. */
export function mayHold(role: Role, themeCode: string, now: Date): Prisma.AgentWhereInput {
  return {
    closedAt: null,
    grants: {
      some: {
        role,
        startsAt: { lte: now },
        AND: [
          { OR: [{ themeCode: null }, { themeCode }] },
          { OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
        ],
      },
    },
  };
}

export interface Candidate {
  agentId: string;
  name: string;
  organisation: string;
  /** As a juror: a dossier of the agenda is entrusted to them. */
  entrusted: boolean;
  /** A member already, in this capacity. */
  member: boolean;
}

export type Candidates = Record<Capacity, Candidate[]>;

const ROLES: Record<Capacity, Role> = { juror: "juror", chair: "chair", secretary: "secretary" };

/** Who may sit in a session, by capacity; null for those who do not compose it. */
export async function readCandidates(
  actor: Actor,
  session: { id: string; themeCode: string },
): Promise<Candidates | null> {
  if (!may(actor, "prepare-session", session.themeCode as ThemeCode)) return null;
  const now = await portalNow();
  const [juror, chair, secretary] = await Promise.all(
    (["juror", "chair", "secretary"] as const).map(async (capacity) => {
      const agents = await database().agent.findMany({
        where: {
          OR: [
            mayHold(ROLES[capacity], session.themeCode, now),
            { sittings: { some: { sessionId: session.id, capacity } } },
          ],
        },
        include: {
          organisation: { select: { name: true } },
          sittings: { where: { sessionId: session.id } },
          assignments: {
            where: {
              status: "assigned",
              dossier: { sessionItems: { some: { sessionId: session.id } } },
            },
            select: { id: true },
            take: 1,
          },
        },
        orderBy: [{ usualName: "asc" }, { givenName: "asc" }],
        take: 100,
      });
      return agents.map((agent) => ({
        agentId: agent.id,
        name: fullName(agent),
        organisation: agent.organisation?.name ?? "Sans organisation",
        entrusted: capacity === "juror" && agent.assignments.length > 0,
        member: agent.sittings.some((each) => each.capacity === capacity),
      }));
    }),
  );
  return { juror: juror ?? [], chair: chair ?? [], secretary: secretary ?? [] };
}
