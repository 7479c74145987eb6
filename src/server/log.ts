import "server-only";
import pino, { type Logger } from "pino";

/**
 * What a line may say. The list is closed so that no personal data enters the logs by accident: an agent is an id, a
 * dossier is an id, an error is its name and place. A field that is not here does not compile.
 */
export interface LogFields {
  /** What happened, in kebab-case: the name one searches. */
  event: string;
  /** The action, route or job. */
  where?: string;
  agentId?: string;
  dossierId?: string;
  mailId?: string;
  /** Number told to the user. */
  incident?: string;
  /** Name of the error's class, or a code without data in it. */
  error?: string;
  code?: string | undefined;
  stack?: string;
  status?: number;
  count?: number;
  attempts?: number;
  milliseconds?: number;
}

export interface PortalLogger {
  info(fields: LogFields): void;
  warn(fields: LogFields): void;
  error(fields: LogFields): void;
}

const ALLOWED = [
  "event",
  "where",
  "agentId",
  "dossierId",
  "mailId",
  "incident",
  "error",
  "code",
  "stack",
  "status",
  "count",
  "attempts",
  "milliseconds",
] as const satisfies readonly (keyof LogFields)[];

/** Keeps the fields of the list alone, whatever the object carries. */
export function allowed(fields: LogFields): Partial<LogFields> {
  return Object.fromEntries(
    ALLOWED.filter((key) => fields[key] !== undefined).map((key) => [key, fields[key]]),
  );
}

let root: Logger | undefined;

/** The logger of the process: JSON lines on standard output, at `LOG_LEVEL` (default `info`). */
export function logger(): PortalLogger {
  root ??= pino({ level: process.env.LOG_LEVEL ?? "info", base: null });
  const lines = root;
  return {
    info: (fields) => lines.info(allowed(fields)),
    warn: (fields) => lines.warn(allowed(fields)),
    error: (fields) => lines.error(allowed(fields)),
  };
}
