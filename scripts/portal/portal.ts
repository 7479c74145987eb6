import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { clamdPath } from "../antivirus/clamd";
import { type Cluster, createDatabase, eraseCluster, startCluster } from "../database/postgres";
import { applyMigrations } from "../database/schema-engine";
import { type Child, exitCode, runChild, startChild, stopChild } from "../runtime/children";
import { requireFree } from "../runtime/ports";
import { Sentence } from "../runtime/sentence";
import { buildPortal, generateClient, NEXT, trimStyles } from "./build";
import { followIssuer, isEmpty, setClock } from "./clock";
import { type Settings, variables } from "./settings";

const TYPESCRIPT = ["--import", "tsx", "--conditions=react-server"];
const PATIENCE_MS = 120_000;
/** Taken by the portal that runs on a cluster: a second one on the same data is refused. */
const LOCK = 20_210_120;

export interface PortalOptions {
  /** Erase the data first. */
  reset: boolean;
  /** `next dev` instead of a build. */
  development: boolean;
}

/** Everything an embedded portal is made of, started in order and stopped in the reverse order. */
export class Portal {
  private readonly children: Child[] = [];
  private cluster: Cluster | undefined;
  private watcher: pg.Client | undefined;
  private stopping: Promise<void> | undefined;
  private fail: (error: Error) => void = () => {};
  /** Rejects when a part of the portal stops by itself. */
  readonly failure = new Promise<never>((_resolve, reject) => {
    this.fail = reject;
  });

  constructor(private readonly settings: Settings) {
    // Whoever waits for the failure gets it; nobody waiting is no error.
    this.failure.catch(() => {});
  }

  /** Resolves when the portal answers. Throws a Sentence when something prevents it. */
  async start(options: PortalOptions): Promise<void> {
    const { settings } = this;
    await requirePorts(settings);
    if (options.reset) await this.reset();
    await mkdir(this.logs, { recursive: true });
    await generateClient();
    const cluster = await startCluster(path.join(settings.data, "postgres"));
    await this.lock(cluster);
    await createDatabase(cluster, "guichet");
    const databaseUrl = cluster.url("guichet");
    await applyMigrations(databaseUrl);
    const env = variables(settings, databaseUrl);
    await this.prepareData(databaseUrl, env);
    await this.startLookAlikes(env);
    if (env.CLAMD_ADDRESS && !(await this.startAntivirus(env))) delete env.CLAMD_ADDRESS;
    if (options.development) await trimStyles();
    else await buildPortal(settings.distDir, env);
    await setClock(databaseUrl);
    this.add(
      startChild("worker", "src/server/worker.ts", {
        env,
        flags: TYPESCRIPT,
        log: this.log("worker"),
      }),
    );
    // By its name: Next writes « localhost » in the addresses it rewrites and would ask itself through the network.
    const args = [options.development ? "dev" : "start", "-p", env.PORT ?? "", "-H", "localhost"];
    const mode = options.development ? "development" : "production";
    const web = { env: { ...env, NODE_ENV: mode }, args };
    this.add(
      startChild("web server", NEXT, options.development ? web : { ...web, log: this.log("web") }),
    );
    await Promise.race([answers(`${settings.origin}/sante`, this.logs), this.failure]);
  }

  /** Stops all that was started, PostgreSQL last. */
  stop(): Promise<void> {
    this.stopping ??= (async () => {
      await Promise.all(this.children.map(stopChild));
      await this.watcher?.end().catch(() => {});
      await this.cluster?.stop();
    })();
    return this.stopping;
  }

  /** The variables the portal runs with, once started: its addresses and its database. */
  get variables(): Record<string, string> {
    return this.cluster ? variables(this.settings, this.cluster.url("guichet")) : {};
  }

  private get logs(): string {
    return path.join(this.settings.data, "logs");
  }

  private log(name: string): string {
    return path.join(this.logs, `${name}.log`);
  }

