import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { type Cluster, createDatabase } from "./postgres";
import { applyMigrations, migrationsDirectory } from "./schema-engine";

/** Digest of every migration: two checkouts with the same one share a template. */
async function migrationsDigest(): Promise<string> {
  const names = (await readdir(migrationsDirectory, { recursive: true }))
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const digest = createHash("sha256");
  for (const name of names) {
    digest.update(name).update(await readFile(path.join(migrationsDirectory, name)));
  }
  return digest.digest("hex").slice(0, 12);
}

/**
 * Makes sure the server holds a migrated, empty database that test databases are copied from, and
 * drops the test databases whose process is gone. Returns the template's name.
 */
export async function prepareTemplate(cluster: Cluster): Promise<string> {
  const name = `template_${await migrationsDigest()}`;
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  try {
    // Two test runs may start together: the second waits, then finds the template made.
    await client.query("SELECT pg_advisory_lock(731)");
    const { rows } = await client.query<{ datname: string }>("SELECT datname FROM pg_database");
    const databases = rows.map((row) => row.datname);
    for (const stale of databases.filter((database) => isAbandoned(database))) {
      await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(stale)} WITH (FORCE)`);
    }
    if (!databases.includes(name)) {
      const draft = `${name}_draft`;
      await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
      await createDatabase(cluster, draft);
      await applyMigrations(cluster.url(draft));
      await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
    }
    return name;
  } finally {
    await client.end();
  }
}

/** A test database is called `test_<process>`. */
function isAbandoned(database: string): boolean {
  const owner = /^test_(\d+)$/.exec(database)?.[1];
  if (owner === undefined) return false;
  try {
    process.kill(Number(owner), 0);
    return false;
  } catch {
    return true;
  }
}
