import { spawn } from "node:child_process";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { readiness } from "@/server/health";
import { removeEndedSessions } from "@/server/jobs/end-sessions";
import { JOBS } from "@/server/jobs/schedule";
import { verifyAuditChains } from "@/server/jobs/verify-audit";
import { anActor, anOrganisation } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
const ministry = await anOrganisation();
const agent = await anActor(ministry);
const root = path.resolve(import.meta.dirname, "../../..");

const started: ReturnType<typeof spawn>[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

test("the worker starts, says that it lives, keeps its jobs, and stops when asked", async () => {
  expect((await readiness()).checks.worker).toBe("failed");
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", "src/server/worker.ts"],
    { cwd: root, env: { ...process.env, SMTP_URL: "smtp://127.0.0.1:9" }, stdio: "ignore" },
  );
  started.push(child);
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await expect.poll(async () => (await readiness()).checks.worker, { timeout: 20_000 }).toBe("ok");
  await expect
    .poll(() => schedules().catch(() => []), { timeout: 20_000 })
    .toEqual(JOBS.map(({ name }) => name).sort());
  child.kill("SIGTERM");
  expect(await exited).toBe(0);
});

async function schedules() {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT name FROM pgboss.schedule ORDER BY name`;
  return rows.map(({ name }) => name);
}

test("the nightly verification names the chain that does not hold", async () => {
  const record = (chain: string) =>
    inTransaction((tx) => recordFact(tx, { chain, actorId: null, action: "test", facts: {} }));
  await record(GENERAL_CHAIN);
  await record("dossier:a");
  await record("dossier:a");
  expect((await verifyAuditChains()).broken).toEqual([]);
  // The triggers refuse it to everybody but the owner of the table who disables them.
  await db.$executeRaw`ALTER TABLE audit_line DISABLE TRIGGER USER`;
  await db.$executeRaw`UPDATE audit_line SET action = 'other' WHERE chain = 'dossier:a' AND sequence = 1`;
  expect((await verifyAuditChains()).broken).toEqual(["dossier:a"]);
});

test("sessions past their life are removed, the others stay", async () => {
  const session = (tokenHash: string, expiresAt: Date) =>
    db.session.create({ data: { tokenHash, agentId: agent.agentId, expiresAt, amr: [] } });
  await session("ended", new Date(Date.now() - 1_000));
  await session("alive", new Date(Date.now() + 60_000));
  expect(await removeEndedSessions()).toBe(1);
  expect(await db.session.findMany({ select: { tokenHash: true } })).toEqual([
    { tokenHash: "alive" },
  ]);
});
