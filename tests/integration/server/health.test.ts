import { expect, test } from "vitest";
import { readiness, recordHeartbeat } from "@/server/health";
import { testDatabase } from "../database";

const db = await testDatabase();

test("ready with a migrated database, whether the worker lives or not", async () => {
  expect(await readiness()).toEqual({
    ready: true,
    checks: { database: "ok", migrations: "ok", worker: "failed" },
  });
});

test("the worker lives while its last sign is recent", async () => {
  await recordHeartbeat();
  expect((await readiness()).checks.worker).toBe("ok");
  await db.$executeRaw`UPDATE setting SET updated_at = clock_timestamp() - interval '2 minutes'`;
  expect((await readiness()).checks.worker).toBe("failed");
});

test("not ready while a migration of this version is not applied", async () => {
  await db.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL`;
  expect(await readiness()).toMatchObject({
    ready: false,
    checks: { database: "ok", migrations: "failed" },
  });
});
