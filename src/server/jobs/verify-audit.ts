import "server-only";
import { readChain } from "../audit";
import { database } from "../database/client";
import { logger } from "../log";

const PAGE = 500;

export interface Verification {
  chains: number;
  /** Keys of the chains that do not hold. */
  broken: readonly string[];
}

/** Walks every audit chain. A broken one is an error in the logs, with its key: an alert to wire at the host's. */
export async function verifyAuditChains(): Promise<Verification> {
  const broken: string[] = [];
  let chains = 0;
  let after = "";
  for (;;) {
    const keys = await database().auditChain.findMany({
      where: { key: { gt: after } },
      orderBy: { key: "asc" },
      take: PAGE,
      select: { key: true },
    });
    for (const { key } of keys) {
      const { brokenAt } = await readChain(key);
      if (brokenAt === null) continue;
      broken.push(key);
      logger().error({ event: "audit-chain-broken", code: key, count: brokenAt });
    }
    chains += keys.length;
    const last = keys.at(-1);
    if (!last || keys.length < PAGE) break;
    after = last.key;
  }
  logger().info({ event: "audit-chains-verified", count: chains });
  return { chains, broken };
}
