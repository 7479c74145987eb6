import "server-only";
import { database, type Transaction } from "./database/client";

/** Kinds of documents whose fingerprint anybody may verify. */
export type SealedKind = "minutes" | "letter" | "receipt";

/** Keeps the fingerprint of a document, in the transaction that makes it final. A receipt has its own in its filing. */
export async function recordSeal(
  tx: Transaction,
  seal: { fingerprint: string; kind: Exclude<SealedKind, "receipt"> },
): Promise<void> {
  await tx.seal.create({ data: seal });
}

/** What bears a fingerprint, and since when; null when the portal never gave it. Nothing of what it says. */
export async function findSeal(
  fingerprint: string,
): Promise<{ kind: SealedKind; at: Date } | null> {
  const [seal, filing] = await Promise.all([
    database().seal.findUnique({ where: { fingerprint } }),
    database().filing.findFirst({
      where: { fingerprint },
      select: { filedAt: true },
      orderBy: { filedAt: "asc" },
    }),
  ]);
  if (seal) return { kind: seal.kind as SealedKind, at: seal.at };
  return filing && { kind: "receipt", at: filing.filedAt };
}
