import "server-only";
import { BusinessError } from "@/domain/errors";
import { canonical, firstBrokenLine, type JsonObject } from "@/domain/evidence/canonical";
import { database, sqlState, type Transaction } from "./database/client";
import { Prisma } from "./database/generated/client";
import { sha256 } from "./fingerprint";

/** Roles, organisations and everything that belongs to no dossier. */
export const GENERAL_CHAIN = "general";

/** One chain per dossier, so that a night of filings does not queue on one row. */
export function dossierChain(dossierId: string): string {
  return `dossier:${dossierId}`;
}

/** One chain per sitting of a jury: what belongs to it and to no dossier. */
export function sessionChain(sessionId: string): string {
  return `session:${sessionId}`;
}

export interface Fact {
  chain: string;
  /** Null when the portal itself acts. */
  actorId: string | null;
  action: string;
  /** People by their id, never by name: an erasure must not break the chain. */
  facts: JsonObject;
}

/** Appends one line to a chain, in the transaction of the fact it records. */
export async function recordFact(tx: Transaction, fact: Fact): Promise<void> {
  await tx.$executeRaw`SELECT ${appended(fact)}`;
}

/**
 * The same as an expression, for a statement that writes the fact itself; its value is the instant of the line. With
 * `after`, the statement keeps nothing unless the chain still ends at that line: see `onLatest`.
 */
export function appended(fact: Fact, after: number | null = null): Prisma.Sql {
  const { chain, actorId, action, facts } = fact;
  return Prisma.sql`append_fact(${chain}, ${actorId}::uuid, ${action}, ${canonical(facts)}, ${after}::int)`;
}

/** Raised by `append_fact` when the chain does not end where the caller read it. */
const CHAIN_MOVED = "GU409";
/** Each failure is somebody else's success: only a dossier that forty people write at once comes here. */
const ATTEMPTS = 40;

/**
 * Does an act that reads a dossier without locking it, then writes with `after`: all that its team does is a line of its
 * chain, so the chain that has not moved says that nothing was written in between. When it has, the act is done again
 * on what is there now.
 */
export async function onLatest<Result>(act: () => Promise<Result>): Promise<Result> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (sqlState(error) !== CHAIN_MOVED && !(error instanceof MovedMeanwhile)) throw error;
    }
  }
  throw new BusinessError(
    "unavailable",
    "Beaucoup de personnes modifient ce dossier à la fois\u00A0: réessayez dans quelques instants.",
  );
}

/** The dossier left the status it was read at. */
export class MovedMeanwhile extends BusinessError {
  constructor(message: string) {
    super("changed-meanwhile", message);
  }
}

/** A line as it is shown: the stored fact, with its hash. */
export type AuditEntry = Prisma.AuditLineGetPayload<object>;

/**
 * The lines of a chain in order, and the sequence of the first one that does not hold (null when all do). A chain whose
 * last line is not the recorded head has lost its end: the missing sequence is named.
 */
export async function readChain(
  chain: string,
): Promise<{ lines: AuditEntry[]; brokenAt: number | null }> {
  const [lines, head] = await Promise.all([
    database().auditLine.findMany({ where: { chain }, orderBy: { sequence: "asc" } }),
    database().auditChain.findUnique({ where: { key: chain } }),
  ]);
  const brokenAt = firstBrokenLine(
    lines.map((line) => ({ ...line, at: line.at.toISOString(), facts: line.facts as JsonObject })),
    sha256,
  );
  const expected = head?.sequence ?? 0;
  const last = lines.at(-1);
  const endHolds = lines.length === expected && (last?.hash ?? "") === (head?.hash ?? "");
  return { lines, brokenAt: brokenAt ?? (endHolds ? null : lines.length + 1) };
}
