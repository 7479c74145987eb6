import type { Role } from "@/domain/rights/actor";
import { rolesWith } from "@/domain/rights/permissions";
import type { ThemeCode } from "@/domain/themes/types";
import type { Prisma } from "@/server/database/generated/client";

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
