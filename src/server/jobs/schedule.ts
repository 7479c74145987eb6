import "server-only";
import { PgBoss } from "pg-boss";
import { environment } from "../environment";
import { logger } from "../log";
import { dropOldExtracts } from "./drop-extracts";
import { removeEndedRateLimits } from "./end-rate-limits";
import { removeEndedSessions } from "./end-sessions";
import { expireDrafts } from "./expire-drafts";
import { keepLatestDrifts } from "./keep-drifts";
import { notifyDueDecisions } from "./notify-decisions";
import { recordTacitVisas } from "./record-tacit-visas";
import { remindComplements } from "./remind-complements";
import { remindDrafts } from "./remind-drafts";
import { remindExperts } from "./remind-experts";
import { remindObligations } from "./remind-obligations";
import { sweepFiles } from "./sweep-files";
import { tellDormantCredits } from "./tell-dormant-credits";
import { tellReserve } from "./tell-reserve";
import { verifyAuditChains } from "./verify-audit";

/** Jobs by the minute, the hour or the night, in Paris time. */
export const JOBS = [
  { name: "remind-drafts", cron: "5 * * * *", run: remindDrafts },
  { name: "remind-experts", cron: "25 * * * *", run: remindExperts },
  { name: "remind-complements", cron: "10 * * * *", run: remindComplements },
  { name: "remind-obligations", cron: "0 6 * * *", run: remindObligations },
  { name: "expire-drafts", cron: "0 4 * * *", run: expireDrafts },
  { name: "tacit-visas", cron: "15 * * * *", run: recordTacitVisas },
  { name: "notify-decisions", cron: "* * * * *", run: notifyDueDecisions },
  { name: "tell-reserve", cron: "*/5 * * * *", run: tellReserve },
  { name: "dormant-credits", cron: "30 6 * * *", run: tellDormantCredits },
  { name: "keep-drifts", cron: "20 * * * *", run: keepLatestDrifts },
  { name: "drop-extracts", cron: "40 3 * * *", run: dropOldExtracts },
  { name: "verify-audit", cron: "0 3 * * *", run: verifyAuditChains },
  { name: "end-sessions", cron: "30 3 * * *", run: removeEndedSessions },
  { name: "end-rate-limits", cron: "35 3 * * *", run: removeEndedRateLimits },
  { name: "sweep-files", cron: "0 2 * * *", run: sweepFiles },
] as const;

/**
 * Starts the schedule on the portal's own database: one worker alone runs each job, whatever their number. Returns how
 * to stop it.
 */
export async function startSchedule(): Promise<() => Promise<void>> {
  const boss = new PgBoss({ connectionString: environment().databaseUrl, max: 2 });
  boss.on("error", (error) => {
    logger().warn({ event: "schedule-failed", error: error.name });
  });
  await boss.start();
  for (const { name, cron, run } of JOBS) {
    await boss.createQueue(name);
    await boss.schedule(name, cron, null, { tz: "Europe/Paris" });
    await boss.work(name, async () => {
      await run();
    });
  }
  return () => boss.stop({ graceful: true });
}
