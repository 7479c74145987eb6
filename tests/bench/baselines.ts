import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import pg from "pg";
import { CONNECTIONS, type Measure, summary } from "./measure";

const HERE = import.meta.dirname;
const NEXT = path.resolve(HERE, "../../node_modules/next/dist/bin/next");

/** A bare `node:http` server that answers a text of this size, in a process of its own. */
export async function bareHttp(size: number, port: number): Promise<{ url: string; stop(): void }> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", import.meta.filename, String(size), String(port)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  await once(child.stdout, "data");
  return { url: `http://127.0.0.1:${port}/`, stop: () => child.kill() };
}

/**
 * A Next application with one prerendered page of each of these sizes and nothing else, built and started. Returns the
 * address of a size's page.
 */
export async function bareNext(
  sizes: readonly number[],
  port: number,
): Promise<{ url(size: number): string; stop(): void }> {
  const folder = path.join(HERE, "bare-next");
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    PAGE_SIZES: sizes.join(","),
    NEXT_TELEMETRY_DISABLED: "1",
  };
  await rm(path.join(folder, ".next"), { recursive: true, force: true });
  const build = spawn(process.execPath, [NEXT, "build"], { cwd: folder, env, stdio: "ignore" });
  const [code] = await once(build, "exit");
  if (code !== 0) throw new Error("The bare Next application does not build");
  const child = spawn(process.execPath, [NEXT, "start", "-p", String(port)], {
    cwd: folder,
    env,
    stdio: "ignore",
  });
  const url = (size: number) => `http://127.0.0.1:${port}/${size}`;
  await answers(url(sizes[0] ?? 0));
  return { url, stop: () => child.kill() };
}

async function answers(url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await once(AbortSignal.timeout(200), "abort");
  }
  throw new Error(`${url} does not answer`);
}

/** Inserts of one row each, as durable as the portal's own: the floor under every command. */
export async function bareInsert(connectionString: string): Promise<Measure> {
  const pool = new pg.Pool({ connectionString, max: CONNECTIONS });
  await pool.query(
    "CREATE UNLOGGED TABLE IF NOT EXISTS bench_row (id bigserial PRIMARY KEY, body text)",
  );
  await pool.query("ALTER TABLE bench_row SET LOGGED");
  const latencies: number[] = [];
  const start = performance.now();
  const until = start + 4000;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < until) {
        const before = performance.now();
        await pool.query("INSERT INTO bench_row (body) VALUES ($1)", ["x".repeat(200)]);
        latencies.push(performance.now() - before);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  await pool.query("DROP TABLE bench_row");
  await pool.end();
  return summary("insertion nue d’une ligne", latencies, seconds);
}

if (import.meta.main) {
  const [size, port] = process.argv.slice(2).map(Number);
  const body = "x".repeat(size ?? 0);
  createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(body);
  }).listen(port, "127.0.0.1", () => process.stdout.write("ready\n"));
}
