import { spawn } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { startChild, stopChild } from "../../../scripts/runtime/children";

const root = path.resolve(import.meta.dirname, "../../..");

/** A program that starts another one, tells both their numbers, and never ends by itself. */
const stubborn = `
import { spawn } from "node:child_process";
const inner = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
process.send?.([process.pid, inner.pid]);
setInterval(() => {}, 1000);
`;

async function program(name: string, content: string): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "children-")), name);
  await writeFile(file, content);
  return file;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const allGone = (pids: number[]) =>
  vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 10_000 });

test("stopping a process stops those it started", async () => {
  const child = startChild("stubborn", await program("stubborn.mjs", stubborn), { env: {} });
  const pids = await new Promise<number[]>((resolve) =>
    child.process.once("message", (message) => resolve(message as number[])),
  );
  expect(pids.every(isAlive)).toBe(true);
  await stopChild(child);
  await allGone(pids);
});

test("a killed parent takes its children with it", async () => {
  const inner = await program("stubborn.mjs", stubborn);
  const parent = await program(
    "parent.mts",
    `import { startChild } from "${root}/scripts/runtime/children";
startChild("stubborn", "${inner}", { env: {} }).process.once("message", (pids) => process.send?.(pids));`,
  );
  const killed = spawn(process.execPath, ["--import", "tsx", parent], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const pids = await new Promise<number[]>((resolve) =>
    killed.once("message", (message) => resolve(message as number[])),
  );
  expect(pids.every(isAlive)).toBe(true);
  killed.kill("SIGKILL");
  await allGone(pids);
});
