import { expect, inject, test } from "vitest";
import { applyMigrations, pendingChanges } from "../../scripts/database/schema-engine";
import { testDatabase } from "./database";

const db = await testDatabase();

test("the migrations give exactly the tables of schema.prisma", async () => {
  expect(await pendingChanges(inject("testServer"))).toBe("");
});

test("migrating a migrated database changes nothing", async () => {
  expect(await applyMigrations(process.env.DATABASE_URL ?? "")).toEqual([]);
});

test("every migration is recorded as finished, as prisma migrate deploy does", async () => {
  const rows = await db.$queryRaw<{ finished: boolean }[]>`
    SELECT finished_at IS NOT NULL AS finished FROM _prisma_migrations`;
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.finished)).toBe(true);
});
