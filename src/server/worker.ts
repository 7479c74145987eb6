import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { database } from "./database/client";
import { environment } from "./environment";
import { analyseNext, settleAbandoned } from "./files/analysis";
import { recordHeartbeat } from "./health";
import { repeat } from "./jobs/loop";
import { startSchedule } from "./jobs/schedule";
import { logger } from "./log";
import { deliverNext } from "./mail/deliver";

const HEARTBEAT_MS = 5_000;
const MAIL_PAUSE_MS = 2_000;
const ANALYSIS_PAUSE_MS = 1_000;
const SETTLEMENT_PAUSE_MS = 30_000;
const SCHEDULE_RETRY_MS = 5_000;

/**
 * The worker: mails of the outbox, files to analyse, nightly jobs, and a heartbeat by which the portal knows that it lives. Started by
 * `tsx --conditions=react-server src/server/worker.ts`; several may run. SIGTERM or SIGINT lets the task at hand end.
 */
async function main(): Promise<void> {
  environment();
  const stopping = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => stopping.abort());
  }
  const { signal } = stopping;
  logger().info({ event: "worker-started" });
  await Promise.all([
    repeat("heartbeat", beat, { pauseMs: HEARTBEAT_MS, signal }),
    repeat("mail", () => deliverNext(), { pauseMs: MAIL_PAUSE_MS, signal }),
    repeat("analysis", analyseNext, { pauseMs: ANALYSIS_PAUSE_MS, signal }),
    repeat("settlement", settleAbandoned, { pauseMs: SETTLEMENT_PAUSE_MS, signal }),
    keepSchedule(signal),
  ]);
  await database().$disconnect();
  logger().info({ event: "worker-stopped" });
}

async function beat(): Promise<boolean> {
  await recordHeartbeat();
  return false;
}

/** Starts the schedule, again and again while the database is away, and stops it at the end. */
async function keepSchedule(signal: AbortSignal): Promise<void> {
  let stop: (() => Promise<void>) | undefined;
  await repeat(
    "schedule",
    async () => {
      stop ??= await startSchedule();
      return false;
    },
    { pauseMs: SCHEDULE_RETRY_MS, signal },
  );
  await Promise.race([stop?.(), wait(SCHEDULE_RETRY_MS, undefined, { ref: false })]);
}

main().catch((error: unknown) => {
  logger().error({
    event: "worker-failed",
    error: error instanceof Error ? error.name : "unknown",
  });
  // The sentence of a wrong environment holds names of variables, never their values.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
