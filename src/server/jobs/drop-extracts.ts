import "server-only";
import { database } from "../database/client";
import { logger } from "../log";

/** Forgets the extracts received and not entered for a week: whoever needs one sends it again. Returns how many. */
export async function dropOldExtracts(): Promise<number> {
  const count = await database().$executeRaw`
    DELETE FROM accounting_extract WHERE received_at < guichet_now() - interval '7 days'`;
  logger().info({ event: "extracts-dropped", count });
  return count;
}
