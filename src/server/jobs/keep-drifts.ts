import "server-only";
import { parisDay } from "@/domain/calendar";
import { latestQuarters } from "@/domain/steering/time";
import { portalNow } from "../clock";
import { logger } from "../log";
import { keepDrifts } from "../project-drift";

/** Quarters over which the drift of the funds is compared. */
export const DRIFT_QUARTERS = 4;

/** Keeps the drift of each theme over the latest quarters, for the pages that read the funds as a whole. */
export async function keepLatestDrifts(): Promise<number> {
  const today = parisDay(await portalNow());
  const count = await keepDrifts(latestQuarters(today, DRIFT_QUARTERS));
  logger().info({ event: "drifts-kept", count });
  return count;
}
