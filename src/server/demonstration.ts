import "server-only";
import { formatDate } from "@/domain/calendar";
import { isBuilding } from "./building";
import { portalNow } from "./clock";
import { isPassing } from "./incident";

/**
 * The day the demonstration lives in, `20 janvier 2021`; null in production, and in pages built before there is a
 * database. A page rendered again while the database is away fails instead, and Next keeps serving the former one.
 */
export async function demonstrationDay(): Promise<string | null> {
  if (process.env.DEMONSTRATION !== "1" || !process.env.DATABASE_URL) return null;
  try {
    return formatDate(await portalNow());
  } catch (error) {
    if (isBuilding() && isPassing(error)) return null;
    throw error;
  }
}
