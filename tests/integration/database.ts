import pg from "pg";
import { afterAll, inject } from "vitest";
import { database } from "@/server/database/client";
import type { PrismaClient } from "@/server/database/generated/client";

/**
 * A migrated and empty database of this test file's own, set as `DATABASE_URL` so that commands use it too. Call it once at
 * the top of the file: `const db = await testDatabase();`. It is dropped when the file's tests are over. Named after the
 * process, whose files come one after another: the portal reads its environment once and keeps one client.
 */
export async function testDatabase(): Promise<PrismaClient> {
  const name = `test_${process.pid}`;
  // A process of a former run may have had the same number.
  await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${inject("testTemplate")} STRATEGY FILE_COPY`);
  const address = new URL(inject("testServer"));
  address.pathname = name;
  process.env.DATABASE_URL = address.href;
  const client = database();
  afterAll(async () => {
    await client.$disconnect();
    await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  });
  return client;
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("testServer") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
