import { BusinessError, notAllowed } from "@/domain/errors";
import {
  type Change,
  changeSchema,
  filled,
  type Place,
  planned,
  type RankedRow,
  type Reversible,
} from "@/domain/evaluation/ranked-list";
import { type Actor, fullName } from "@/domain/rights/actor";
import { may } from "@/domain/rights/permissions";
import { portalNow } from "@/server/clock";
import type { Transaction } from "@/server/database/client";
import { loadRanking, type Ranking, type RankingScope } from "@/server/ranking";
import { requireWhole, scopeOf } from "./sight";
import { changeWords } from "./words";

/** The ranking worked on, under its lock until commit. */
export interface LockedRanking {
  id: string;
  ranking: Ranking;
}

/**
 * Opens the ranking of a scope for a change, made from the scores the first time: through the actor's sight (404 to
 * whoever is recused from one of its dossiers), with the right to rank, its row locked. Throws `changed-meanwhile`,
 * saying who did what, when the page the actor worked on is no longer what is kept.
 */
export async function lockRanking(
  tx: Transaction,
  actor: Actor,
  input: { call: string; round: string; revision: number },
  scores: "read" | "if-needed" = "if-needed",
): Promise<LockedRanking> {
  const scope = scopeOf(input);
  const themeCode = await requireWhole(actor, scope, tx);
  if (!may(actor, "rank-dossiers", themeCode)) throw notAllowed();
  const { id, revision } = await lockRow(tx, actor, scope);
  if (revision !== input.revision) throw await movedMeanwhile(tx, id, revision);
  return { id, ranking: await loadRanking(scope, tx, scores) };
}

async function lockRow(
  tx: Transaction,
  actor: Actor,
  { callId, roundId }: RankingScope,
): Promise<{ id: string; revision: number }> {
  await tx.$executeRaw`
    INSERT INTO ranking (id, call_id, round_id, name, created_by_id)
    VALUES (uuidv7(), ${callId}::uuid, ${roundId}::uuid, '', ${actor.agentId}::uuid) ON CONFLICT DO NOTHING`;
  const [row] = await tx.$queryRaw<{ id: string; revision: number }[]>`
    SELECT id, revision FROM ranking
    WHERE call_id = ${callId}::uuid AND round_id IS NOT DISTINCT FROM ${roundId}::uuid AND name = '' FOR UPDATE`;
  if (!row) throw new Error("A ranking just made is there");
  return row;
}

/** Who changed the ranking meanwhile, and what the last change was. */
async function movedMeanwhile(
  tx: Transaction,
  rankingId: string,
  revision: number,
): Promise<BusinessError> {
  const last = await tx.rankingMove.findUnique({
    where: { rankingId_revision: { rankingId, revision } },
  });
  const author = last && (await tx.agent.findUnique({ where: { id: last.agentId } }));
  const change = last && changeSchema.safeParse(last.change).data;
  const what = change && change.kind !== "undo" ? changeWords(change) : "dernier changement annulé";
  const who = author ? `${fullName(author)} a changé le classement` : "Le classement a changé";
  return new BusinessError(
    "changed-meanwhile",
    `${who} pendant votre saisie (${what})\u00A0: votre changement n’a pas été fait. Le classement affiché est à jour, ce que vous avez saisi reste là\u00A0: recommencez s’il le faut.`,
  );
}

/** Keeps a change: the rows as they become, the change itself with its author, the next revision. Returns that revision. */
export async function keepChange(
  tx: Transaction,
  actor: Actor,
  { id, ranking }: LockedRanking,
  kept: { rows: readonly RankedRow[]; change: Change },
): Promise<number> {
  await writeRows(tx, id, filled(ranking.whole, kept.rows));
  return keepMove(tx, actor, id, kept.change);
}

/**
 * Puts in the reserve of the ranking worked on a dossier that goes to the reserve, whatever the revision: what is shown
 * follows what is done. Nothing to do while the order is that of the scores, which the status of a dossier fills.
 */
export async function keepInReserve(
  tx: Transaction,
  actor: Actor,
  rankingId: string,
  dossier: { id: string; number: string },
): Promise<void> {
  await tx.$queryRaw`SELECT id FROM ranking WHERE id = ${rankingId}::uuid FOR UPDATE`;
  const row = await tx.rankingRow.findUnique({
    where: { rankingId_dossierId: { rankingId, dossierId: dossier.id } },
  });
  if (!row || row.place === "reserve") return;
  await tx.rankingRow.update({
    where: { rankingId_dossierId: { rankingId, dossierId: dossier.id } },
    data: { place: "reserve" },
  });
  const change = planned([{ dossier: dossier.number, amount: null, place: row.place as Place }], {
    dossier: dossier.number,
    place: "reserve",
  });
  if (change) await keepMove(tx, actor, rankingId, change);
}

/** Keeps a change with its author under the next revision of its ranking. Returns that revision. */
async function keepMove(
  tx: Transaction,
  actor: Actor,
  rankingId: string,
  change: Change,
): Promise<number> {
  const { revision } = await tx.ranking.update({
    where: { id: rankingId },
    data: { revision: { increment: 1 }, updatedAt: await portalNow(tx) },
  });
  await tx.rankingMove.create({ data: { rankingId, revision, agentId: actor.agentId, change } });
  return revision;
}

/** Writes the rows of a ranking or of a scenario in one statement. */
export async function writeRows(
  tx: Transaction,
  rankingId: string,
  rows: readonly RankedRow[],
): Promise<void> {
  const numbers = rows.map(({ dossier }) => dossier);
  const amounts = rows.map(({ amount }) => (amount === null ? null : BigInt(amount)));
  const places = rows.map(({ place }) => place);
  await tx.$executeRaw`
    INSERT INTO ranking_row (ranking_id, dossier_id, rank, amount, place)
    SELECT ${rankingId}::uuid, dossier.id, kept.rank, kept.amount, kept.place
    FROM unnest(${numbers}::text[], ${amounts}::bigint[], ${places}::text[])
      WITH ORDINALITY AS kept (number, amount, place, rank)
    JOIN dossier ON dossier.number = kept.number
    ON CONFLICT (ranking_id, dossier_id) DO UPDATE
      SET rank = excluded.rank, amount = excluded.amount, place = excluded.place`;
}

/** The last change that nobody took back, with its author; null when there is none. */
export async function lastChange(
  tx: Transaction,
  rankingId: string,
): Promise<{ revision: number; agentId: string; at: Date; change: Reversible } | null> {
  const move = await tx.rankingMove.findFirst({
    where: { rankingId, undoneAt: null, NOT: { change: { path: ["kind"], equals: "undo" } } },
    orderBy: { revision: "desc" },
  });
  const change = move && changeSchema.safeParse(move.change).data;
  if (!move || !change || change.kind === "undo") return null;
  const { revision, agentId, at } = move;
  return { revision, agentId, at, change };
}
