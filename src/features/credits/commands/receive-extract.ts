import { parisDay } from "@/domain/calendar";
import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { bopKept } from "@/domain/rights/credits";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import type { PostedFile } from "@/server/posted-file";
import { type RawLine, readExtract } from "../extract-file";
import { ExtractJudge, type JudgedLine } from "../judge-extract";

const BATCH = 2_000;

/** The BOP whose extracts the actor enters. Throws `not-found` to whoever keeps none. */
export function bopToEnter(actor: Actor): string {
  const bop = bopKept(actor);
  if (!bop) throw notFound();
  return bop;
}

/**
 * Reads an extract line by line, and keeps what would become of each: nothing is entered yet. The same file already
 * entered leads to its report; received and not entered, it is read again. Throws `invalid-input` or `too-large` for what
 * is no extract: nothing of it is kept.
 */
export async function receiveExtract(actor: Actor, file: PostedFile): Promise<{ id: string }> {
  const bop = bopToEnter(actor);
  const { sha256: fingerprint } = file;
  const entered = await database().accountingImport.findUnique({
    where: { fingerprint_bop: { fingerprint, bop } },
    select: { id: true },
  });
  if (entered) return entered;
  await readWhole(file.path);
  const { id } = await database().accountingExtract.create({
    data: { bop, fingerprint, fileName: shortName(file.name), receivedById: actor.agentId },
    select: { id: true },
  });
  try {
    await keepLines(id, file.path, await judgeOf(actor, bop));
  } catch (error) {
    await database().accountingExtract.delete({ where: { id } });
    throw error;
  }
  // What was received of the same file before says no more than this.
  await database().accountingExtract.deleteMany({ where: { fingerprint, bop, id: { lt: id } } });
  return { id };
}

/** Reads the file once for nothing: what is no extract, or too long, is refused before anything is written. */
async function readWhole(path: string): Promise<void> {
  const lines = readExtract(path);
  while (!(await lines.next()).done);
}

async function judgeOf(actor: Actor, bop: string): Promise<ExtractJudge> {
  return new ExtractJudge(database(), actor, bop, parisDay(await portalNow()));
}

async function keepLines(id: string, path: string, judge: ExtractJudge): Promise<void> {
  let batch: RawLine[] = [];
  const keep = async () => {
    const judged = await judge.lines(batch);
    await insertLines(id, judged);
    batch = [];
  };
  for await (const line of readExtract(path)) {
    batch.push(line);
    if (batch.length === BATCH) await keep();
  }
  if (batch.length > 0) await keep();
}

/** One statement, one parameter: thousands of rows as values are ten times as slow. */
async function insertLines(extractId: string, lines: readonly JudgedLine[]): Promise<void> {
  const rows = lines.map(({ position, key, content, outcome, reason, fact }) => ({
    position,
    key,
    content,
    outcome,
    reason,
    kind: fact?.kind,
    unit: fact?.unitId,
    dossier: fact?.dossierId,
    ae: fact?.ae ?? 0,
    cp: fact?.cp ?? 0,
    reference: fact?.reference ?? "",
    label: fact?.label ?? "",
    day: fact?.day,
  }));
  await database().$executeRaw`
    INSERT INTO extract_line (extract_id, position, key, content, outcome, reason, kind, unit_id, dossier_id, ae, cp,
      reference, label, on_day)
    SELECT ${extractId}::uuid, position, key, content, outcome, reason, kind, unit, dossier, ae, cp, reference, label, day
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS line (position int, key text, content jsonb, outcome text,
      reason text, kind text, unit uuid, dossier uuid, ae bigint, cp bigint, reference text, label text, day date)`;
}

/** A name that a page can show: its end, without what a path or a control would add. */
function shortName(name: string): string {
  const [last = ""] = name.split(/[\\/]/).slice(-1);
  const plain = last.normalize("NFC").replace(/[\p{Cc}\p{Cf}]/gu, "");
  return plain.slice(-120) || "extrait.csv";
}
