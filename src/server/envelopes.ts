import "server-only";
import { BusinessError } from "@/domain/errors";
import {
  type EnvelopeChain,
  type EnvelopeLevel,
  envelopeExceeded,
  leftOf,
  tightest,
} from "@/domain/funding/envelopes";
import { type Cents, cents, centsFromBigInt, formatEuros } from "@/domain/money";
import { database, type Transaction } from "./database/client";

/** An envelope and each one above it, nearest first, as they stand now. */
export async function envelopeChain(
  envelopeId: string,
  tx: Transaction = database(),
): Promise<EnvelopeChain> {
  const chain = (await envelopeChains([envelopeId], tx)).get(envelopeId);
  if (!chain) throw new Error(`No such envelope: ${envelopeId}`);
  return chain;
}

/** The same for several envelopes, by the nearest of each chain, in one statement. */
export async function envelopeChains(
  envelopeIds: readonly string[],
  tx: Transaction = database(),
): Promise<ReadonlyMap<string, EnvelopeChain>> {
  const rows = await tx.$queryRaw<
    { start: string; id: string; label: string; total: bigint; committed: bigint }[]
  >`
    WITH RECURSIVE chain AS (
      SELECT id AS start, id, parent_id, label, total, committed, 0 AS depth FROM envelope
      WHERE id = ANY (${[...new Set(envelopeIds)]}::uuid[])
      UNION ALL
      SELECT chain.start, above.id, above.parent_id, above.label, above.total, above.committed, chain.depth + 1
      FROM envelope above JOIN chain ON above.id = chain.parent_id)
    SELECT start, id, label, total, committed FROM chain ORDER BY start, depth`;
  const chains = new Map<string, EnvelopeChain>();
  for (const [start, levels] of Map.groupBy(rows, (row) => row.start)) {
    const [nearest, ...above] = levels.map(
      ({ id, label, total, committed }): EnvelopeLevel => ({
        id,
        label,
        total: centsFromBigInt(total),
        committed: centsFromBigInt(committed),
      }),
    );
    if (nearest) chains.set(start, [nearest, ...above]);
  }
  return chains;
}

/** The own share of each dossier's last session where one is set, else the envelope of its call, by dossier. */
export async function nearestEnvelopes(
  dossierIds: readonly string[],
  tx: Transaction = database(),
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; envelopeId: string }[]>`
    SELECT dossier.id, coalesce((
      SELECT session.envelope_id FROM session_item AS item JOIN jury_session AS session ON session.id = item.session_id
      WHERE item.dossier_id = dossier.id AND session.call_id = dossier.call_id
      ORDER BY session.held_on DESC, session.id DESC LIMIT 1), "call".envelope_id) AS "envelopeId"
    FROM dossier JOIN "call" ON "call".id = dossier.call_id
    WHERE dossier.id = ANY (${[...dossierIds]}::uuid[])`;
  return new Map(rows.map(({ id, envelopeId }) => [id, envelopeId]));
}

/** The same for one dossier. */
export async function nearestEnvelope(
  { id }: { id: string },
  tx: Transaction = database(),
): Promise<string> {
  const nearest = (await nearestEnvelopes([id], tx)).get(id);
  if (!nearest) throw new Error(`No such dossier: ${id}`);
  return nearest;
}

/** The envelopes an award of the dossier is taken from, nearest first. */
export async function envelopesOf(
  dossier: { id: string },
  tx: Transaction = database(),
): Promise<EnvelopeChain> {
  return envelopeChain(await nearestEnvelope(dossier, tx), tx);
}

/** Throws `envelope-exceeded` when a level has less left than the amount, today: the commitment judges again. */
export function requireWithinEnvelopes(chain: EnvelopeChain, amount: Cents): void {
  if (amount > leftOf(tightest(chain))) throw envelopeExceeded(chain, amount);
}

/**
 * Commits an award on an envelope and on each one above it: one conditional statement per level, whose row says
 * that the money was there, and its line in the ledger. All pass or none does: the caller's transaction falls with
 * the first that lacks money. Reading, checking and then writing overspends. Always from the nearest to the top, so that
 * two awards never wait for each other.
 */
