import "server-only";
import type { Prisma } from "./database/generated/client";

/** What is being read under a key, and what those who came since wait for. */
interface Turn {
  running: Promise<unknown>;
  next: Promise<unknown> | null;
}

const turns = new Map<string, Turn>();

/**
 * The answer of a heavy read, shared by all who ask for the same at once: the first one reads; whoever comes while it reads
 * waits for one read more, begun after they asked. Nobody is given what was read before they asked, and a hundred readers
 * of the same figures cost two reads. The key says all that the answer depends on, sight included.
 */
export function sharedRead<T>(key: string, read: () => Promise<T>): Promise<T> {
  const turn = turns.get(key);
  if (!turn) return begin(key, read);
  // A read that failed has told those who waited for it: the next one is begun all the same.
  turn.next ??= turn.running.catch(() => {}).then(() => begin(key, read));
  return turn.next as Promise<T>;
}

function begin<T>(key: string, read: () => Promise<T>): Promise<T> {
  const running = read().finally(() => {
    const turn = turns.get(key);
    if (turn?.running === running && turn.next === null) turns.delete(key);
  });
  turns.set(key, { running, next: null });
  return running;
}

/** The key of a condition of a statement: two conditions of the same text and values choose the same rows. */
export const conditionKey = ({ sql, values }: Prisma.Sql): string => JSON.stringify([sql, values]);
