import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { logger } from "../log";

/**
 * Repeats a task until told to stop, with a pause when it says there is nothing left to do. An error is logged and
 * followed by the pause: a dependency that is down is asked again, not hammered.
 */
export async function repeat(
  name: string,
  task: () => Promise<boolean>,
  { pauseMs, signal }: { pauseMs: number; signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted) {
    let more = false;
    try {
      more = await task();
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
      const kind = error instanceof Error ? error.name : typeof error;
      logger().warn({ event: "task-failed", where: name, error: kind, code });
    }
    if (!more) await wait(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}
