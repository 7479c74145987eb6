import "server-only";
import type { Role } from "@/domain/rights/actor";
import { portalNow } from "./clock";
import type { Transaction } from "./database/client";

/** Ids of those who hold one of the roles today, for a theme or for all of them. */
export async function roleHolders(
  tx: Transaction,
  roles: readonly Role[],
  ...themes: readonly string[]
): Promise<string[]> {
  const now = await portalNow(tx);
  const grants = await tx.roleGrant.findMany({
    where: {
      role: { in: [...roles] },
      startsAt: { lte: now },
      agent: { closedAt: null },
      AND: [
        { OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
        { OR: [{ themeCode: null }, { themeCode: { in: [...themes] } }] },
      ],
    },
    select: { agentId: true },
    distinct: ["agentId"],
  });
  return grants.map(({ agentId }) => agentId);
}
