import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type ErrorRegistry,
} from "@prisma/driver-adapter-utils";
import type { DiffTarget, MigrationList, SchemaContainer } from "@prisma/schema-engine-wasm";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { Sentence } from "../runtime/sentence";
import { requireMinistryRole } from "./ministry-role";

/**
 * Prisma's own migration engine, in WebAssembly: the `prisma migrate` commands want a native
 * binary that is downloaded, which a closed network refuses. Same code, same table.
 */

const root = path.resolve(import.meta.dirname, "../..");
export const migrationsDirectory = path.join(root, "prisma/migrations");
const noFilter = { externalTables: [], externalEnums: [] };

let loaded: Promise<void> | undefined;

// The package imports its .wasm as an ES module, which Node does not do without a flag.
function load(): Promise<void> {
  loaded ??= (async () => {
    const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
    const wasm = await readFile(path.join(path.dirname(entry), "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(wasm, {
      "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
    });
    bindings.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  })();
  return loaded;
}

async function schemaFiles(): Promise<SchemaContainer[]> {
  const directory = path.join(root, "prisma");
  const names = (await readdir(directory)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: path.join(directory, name),
      content: await readFile(path.join(directory, name), "utf8"),
    })),
  );
}

async function migrationsList(): Promise<MigrationList> {
  const entries = await readdir(migrationsDirectory, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: migrationsDirectory,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(path.join(migrationsDirectory, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}

/**
 * Prisma's adapter cuts a script at every semicolon, functions included, and spreads the pieces
 * over a pool. A migration is one script, on one connection: it passes whole or not at all.
 */
class WholeScriptPg extends PrismaPg {
  private readonly opened: PgAdapter[] = [];

  constructor(private readonly databaseUrl: string) {
    super({ connectionString: databaseUrl, max: 1 });
  }

  override async connect() {
    const adapter = runWholeScripts(await super.connect());
    this.opened.push(adapter);
    return adapter;
  }

  /** The engine leaves its connections open. */
  async close(): Promise<void> {
    await Promise.all(this.opened.map((adapter) => adapter.underlyingDriver().end()));
  }

  override async connectToShadowDb() {
    const name = `shadow_${randomUUID()}`;
    const server = new pg.Client(this.databaseUrl);
    await server.connect();
    await server.query(`CREATE DATABASE "${name}"`);
    const address = new URL(this.databaseUrl);
    address.pathname = name;
    const shadow = await new PrismaPg({ connectionString: address.href, max: 1 }).connect();
    shadow.dispose = async () => {
      await shadow.underlyingDriver().end();
      await server.query(`DROP DATABASE "${name}"`);
      await server.end();
    };
    return runWholeScripts(shadow);
  }
}

type PgAdapter = Awaited<ReturnType<PrismaPg["connect"]>>;

function runWholeScripts(adapter: PgAdapter): PgAdapter {
  const pool = adapter.underlyingDriver();
  adapter.executeScript = async (script) => {
    await pool.query(script);
  };
  // The catalogues use the one-byte type "char", unknown to the adapter: it passes it as text,
  // and the engine is told that these columns are characters.
  let characters: number[] = [];
  const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
  Object.assign(pool, {
    async query(config: pg.QueryConfig) {
      const result = await query(config);
      characters = [];
      for (const [index, field] of (result.fields ?? []).entries()) {
        if (field.dataTypeID !== pg.types.builtins.CHAR) continue;
        field.dataTypeID = pg.types.builtins.TEXT;
        characters.push(index);
      }
      return result;
    },
  });
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (asked) => {
    const result = await queryRaw(asked);
    for (const index of characters) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

async function withEngine<T>(
  databaseUrl: string,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  await load();
  const connector = new WholeScriptPg(databaseUrl);
  const factory = bindMigrationAwareSqlAdapterFactory(connector);
  const files = await schemaFiles();
  const engine = await bindings.SchemaEngine.new(
    { datamodels: files.map((file): [string, string] => [file.path, file.content]) },
    () => {},
    factory,
  );
  try {
    return await work(engine);
  } catch (error) {
    throw new Sentence(engineMessage(error, factory.errorRegistry));
  } finally {
    engine.free();
    await connector.close();
  }
}

// An error of the driver comes back as the number under which the adapter keeps it.
function engineMessage(error: unknown, registry: ErrorRegistry): string {
  const message = error instanceof Error ? error.message : JSON.stringify(error);
  const id = /External error id#(\d+)/.exec(message)?.[1];
  const kept = id === undefined ? undefined : registry.consumeError(Number(id));
  return kept ? `${message}\n${kept.error}` : message;
}

/** Applies the migrations the database has not had yet; returns their names, oldest first. */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  await requireMinistryRole(databaseUrl);
  const list = await migrationsList();
  const result = await withEngine(databaseUrl, (engine) =>
    engine.applyMigrations({ migrationsList: list, filters: noFilter }),
  );
  return result.appliedMigrationNames;
}

/**
 * The SQL that brings a database holding every migration to schema.prisma; empty when nothing is
 * missing. The migrations are replayed on a shadow database, created beside `databaseUrl` and
 * dropped. Checks, triggers, functions and partial indexes are not Prisma's: it ignores them.
 */
export async function pendingChanges(databaseUrl: string): Promise<string> {
  const from: DiffTarget = { tag: "migrations", ...(await migrationsList()) };
  const to: DiffTarget = { tag: "schemaDatamodel", files: await schemaFiles() };
  const result = await withEngine(databaseUrl, (engine) =>
    engine.diff({ from, to, script: true, exitCode: null, filters: noFilter }),
  );
  const script = result.stdout ?? "";
  return script.includes("This is an empty migration") ? "" : script;
}
