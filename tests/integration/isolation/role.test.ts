import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { applyMigrations } from "../../../scripts/database/schema-engine";
import { Sentence } from "../../../scripts/runtime/sentence";

/** As on a managed PostgreSQL: the account owns its database, and may neither create roles nor go round policies. */
const account = `managed_${randomBytes(6).toString("hex")}`;
const url = new URL(inject("testServer"));
const server = new pg.Client({ connectionString: url.href });

beforeAll(async () => {
  await server.connect();
  await server.query(`CREATE ROLE ${account} LOGIN PASSWORD 'managed'`);
  await server.query(`CREATE DATABASE ${account} OWNER ${account}`);
  Object.assign(url, { username: account, password: "managed", pathname: account });
});

afterAll(async () => {
  await server.query(`DROP DATABASE ${account} WITH (FORCE)`);
  await server.query(`REVOKE guichet_ministry FROM ${account}`);
  await server.query(`DROP ROLE ${account}`);
  await server.end();
});

async function asAccount<Row extends pg.QueryResultRow>(...statements: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) rows = (await client.query<Row>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

test("an account that may not take the role is told what to ask, and nothing is begun", async () => {
  const refused = applyMigrations(url.href);
  await expect(refused).rejects.toBeInstanceOf(Sentence);
  await expect(refused).rejects.toThrow(`“GRANT guichet_ministry TO "${account}";” once`);
  const [row] = await asAccount(
    "SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public'",
  );
  expect(row).toEqual({ tables: 0 });
});

test("once it is given, the migrations pass, the owner sees all and the role its ministry", async () => {
  await server.query(`GRANT guichet_ministry TO ${account}`);
  expect((await applyMigrations(url.href)).length).toBeGreaterThan(20);
  await asAccount(
    "INSERT INTO organisation (id, kind, name, siret) VALUES (gen_random_uuid(), 'ministry', 'Un', '10000000000001'), (gen_random_uuid(), 'ministry', 'Autre', '10000000000002')",
  );
  const names = "SELECT name FROM organisation ORDER BY name";
  expect(await asAccount(names)).toEqual([{ name: "Autre" }, { name: "Un" }]);
  const told = await asAccount(
    "BEGIN",
    `SELECT set_config('app.ministries', (SELECT id::text FROM organisation WHERE name = 'Un'), true),
      set_config('role', 'guichet_ministry', true)`,
    names,
  );
  expect(told).toEqual([{ name: "Un" }]);
  const untold = await asAccount("BEGIN", "SET LOCAL ROLE guichet_ministry", names);
  expect(untold).toEqual([]);
}, 60_000);