  private add(child: Child): void {
    this.children.push(child);
    void exitCode(child).then((code) => {
      if (this.stopping) return;
      const where = `the reason is above or at the end of the logs in ${this.logs}`;
      this.fail(
        new Sentence(
          `The ${child.name} stopped (code ${code}), so everything is stopped: ${where}.`,
        ),
      );
    });
  }

  private async prepareData(databaseUrl: string, env: Record<string, string>): Promise<void> {
    if (await isEmpty(databaseUrl)) {
      console.log("Loading the demonstration data…");
      const seed = "prisma/demonstration/seed.ts";
      const failure =
        "The demonstration data could not be loaded: the reason is above. Begin anew with “npm start -- --reset”.";
      await runChild("demonstration data", seed, { env, flags: TYPESCRIPT, quiet: true }, failure);
    }
    await followIssuer(databaseUrl, env.AGENTCONNECT_ISSUER ?? "");
  }

  private async startLookAlikes(env: Record<string, string>): Promise<void> {
    const child = startChild("AgentConnect and mailbox look-alike", "scripts/look-alikes/main.ts", {
      env,
      flags: ["--import", "tsx"],
      log: this.log("look-alikes"),
    });
    this.add(child);
    await Promise.race([ready(child), this.failure]);
  }

  /** Whether the antivirus answers. Some systems forbid it to read its files here: then files wait, as without any. */
  private async startAntivirus(env: Record<string, string>): Promise<boolean> {
    const log = this.log("antivirus");
    const flags = ["--import", "tsx"];
    const child = startChild("antivirus", "scripts/antivirus/main.ts", { env, flags, log });
    const answers = await Promise.race([ready(child), exitCode(child).then(() => false)]);
    if (answers) this.add(child);
    else
      console.log(`ClamAV does not start (see ${log}): joined files will wait for their analysis.`);
    return answers;
  }

  /** One portal per cluster; losing this connection means losing PostgreSQL. */
  private async lock(cluster: Cluster): Promise<void> {
    this.watcher = await lock(cluster, this.settings.data);
    this.cluster = cluster;
    this.watcher.on("end", () => {
      if (this.stopping) return;
      this.fail(new Sentence("PostgreSQL stopped, so everything is stopped: start again."));
    });
  }

  private async reset(): Promise<void> {
    const { data } = this.settings;
    await eraseCluster(path.join(data, "postgres"), async (cluster) => {
      await (await lock(cluster, data)).end();
    });
    for (const name of ["files", "mailbox", "agentconnect", "secret", "logs", "antivirus"]) {
      await rm(path.join(data, name), { recursive: true, force: true });
    }
  }
}

/** Resolves when a process says that it is ready. */
function ready(child: Child): Promise<true> {
  return new Promise((resolve) => child.process.once("message", () => resolve(true)));
}

/** The connection that holds the cluster for one portal. Throws when another holds it. */
async function lock(cluster: Cluster, data: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  client.on("error", () => {});
  const { rows } = await client.query<{ taken: boolean }>(
    `SELECT pg_try_advisory_lock(${LOCK}) AS taken`,
  );
  if (rows[0]?.taken) return client;
  await client.end();
  throw new Sentence(
    `Another portal runs on ${data}: stop it, or give this one other data with GUICHET_DATA=.data/second npm start.`,
  );
}

async function requirePorts(settings: Settings): Promise<void> {
  await requireFree(settings.port, "the portal");
  await requireFree(settings.agentConnectPort, "the AgentConnect look-alike");
  await requireFree(settings.mailboxPort, "the mailbox");
  await requireFree(settings.smtpPort, "the mail server");
  if (clamdPath()) await requireFree(settings.antivirusPort, "the antivirus");
}

/** Resolves once the address answers 200. */
async function answers(address: string, logs: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const response = await fetch(address).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  const delay = `${PATIENCE_MS / 1000} seconds`;
  throw new Sentence(
    `The portal did not answer at ${address} within ${delay}: read the end of the logs in ${logs}.`,
  );
}
