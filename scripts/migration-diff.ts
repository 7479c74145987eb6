import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { createDatabase } from "./database/postgres";
import { migrationsDirectory, pendingChanges } from "./database/schema-engine";
import { startTestCluster } from "./database/test-cluster";
import { reportFailure, Sentence } from "./runtime/sentence";

/**
 * `npm run migration:diff -- <name>`: writes the migration that brings the migrated schema to
 * schema.prisma, for a developer to read and complete (checks, triggers, data).
 */
async function writeMigration(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z0-9_]+$/.test(name)) {
    throw new Sentence("Name the migration in snake_case: npm run migration:diff -- add_visa");
  }
  const cluster = await startTestCluster();
  await createDatabase(cluster, "migration_diff");
  const sql = await pendingChanges(cluster.url("migration_diff"));
  if (!sql) {
    console.log("schema.prisma and the migrations agree: nothing to write.");
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const file = path.join(migrationsDirectory, `${stamp}_${name}`, "migration.sql");
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, sql, { flag: "wx" });
  console.log(`Written: ${path.relative(process.cwd(), file)}. Read it, complete it, commit it.`);
}

writeMigration(process.argv[2]).catch(reportFailure);
