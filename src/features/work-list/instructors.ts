import { fullName, type Role } from "@/domain/rights/actor";
import { rolesWith } from "@/domain/rights/permissions";
import type { ThemeCode } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import type { Choice } from "./queries/choices";

/** Whom a dossier may be entrusted to: those whose role examines it from its filing. */
const ROLES: readonly Role[] = rolesWith("assess-admissibility");

/** Neither recused from the dossier nor of its team: whoever has a part in it examines nothing of it. */
export const withoutPartIn = (dossierId: string): Prisma.AgentWhereInput => ({
  assignments: { none: { dossierId, status: "recused" } },
  memberships: { none: { dossierId } },
});

/** The agents who instruct one of these themes now. */
export function instructorsOf(themes: readonly ThemeCode[], now: Date): Prisma.AgentWhereInput {
  return {
    closedAt: null,
    grants: {
      some: {
        role: { in: [...ROLES] },
        startsAt: { lte: now },
        AND: [
          { OR: [{ themeCode: null }, { themeCode: { in: [...themes] } }] },
          { OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
        ],
      },
    },
  };
}

/** What a person is named with. */
export const PERSON = { select: { id: true, givenName: true, usualName: true } } as const;

/** A person as a choice of a list. */
export const personChoice = (agent: {
  id: string;
  givenName: string;
  usualName: string;
}): Choice => ({ value: agent.id, label: fullName(agent) });

/** People as the choices of a list, by name. */
export async function readPeople(where: Prisma.AgentWhereInput): Promise<Choice[]> {
  const agents = await database().agent.findMany({
    where,
    ...PERSON,
    orderBy: [{ usualName: "asc" }, { givenName: "asc" }],
  });
  return agents.map(personChoice);
}
