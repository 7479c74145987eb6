import "server-only";
import { database } from "./database/client";
import { environment } from "./environment";

/**
 * Ends the process, with one sentence, when a variable is missing or wrong, or when the database may lose what it has
 * acknowledged. A database that is away is no reason: pages say so until it comes back.
 */
export async function checkBeforeServing(): Promise<void> {
  try {
    environment();
  } catch (error) {
    refuseToStart(error instanceof Error ? error.message : String(error));
  }
  const unsafe = await unsafeSettings().catch(() => []);
  if (unsafe.length > 0) {
    refuseToStart(
      `Set ${unsafe.join(" and ")} to “on” in PostgreSQL: a receipt is given only for what is on disk.`,
    );
  }
}

/** Names of the durability settings that are off. */
async function unsafeSettings(): Promise<string[]> {
  const rows = await database().$queryRaw<{ name: string }[]>`
    SELECT name FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting = 'off'`;
  return rows.map(({ name }) => name);
}

function refuseToStart(sentence: string): never {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}
