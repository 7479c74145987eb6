import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { Sentence } from "./sentence";

const root = path.resolve(import.meta.dirname, "../..");
const GRACE_MS = 10_000;

/** A process started by the portal. */
export interface Child {
  name: string;
  process: ChildProcess;
}

interface Options {
  env: Record<string, string>;
  /** Flags of Node itself, before the file. */
  flags?: readonly string[];
  args?: readonly string[];
  /** A file that gets what the process prints; without it, the console does. */
  log?: string;
  /** What it prints reaches the console only when it fails. */
  quiet?: boolean;
}

/**
 * Starts a Node process that ends when this one does, even killed: the preloaded module leaves
 * when the channel closes. Its own session keeps the terminal's Ctrl-C for this process alone,
 * which then stops everything in order.
 */
export function startChild(name: string, file: string, options: Options): Child {
  const log = options.log === undefined ? undefined : openSync(options.log, "w");
  const output = options.quiet ? "pipe" : "inherit";
  const preload = path.join(import.meta.dirname, "leave-with-parent.mjs");
  const child = spawn(
    process.execPath,
    [
      "--import",
      preload,
      ...(options.flags ?? []),
      path.resolve(root, file),
      ...(options.args ?? []),
    ],
    {
      cwd: root,
      detached: true,
      stdio: ["ignore", log ?? output, log ?? output, "ipc"],
      env: { ...process.env, ...options.env, GUICHET_PARENT: String(process.pid) },
    },
  );
  if (log !== undefined) closeSync(log);
  return { name, process: child };
}

/** Runs a file to its end; resolves with its exit code. */
export async function runToEnd(name: string, file: string, options: Options): Promise<number> {
  const child = startChild(name, file, options);
  running.add(child);
  const printed: Buffer[] = [];
  for (const stream of [child.process.stdout, child.process.stderr]) {
    stream?.on("data", (chunk: Buffer) => printed.push(chunk));
  }
  const code = await exitCode(child);
  running.delete(child);
  if (code !== 0) process.stderr.write(Buffer.concat(printed));
  return code;
}

/** Runs a file to its end; fails with `sentence` when the process does. */
export async function runChild(
  name: string,
  file: string,
  options: Options,
  sentence: string,
): Promise<void> {
  if ((await runToEnd(name, file, options)) !== 0) throw new Sentence(sentence);
}

/** Processes run to their end and still at work, for a Ctrl-C in the middle of a build. */
const running = new Set<Child>();

export function runningChildren(): readonly Child[] {
  return [...running];
}

/** Resolves with the exit code, 1 when a signal ended it. */
export function exitCode(child: Child): Promise<number> {
  if (child.process.exitCode !== null) return Promise.resolve(child.process.exitCode);
  return new Promise((resolve) => {
    child.process.once("error", () => resolve(1));
    child.process.once("close", (code) => resolve(code ?? 1));
  });
}

/** Asks the process group to stop, and kills what has not after ten seconds. */
export async function stopChild(child: Child): Promise<void> {
  if (child.process.exitCode !== null || child.process.signalCode !== null) return;
  const ended = exitCode(child);
  signalGroup(child, "SIGTERM");
  const impatience = setTimeout(() => signalGroup(child, "SIGKILL"), GRACE_MS);
  await ended;
  clearTimeout(impatience);
  // What the process itself had started and left behind.
  signalGroup(child, "SIGKILL");
}

function signalGroup(child: Child, signal: NodeJS.Signals): void {
  if (child.process.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.process.pid : -child.process.pid, signal);
  } catch {
    // The group is gone already.
  }
}
