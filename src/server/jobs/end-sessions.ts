import "server-only";
import { database } from "../database/client";
import { logger } from "../log";

/** Removes the rows of sessions past their absolute life: they open nothing any more. Returns how many. */
export async function removeEndedSessions(): Promise<number> {
  const count = await database().$executeRaw`DELETE FROM session WHERE expires_at <= now()`;
  logger().info({ event: "ended-sessions-removed", count });
  return count;
}
