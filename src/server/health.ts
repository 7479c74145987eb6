import "server-only";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { database } from "./database/client";

/** Key of the setting that the worker writes. */
const HEARTBEAT = "worker-heartbeat";

/** Seconds without a sign after which the worker is held to be stopped. */
const HEARTBEAT_LIMIT = 60;

/** Milliseconds after which a check that does not answer has failed: a probe must not wait behind a closing night. */
const PATIENCE = 3_000;

export type CheckResult = "ok" | "failed";

export interface Readiness {
  ready: boolean;
  checks: { database: CheckResult; migrations: CheckResult; worker: CheckResult };
}

/**
 * Whether requests may be sent here. Not ready without the database or with migrations to apply; a worker that is stopped
 * delays mail and antivirus, prevents no filing, and is told without refusing requests.
 */
export async function readiness(): Promise<Readiness> {
  const [reached, migrated, alive] = await Promise.all([
    check(databaseAnswers),
    check(migrationsApplied),
    check(workerAlive),
  ]);
  return {
    ready: reached === "ok" && migrated === "ok",
    checks: { database: reached, migrations: migrated, worker: alive },
  };
}

/** Written by the worker, every few seconds. */
export async function recordHeartbeat(): Promise<void> {
  await database().$executeRaw`
    INSERT INTO setting (key, value, updated_at) VALUES (${HEARTBEAT}, '', clock_timestamp())
    ON CONFLICT (key) DO UPDATE SET updated_at = excluded.updated_at`;
}

async function check(passes: () => Promise<boolean>): Promise<CheckResult> {
  const late = AbortSignal.timeout(PATIENCE);
  const timeout = new Promise<boolean>((resolve) => {
    late.addEventListener("abort", () => resolve(false), { once: true });
  });
  const passed = await Promise.race([passes().catch(() => false), timeout]);
  return passed ? "ok" : "failed";
}

async function databaseAnswers(): Promise<boolean> {
  await database().$queryRaw`SELECT 1`;
  return true;
}

/** Every migration shipped with this version is applied; a newer database is fine, during a deployment. */
async function migrationsApplied(): Promise<boolean> {
  const directory = path.join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations");
  const entries = await readdir(directory, { withFileTypes: true });
  const shipped = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const rows = await database().$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const applied = new Set(rows.map(({ name }) => name));
  return shipped.every((name) => applied.has(name));
}

async function workerAlive(): Promise<boolean> {
  const rows = await database().$queryRaw<{ age: number }[]>`
    SELECT extract(epoch FROM clock_timestamp() - updated_at)::float8 AS age
    FROM setting WHERE key = ${HEARTBEAT}`;
  const age = rows[0]?.age;
  return age !== undefined && age < HEARTBEAT_LIMIT;
}