export async function commitAward(
  tx: Transaction,
  award: { envelopeId: string; decisionId: string; amount: Cents },
): Promise<void> {
  const amount = BigInt(award.amount);
  const levels: string[] = [];
  let id: string | null = award.envelopeId;
  while (id !== null) {
    const [level]: { parentId: string | null }[] = await tx.$queryRaw`
      UPDATE envelope SET committed = committed + ${amount}
      WHERE id = ${id}::uuid AND committed + ${amount} <= total
      RETURNING parent_id AS "parentId"`;
    if (!level) throw await shortage(tx, award, levels.length);
    levels.push(id);
    id = level.parentId;
  }
  const { decisionId } = award;
  await tx.ledgerEntry.createMany({
    data: levels.map((envelopeId) => ({ envelopeId, decisionId, kind: "award", amount })),
  });
}

/** Which level lacks money. The `raised` first ones hold this very award, which falls: they are told without it. */
async function shortage(
  tx: Transaction,
  { envelopeId, amount }: { envelopeId: string; amount: Cents },
  raised: number,
): Promise<BusinessError> {
  const without = ({ committed, ...level }: EnvelopeLevel, depth: number): EnvelopeLevel => ({
    ...level,
    committed: depth < raised ? cents(committed - amount) : committed,
  });
  const [nearest, ...above] = await envelopeChain(envelopeId, tx);
  return envelopeExceeded(
    [without(nearest, 0), ...above.map((level, index) => without(level, index + 1))],
    amount,
  );
}

/**
 * Gives back all or part of what a decision took, on every level it took it from, with its lines in the ledger. The
 * caller holds the dossier's lock. Throws `invalid-input` when less than that is left of it, `envelope-exceeded` when its
 * dossier received credits that would be above it. Returns the levels.
 */
export async function releaseAward(
  tx: Transaction,
  { decisionId, amount }: { decisionId: string; amount: Cents | "all" },
): Promise<{ envelopeId: string; released: Cents }[]> {
  const taken = await tx.ledgerEntry.groupBy({
    by: ["envelopeId"],
    where: { decisionId },
    _sum: { amount: true },
  });
  const held = centsFromBigInt(taken[0]?._sum.amount ?? 0n);
  const released = amount === "all" ? held : amount;
  if (released <= 0 || released > held) throw notHeld(held);
  await requireNotReceived(tx, decisionId, cents(held - released));
  const levels = await nearestFirst(
    tx,
    taken.map(({ envelopeId }) => envelopeId),
  );
  for (const id of levels) {
    await tx.$executeRaw`
      UPDATE envelope SET committed = committed - ${BigInt(released)} WHERE id = ${id}::uuid`;
  }
  await tx.ledgerEntry.createMany({
    data: levels.map((envelopeId) => ({
      envelopeId,
      decisionId,
      kind: "release",
      amount: -BigInt(released),
    })),
  });
  return levels.map((envelopeId) => ({ envelopeId, released }));
}

/** What its dossier received of credits must first be given back: an award never goes under them. */
async function requireNotReceived(tx: Transaction, decisionId: string, kept: Cents): Promise<void> {
  const { _sum: sums } = await tx.creditAccount.aggregate({
    where: { dossier: { decisions: { some: { id: decisionId } } } },
    _sum: { receivedAe: true, returnedAe: true },
  });
  const received = centsFromBigInt((sums.receivedAe ?? 0n) - (sums.returnedAe ?? 0n));
  if (received <= kept) return;
  throw new BusinessError(
    "envelope-exceeded",
    `Ce dossier a déjà reçu ${formatEuros(received)} de crédits\u00A0: sa DNUM doit d’abord en restituer, l’aide ne peut pas descendre en dessous.`,
  );
}

/** What a decision still holds of the envelopes: what it took, less what it gave back. */
export async function heldBy(decisionId: string, tx: Transaction = database()): Promise<Cents> {
  const [nearest] = await tx.ledgerEntry.groupBy({
    by: ["envelopeId"],
    where: { decisionId },
    _sum: { amount: true },
  });
  return centsFromBigInt(nearest?._sum.amount ?? 0n);
}

function notHeld(held: Cents): BusinessError {
  const message = `Ce dossier garde ${formatEuros(held)} de crédits\u00A0: restituez un montant supérieur à zéro, au plus égal à cette somme.`;
  return new BusinessError("invalid-input", message, [{ path: "amount", message }]);
}

/** The envelopes of one chain, from the nearest to the top. */
async function nearestFirst(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.envelope.findMany({ where: { id: { in: [...ids] } } });
  const nearest = rows.find(({ id }) => rows.every(({ parentId }) => parentId !== id));
  if (!nearest) return [];
  return (await envelopeChain(nearest.id, tx)).flatMap(({ id }) => (ids.includes(id) ? [id] : []));
}
