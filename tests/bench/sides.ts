import path from "node:path";
import pg from "pg";
import { createDatabase, startCluster } from "../../scripts/database/postgres";
import { applyMigrations } from "../../scripts/database/schema-engine";
import { runChild, stopChild } from "../../scripts/runtime/children";
import { answers } from "./answers";
import { compareAddresses } from "./measure";
import { startReplica } from "./replica";
import { printMeasures } from "./table";

const TYPESCRIPT = ["--import", "tsx", "--conditions=react-server"];
/** Holds the people and organisations of both sides, and nothing else. */
const BASE = "volume_base";

/** One of two databases that differ by their volume alone, behind a web server of its own. */
interface Side {
  name: string;
  origin: string;
  database: string;
}

/** A page, as somebody of `tests/bench/fill.ts` reads it. */
export interface ComparedPage {
  name: string;
  path: string;
  /** What each side puts in place of `:key` in the path: the one text this statement gives. */
  key?: string;
  /** Whose session reads it. */
  who: string;
}

interface Fill {
  /** What `tests/bench/fill.ts` writes. */
  what: "dossiers" | "projects";
  few: number;
  many: number;
  atMost: number;
}

/**
 * Measures pages over few rows and over many, each volume in a database of its own behind a server of the same build,
 * by turns in the same minute: nothing else differs. The rows each page shows are told beside its name: a page that
 * does not show as many on both sides says so.
 */
export async function comparePages(
  variables: Record<string, string>,
  port: number,
  { what, few, many, atMost, pages }: Fill & { pages: readonly ComparedPage[] },
): Promise<void> {
  const start = performance.now();
  const sides = await Promise.all([
    open(variables, port, { what, count: few }),
    open(variables, port + 1, { what, count: many }),
  ]);
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`\nVolume: ${few} et ${many} ${NAMES[what]}, écrits en ${seconds} s`);
  try {
    for (const page of pages) await compare(sides, page, atMost);
  } finally {
    for (const side of sides) await stopChild(side.server);
  }
}

const NAMES = { dossiers: "dossiers", projects: "projets en exécution" } as const;

async function compare(
  sides: readonly Side[],
  { name, path: address, key, who }: ComparedPage,
  atMost: number,
): Promise<void> {
  const headers = { cookie: `guichet-session=${who}` };
  const urls = await Promise.all(
    sides.map(async ({ origin, database }) => {
      const own = key ? address.replace(":key", await textOf(database, key)) : address;
      return new URL(own, origin).href;
    }),
  );
  const shown = await Promise.all(urls.map((url) => rowsOf(url, headers)));
  const sizes = [...new Set(shown)];
  const [small, large] = await compareAddresses(
    sides.map((side, index) => ({ name: side.name, url: urls[index] ?? "", headers })),
  );
  if (!small || !large) return;
  const said = sizes.length === 1 ? "" : ", de tailles inégales";
  printMeasures(`${name} (${sizes.join(" et ")} lignes${said}), 16 connexions`, [
    small,
    { ...large, aim: { of: "p95", atMost } },
  ]);
}

/** Rows of the tables of a page and entries of its lists. */
async function rowsOf(url: string, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(url, { headers, redirect: "manual" });
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.text()).split(/<(?:tr|li)\b/).length - 1;
}

/** A database filled with `count` of something, and its server. */
async function open(
  variables: Record<string, string>,
  port: number,
  { what, count }: { what: Fill["what"]; count: number },
): Promise<Side & { server: ReturnType<typeof startReplica> }> {
  const database = await copyOfBase(variables, `volume_${what}_${count}`);
  const own = { ...variables, DATABASE_URL: database };
  await fill(own, what, String(count));
  const origin = `http://localhost:${port}`;
  const server = startReplica(own, port);
  await answers(`${origin}/sante`);
  return { name: `${count} ${NAMES[what]}`, origin, database, server };
}

let made: Promise<void> | undefined;

/** A new database with the people and organisations of the base. Returns its address. */
async function copyOfBase(variables: Record<string, string>, name: string): Promise<string> {
  const cluster = await startCluster(path.join(variables.GUICHET_DATA ?? "", "postgres"));
  made ??= (async () => {
    await createDatabase(cluster, BASE);
    await applyMigrations(cluster.url(BASE));
    await fill({ ...variables, DATABASE_URL: cluster.url(BASE) }, "people");
  })();
  await made;
  await createDatabase(cluster, name, BASE);
  return cluster.url(name);
}

/** The first column of the first row of a statement. */
async function textOf(database: string, statement: string): Promise<string> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, string>>(statement);
    return Object.values(rows[0] ?? {})[0] ?? "";
  } finally {
    await client.end();
  }
}

/** In a process of its own: the fixtures write through a client that is bound to one database. */
async function fill(env: Record<string, string>, ...args: string[]): Promise<void> {
  await runChild(
    "fill",
    "tests/bench/fill.ts",
    { env, flags: TYPESCRIPT, args, quiet: true },
    `The volume is not written (${args.join(" ")}): the reason is above.`,
  );
}
