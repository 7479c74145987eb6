import path from "node:path";
import { type Child, exitCode, startChild } from "../../../../scripts/runtime/children";
import type { StormServer } from "./clients";

const HERE = import.meta.dirname;

/** The server of `server.ts` in a process of its own, on the database of the test. */
export function processServer(env: Record<string, string>): StormServer & { stop(): void } {
  let child: Child | undefined;
  let port = 0;
  const kill = async () => {
    const running = child;
    if (!running) return;
    const ended = exitCode(running);
    running.process.kill("SIGKILL");
    await ended;
  };
  return {
    origin: process.env.NEXTAUTH_URL ?? "",
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    async start() {
      const started = startChild("server of filings", path.join(HERE, "server.ts"), {
        env: { ...env, DATABASE_URL: process.env.DATABASE_URL ?? "", PORT: String(port) },
        flags: ["--import", "tsx", "--import", path.join(HERE, "without-next.mjs")],
        quiet: true,
      });
      child = started;
      port = await new Promise<number>((resolve, reject) => {
        started.process.once("message", (told) => resolve((told as { port: number }).port));
        started.process.once("exit", (code) => reject(new Error(`The server stopped: ${code}`)));
        started.process.stderr?.on("data", (chunk: Buffer) => process.stderr.write(chunk));
      });
    },
    kill,
    stop: () => void kill(),
  };
}
