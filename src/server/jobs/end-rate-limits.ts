import "server-only";
import { database } from "../database/client";
import { logger } from "../log";

/** Removes the counts whose window is over. Returns how many. */
export async function removeEndedRateLimits(): Promise<number> {
  const count = await database().$executeRaw`DELETE FROM rate_limit WHERE expire <= now()`;
  logger().info({ event: "ended-rate-limits-removed", count });
  return count;
}
