import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import pg from "pg";
import { NEXT } from "../../scripts/portal/build";
import { root } from "../../scripts/portal/settings";
import { runChild, startChild, stopChild } from "../../scripts/runtime/children";
import { answers } from "./answers";
import { CONNECTIONS, type Measure, measure, summary } from "./measure";

/**
 * What the portal is compared with. Each server is started as the portal's own are: a process in the bench's session
 * would get other turns of the processor.
 */

interface Server {
  url: string;
  stop(): Promise<void>;
}

/** A bare `node:http` server that answers a text of this size. */
export async function bareHttp(size: number, port: number): Promise<Server> {
  const child = startChild("bare node:http", "tests/bench/baselines.ts", {
    env: { NODE_ENV: "production" },
    flags: ["--import", "tsx"],
    args: [String(size), String(port)],
  });
  const url = `http://127.0.0.1:${port}/`;
  await answers(url);
  return { url, stop: () => stopChild(child) };
}

/**
 * A Next application with one prerendered page of each of these sizes, a route that inserts one row where it is given a
 * database, and nothing else, built and started. Built by webpack: Turbopack looks for a proxy and an instrumentation in
 * the folders above, and finds the portal's.
 */
export async function bareNext(
  sizes: readonly number[],
  port: number,
  databaseUrl = "",
): Promise<{ url(size: number): string; stop(): Promise<void> }> {
  const folder = path.join(import.meta.dirname, "bare-next");
  const env = {
    NODE_ENV: "production",
    PAGE_SIZES: sizes.join(","),
    DATABASE_URL: databaseUrl,
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_DIST_DIR: ".next",
  };
  await rm(path.join(folder, ".next"), { recursive: true, force: true });
  await runChild(
    "bare Next",
    NEXT,
    { env, args: ["build", folder, "--webpack"], quiet: true },
    "The bare Next application does not build: the reason is above.",
  );
  const log = path.join(root, ".data/bench/bare-next.log");
  const child = startChild("bare Next", NEXT, {
    env,
    args: ["start", folder, "-p", String(port)],
    log,
  });
  const url = (size: number) => `http://127.0.0.1:${port}/${size}`;
  await answers(url(sizes[0] ?? 0));
  return { url, stop: () => stopChild(child) };
}

/**
 * One row written by a request, as durable as the portal's own: by the bare driver, the floor under every command, and
 * through a bare route of Next.
 */
export async function bareInserts(connectionString: string, port: number): Promise<Measure[]> {
  const next = await bareNext([SMALLEST_PAGE], port, connectionString);
  const pool = new pg.Pool({ connectionString, max: CONNECTIONS });
  await pool.query("CREATE TABLE IF NOT EXISTS bench_row (id bigserial PRIMARY KEY, body text)");
  try {
    const body = "x".repeat(200);
    const insert = await bareInsert(pool, body);
    const request = { method: "POST" as const, path: "/insert", body: JSON.stringify({ body }) };
    const load = (amount: number) =>
      measure({
        name: "route Next nue, insertion d’une ligne",
        url: next.url(SMALLEST_PAGE),
        headers: { "content-type": "application/json" },
        amount,
        next: () => request,
      });
    await load(WARM_UP);
    return [insert, await load(INSERTS)];
  } finally {
    await next.stop();
    await pool.query("DROP TABLE bench_row");
    await pool.end();
  }
}

const SMALLEST_PAGE = 0;
const WARM_UP = 500;
const INSERTS = 3000;

async function bareInsert(pool: pg.Pool, body: string): Promise<Measure> {
  const latencies: number[] = [];
  const start = performance.now();
  const until = start + 4000;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < until) {
        const before = performance.now();
        await pool.query("INSERT INTO bench_row (body) VALUES ($1)", [body]);
        latencies.push(performance.now() - before);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  return summary("insertion nue d’une ligne", latencies, seconds);
}

if (import.meta.main) {
  const [size, port] = process.argv.slice(2).map(Number);
  const body = "x".repeat(size ?? 0);
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(body);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
}
