import "server-only";
import { randomUUID } from "node:crypto";
import { BusinessError, type BusinessErrorCode, TooManyRequests } from "@/domain/errors";
import type { RefusalCode } from "@/domain/form-state";
import { logger } from "./log";

/** Errors of Prisma and PostgreSQL that say « later », not « never »: unreachable, full, stopped, or beaten by another. */
const PASSING = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "P2034",
  "57P01",
  "57P03",
  "53300",
  "08006",
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
]);
/** Names that the driver adapter gives to the same causes. */
const PASSING_KINDS = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
  "TransactionWriteConflict",
]);

/** Seconds after which a browser may try again when the database is away. */
const RETRY_AFTER = 5;

/** Whether an error means that the database is away for now. Looks down the causes, where drivers hide them. */
export function isPassing(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  const { code, originalCode, kind, cause, meta } = error as Record<string, unknown>;
  if (typeof code === "string" && PASSING.has(code)) return true;
  if (typeof originalCode === "string" && PASSING.has(originalCode)) return true;
  if (typeof kind === "string" && PASSING_KINDS.has(kind)) return true;
  const driver = (meta as Record<string, unknown> | undefined)?.driverAdapterError;
  return isPassing(cause, depth + 1) || isPassing(driver, depth + 1);
}

/** A refusal as it may be told: its code, its sentence, and the wrong fields. */
export interface Told {
  code: RefusalCode;
  message: string;
  fields: BusinessError["fields"];
  /** Seconds after which the same may be asked again. */
  retryAfter?: number;
}

/**
 * What may be told of an error: a refusal says its own sentence; a database that is away says to come back; anything
 * else is logged under a number and told as a generic sentence.
 */
export function tell(error: unknown, where: string): Told {
  if (error instanceof BusinessError) {
    const code: BusinessErrorCode = error.code;
    const told: Told = { code, message: error.message, fields: error.fields };
    return error instanceof TooManyRequests ? { ...told, retryAfter: error.retryAfter } : told;
  }
  if (isPassing(error)) {
    logger().warn({ event: "unavailable", where, error: errorName(error) });
    return {
      code: "unavailable",
      message:
        "Le portail ne répond pas pour le moment. Rien n’est perdu de ce qui est enregistré\u00A0: réessayez dans quelques instants.",
      fields: [],
      retryAfter: RETRY_AFTER,
    };
  }
  const id = randomUUID().slice(0, 8);
  logger().error({ event: "incident", where, incident: id, ...traceOf(error) });
  return {
    code: "unexpected",
    message: `Une erreur est survenue de notre côté. Réessayez\u00A0; si elle revient, donnez le numéro d’incident ${id} à l’assistance.`,
    fields: [],
  };
}

function errorName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/**
 * The name, the code and the place of an error, never its message: Prisma's and PostgreSQL's quote the values of the
 * row, which are personal data.
 */
function traceOf(error: unknown) {
  if (!(error instanceof Error)) return { error: errorName(error) };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { error: error.name, code, stack: frames.slice(0, 12).join("\n") };
}
