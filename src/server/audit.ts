import "server-only";
import { auditText, firstBrokenLine, type JsonObject } from "@/domain/evidence/canonical";
import { database, type Transaction } from "./database/client";
import type { Prisma } from "./database/generated/client";
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

/**
 * Appends one line to a chain, in the transaction of the fact it records. The head of the chain is locked until
 * commit, so two writers queue and the sequence has no gap.
 */
export async function recordFact(tx: Transaction, fact: Fact): Promise<void> {
  const heads = await tx.$queryRaw<{ sequence: number; hash: string; at: Date }[]>`
    INSERT INTO audit_chain (key) VALUES (${fact.chain})
    ON CONFLICT (key) DO UPDATE SET key = excluded.key
    RETURNING sequence, hash, guichet_now() AS at`;
  const head = heads[0];
  if (!head) throw new Error("The audit chain has no head");
  const { at } = head;
  const line = {
    chain: fact.chain,
    sequence: head.sequence + 1,
    at: at.toISOString(),
    actorId: fact.actorId,
    action: fact.action,
    facts: fact.facts,
    previousHash: head.hash,
  };
  const hash = sha256(auditText(line));
  await tx.$executeRaw`
    WITH line AS (
      INSERT INTO audit_line (chain, sequence, at, actor_id, action, facts, previous_hash, hash)
      VALUES (${line.chain}, ${line.sequence}, ${at}, ${line.actorId}::uuid, ${line.action},
        ${JSON.stringify(line.facts)}::jsonb, ${line.previousHash}, ${hash})
    )
    UPDATE audit_chain SET sequence = ${line.sequence}, hash = ${hash} WHERE key = ${line.chain}`;
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
