import "server-only";
import { dossierChain, recordFact } from "../audit";
import { database, inTransaction, type Transaction } from "../database/client";
import { environment } from "../environment";
import { logger } from "../log";
import { notify } from "../notifications";
import { scan, type Verdict } from "./clamd";
import { contentKey } from "./keys";
import { settleFile } from "./settlement";
import { fileStore } from "./store";

/** A file taken by a worker for its scan. */
interface Taken {
  id: string;
  dossierId: string;
  agentId: string;
  storageKey: string;
}

/**
 * Scans the next file that waits for it. Returns whether there may be another. Without a scanner nothing is scanned and
 * files wait. A scanner that fails leaves the file as it was, to be tried again in fifteen seconds: a file is analysed
 * or it is not, never « probably ».
 */
export async function analyseNext(): Promise<boolean> {
  const { clamdAddress } = environment();
  if (!clamdAddress) return false;
  const file = await takeNext();
  if (!file) return false;
  let verdict: Verdict;
  try {
    verdict = await scan(clamdAddress, await fileStore().read(contentKey(file)));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    logger().warn({ event: "scan-failed", dossierId: file.dossierId, code });
    await database().$executeRaw`
      UPDATE file SET next_scan_at = now() + interval '15 seconds' WHERE id = ${file.id}::uuid`;
    return false;
  }
  await inTransaction((tx) => record(tx, file, verdict));
  return true;
}

/** The next file, put back two minutes ahead: another worker leaves it alone, and a worker that dies loses nothing. */
async function takeNext(): Promise<Taken | undefined> {
  const [file] = await database().$queryRaw<Taken[]>`
    UPDATE file SET next_scan_at = now() + interval '2 minutes' WHERE id = (
      SELECT id FROM file WHERE status = 'waiting' AND next_scan_at <= now() AND erased_at IS NULL
      ORDER BY next_scan_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, dossier_id AS "dossierId", agent_id AS "agentId", storage_key AS "storageKey"`;
  return file;
}

async function record(tx: Transaction, file: Taken, verdict: Verdict): Promise<void> {
  const changed = await tx.$executeRaw`
    UPDATE file SET status = ${verdict.infected ? "infected" : "analysed"}, scanned_at = guichet_now()
    WHERE id = ${file.id}::uuid AND status = 'waiting'`;
  if (changed === 0) return;
  await recordFact(tx, {
    chain: dossierChain(file.dossierId),
    actorId: null,
    action: verdict.infected ? "find-file-infected" : "analyse-file",
    facts: { file: file.id, ...(verdict.infected && { signature: verdict.signature }) },
  });
  if (!verdict.infected) return;
  const writers = await tx.dossierMember.findMany({
    where: { dossierId: file.dossierId, access: { not: "read" } },
    select: { agentId: true },
  });
  const told = new Set([file.agentId, ...writers.map(({ agentId }) => agentId)]);
  await notify(
    tx,
    [...told].map((recipientId) => ({
      kind: "file-infected" as const,
      recipientId,
      dossierId: file.dossierId,
    })),
  );
}

/**
 * Settles a file whose last bytes arrived on a server that stopped before checking it. Returns whether there may be
 * another.
 */
export async function settleAbandoned(): Promise<boolean> {
  const [file] = await database().$queryRaw<{ id: string }[]>`
    UPDATE file SET next_scan_at = now() + interval '1 minute' WHERE id = (
      SELECT id FROM file WHERE status = 'receiving' AND received = size AND removed_at IS NULL
        AND next_scan_at <= now() - interval '1 minute'
      ORDER BY next_scan_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  return file ? (await settleFile(file.id)) !== null : false;
}
