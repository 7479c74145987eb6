import { type Day, parisDay } from "@/domain/calendar";
import type { ExtractCells, LineOutcome } from "@/domain/credits/extract";
import type { MovementKind } from "@/domain/credits/movements";
import { BusinessError, notFound } from "@/domain/errors";
import { centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, GENERAL_CHAIN, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { database, type Transaction } from "@/server/database/client";
import type { AccountingExtract, ExtractLine } from "@/server/database/generated/client";
import { ExtractJudge, type JudgedLine } from "../judge-extract";
import type { ExtractInput } from "../schemas";
import { bopToEnter } from "./receive-extract";

const PAGE = 2_000;
/** An extract of the most lines, on a busy database: far above what one takes. In milliseconds. */
const LONGEST = 120_000;

/**
 * Enters an extract: its lines are judged again on the accounts of now, then those taken become movements, all of them or
 * none. Entered already, by whoever and under whatever name, it changes nothing. One extract of a BOP at a time.
 */
export async function enterExtract(
  actor: Actor,
  { extract: id }: ExtractInput,
): Promise<{ id: string }> {
  const bop = bopToEnter(actor);
  return database().$transaction(
    async (tx) => {
      // Its key stays free: a movement under way in one of its units asks for no more.
      await tx.$queryRaw`SELECT owner FROM bop WHERE owner = ${bop} FOR NO KEY UPDATE`;
      const extract = await tx.accountingExtract.findFirst({ where: { id, bop } });
      const entered = await tx.accountingImport.findFirst({
        where: extract ? { fingerprint: extract.fingerprint, bop } : { id, bop },
        select: { id: true },
      });
      if (entered) return entered;
      if (!extract) throw notFound();
      await lockAccounts(tx, id);
      await judgeAgain(tx, actor, extract);
      await write(tx, actor, extract);
      await tx.accountingExtract.deleteMany({ where: { fingerprint: extract.fingerprint, bop } });
      return { id };
    },
    { maxWait: 15_000, timeout: LONGEST },
  );
}

/** Forgets an extract that was received and not entered. */
export async function dropExtract(actor: Actor, { extract: id }: ExtractInput): Promise<void> {
  const bop = bopToEnter(actor);
  const { count } = await database().accountingExtract.deleteMany({ where: { id, bop } });
  if (count === 1) return;
  throw new BusinessError(
    "already-done",
    "Cet extrait est déjà enregistré ou abandonné\u00A0: rechargez la page.",
  );
}

/** Always in the same order: two movements never wait for each other. */
async function lockAccounts(tx: Transaction, extractId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM credit_account WHERE (dossier_id, unit_id) IN (
      SELECT dossier_id, unit_id FROM extract_line WHERE extract_id = ${extractId}::uuid AND kind IS NOT NULL)
    ORDER BY dossier_id, unit_id FOR UPDATE`;
}

async function judgeAgain(
  tx: Transaction,
  actor: Actor,
  { id, bop }: AccountingExtract,
): Promise<void> {
  const judge = new ExtractJudge(tx, actor, bop, parisDay(await portalNow(tx)));
  let after = 0;
  for (;;) {
    const rows = await tx.extractLine.findMany({
      where: { extractId: id, position: { gt: after }, kind: { not: null } },
      orderBy: { position: "asc" },
      take: PAGE,
    });
    const judged = await judge.placed(rows.map(lineOf));
    const changed = judged.filter(
      ({ outcome, reason }, index) =>
        outcome !== rows[index]?.outcome || reason !== rows[index]?.reason,
    );
    if (changed.length > 0) await rewrite(tx, id, changed);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.position;
  }
}

function lineOf(row: ExtractLine): JudgedLine {
  const content = row.content as unknown as ExtractCells;
  const { position, key, kind, unitId, dossierId, onDay } = row;
  const line = { position, key, content, outcome: row.outcome as LineOutcome, reason: row.reason };
  if (!kind || !unitId || !dossierId || !onDay) return { ...line, fact: null };
  const fact = {
    key,
    kind: kind as MovementKind,
    unit: content.unit.trim().toUpperCase(),
    number: content.number.trim(),
    ae: centsFromBigInt(row.ae),
    cp: centsFromBigInt(row.cp),
    reference: row.reference,
    label: row.label,
    day: onDay.toISOString().slice(0, 10) as Day,
    unitId,
    dossierId,
  };
  return { ...line, fact };
}

async function rewrite(
  tx: Transaction,
  extractId: string,
  lines: readonly JudgedLine[],
): Promise<void> {
  const changed = JSON.stringify(
    lines.map(({ position, outcome, reason }) => ({ position, outcome, reason })),
  );
  await tx.$executeRaw`
    UPDATE extract_line SET outcome = changed.outcome, reason = changed.reason
    FROM jsonb_to_recordset(${changed}::jsonb) AS changed (position int, outcome text, reason text)
    WHERE extract_id = ${extractId}::uuid AND extract_line.position = changed.position`;
}

/** The sums of the accounts, the movements, the lines and the audit: the file is as many statements, whatever its size. */
async function write(tx: Transaction, actor: Actor, extract: AccountingExtract): Promise<void> {
  const { id, bop, fileName, fingerprint } = extract;
  await tx.accountingImport.create({
    data: { id, bop, fileName, fingerprint, importedById: actor.agentId },
  });
  await tx.$executeRaw`
    UPDATE credit_account SET committed_ae = committed_ae + taken.ae, paid_cp = paid_cp + taken.cp,
      last_moved_on = greatest(last_moved_on, taken.on_day)
    FROM (
      SELECT dossier_id, unit_id, sum(ae)::bigint AS ae, sum(cp)::bigint AS cp, max(on_day) AS on_day
      FROM extract_line WHERE extract_id = ${id}::uuid AND outcome = 'taken' GROUP BY dossier_id, unit_id) AS taken
    WHERE credit_account.dossier_id = taken.dossier_id AND credit_account.unit_id = taken.unit_id`;
  await tx.$executeRaw`
    WITH line AS MATERIALIZED (
      SELECT *, CASE WHEN outcome = 'taken' THEN uuidv7() END AS movement_id
      FROM extract_line WHERE extract_id = ${id}::uuid ORDER BY position
    ), movement AS (
      INSERT INTO credit_movement (id, kind, unit_id, dossier_id, ae, cp, reference, label, on_day)
      SELECT movement_id, kind, unit_id, dossier_id, ae, cp, reference, label, on_day FROM line WHERE outcome = 'taken'
    )
    INSERT INTO accounting_line (import_id, position, key, content, outcome, reason, movement_id)
    SELECT ${id}::uuid, position, key, content, outcome, reason, movement_id FROM line`;
  const counts = await tx.extractLine.groupBy({
    by: ["outcome"],
    where: { extractId: id },
    _count: true,
  });
  const countOf = (outcome: LineOutcome) =>
    counts.find((each) => each.outcome === outcome)?._count ?? 0;
  await recordFact(tx, {
    chain: GENERAL_CHAIN,
    actorId: actor.agentId,
    action: "extract-entered",
    facts: {
      importId: id,
      bop,
      fingerprint,
      taken: countOf("taken"),
      known: countOf("known"),
      refused: countOf("refused"),
    },
  });
  const sums = await tx.extractLine.groupBy({
    by: ["dossierId"],
    where: { extractId: id, outcome: "taken" },
    orderBy: { dossierId: "asc" },
    _count: true,
    _sum: { ae: true, cp: true },
  });
  for (const { dossierId, _count: lines, _sum: sum } of sums) {
    if (!dossierId) continue;
    await recordFact(tx, {
      chain: dossierChain(dossierId),
      actorId: actor.agentId,
      action: "enter-credits",
      facts: { importId: id, lines, ae: Number(sum.ae ?? 0n), cp: Number(sum.cp ?? 0n) },
    });
  }
}
