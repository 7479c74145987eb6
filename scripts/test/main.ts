import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { findClamd } from "../antivirus/clamd";
import type { Cluster } from "../database/postgres";
import { startTestCluster, testClusterDirectory } from "../database/test-cluster";
import { generateClient, generateRouteTypes } from "../portal/build";
import type { Portal } from "../portal/portal";
import { runningChildren, runToEnd, stopChild } from "../runtime/children";
import { reportFailure, Sentence } from "../runtime/sentence";
import { endToEnd } from "./end-to-end";
import { type Tally, vitestTally } from "./tally";

const PARTS = ["unit", "integration", "e2e"] as const;
type Part = (typeof PARTS)[number];

const total: Tally = { passed: 0, failed: 0 };
let cluster: Cluster | undefined;
let portal: Portal | undefined;

/** `npm test`: everything; `npm test -- unit|integration|e2e [filter]`: a part. */
async function main(): Promise<void> {
  const [part, ...filters] = readArguments(process.argv.slice(2));
  const reports = path.join(testClusterDirectory, "reports");
  await rm(reports, { recursive: true, force: true });
  await mkdir(reports, { recursive: true });
  await generateClient();
  if (!part) await checkSources();
  for (const project of ["unit", "integration"] as const) {
    if (part && part !== project) continue;
    await section(project, () => vitest(project, filters, path.join(reports, `${project}.json`)));
  }
  if (!part || part === "e2e") {
    const report = path.join(reports, "e2e.json");
    await section("e2e", () => endToEnd(filters, (started) => (portal = started), report));
  }
}

function readArguments(given: readonly string[]): [Part | undefined, ...string[]] {
  const [part, ...filters] = given;
  if (part === undefined) return [undefined];
  const known = PARTS.find((each) => each === part);
  if (known) return [known, ...filters];
  throw new Sentence(
    `Unknown part ${part}: npm test -- unit|integration|e2e [filter], or npm test alone for all.`,
  );
}

/** Runs one part; a failure that is not a test's counts as one and does not prevent the next part. */
async function section(title: string, run: () => Promise<Tally>): Promise<void> {
  console.log(`\n── ${title}`);
  try {
    const { passed, failed } = await run();
    total.passed += passed;
    total.failed += failed;
  } catch (error) {
    reportFailure(error);
    total.failed += 1;
  }
}

/** Format, lint and types. They are not tests: they only count when they fail. */
async function checkSources(): Promise<void> {
  const check = (title: string, file: string, args: string[]) =>
    section(title, async () => {
      const code = await runToEnd(title, file, { env: {}, args });
      return { passed: 0, failed: code === 0 ? 0 : 1 };
    });
  await check("format and lint", "node_modules/@biomejs/biome/bin/biome", [
    "check",
    "--error-on-warnings",
  ]);
  await section("types", async () => {
    await generateRouteTypes();
    return { passed: 0, failed: 0 };
  });
  await check("types", "node_modules/typescript/bin/tsc", ["--noEmit"]);
}

async function vitest(project: Part, filters: readonly string[], report: string): Promise<Tally> {
  if (project === "integration") {
    findClamd();
    cluster = await startTestCluster();
  }
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runToEnd("vitest", "node_modules/vitest/vitest.mjs", {
    env: {},
    args: [
      "run",
      "--config",
      "tests/vitest.config.ts",
      // Both projects of the integration: see tests/vitest.config.ts.
      "--project",
      `${project}*`,
      ...reporters,
      ...filters,
    ],
  });
  const tally = await vitestTally(report);
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

async function stopAll(): Promise<void> {
  await Promise.all(runningChildren().map(stopChild));
  await portal?.stop();
  await cluster?.stop();
}

let interrupted = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const) {
  process.on(signal, () => {
    if (interrupted) return;
    interrupted = true;
    stopAll().finally(() => process.exit(130));
  });
}

main()
  .catch((error: unknown) => {
    reportFailure(error);
    total.failed += 1;
  })
  .then(stopAll)
  .catch(reportFailure)
  .finally(() => {
    if (interrupted) return;
    console.log(`\n${total.passed} passed, ${total.failed} failed`);
    process.exit(total.failed === 0 ? 0 : 1);
  });
