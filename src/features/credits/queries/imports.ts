import type { Readable } from "node:stream";
import { z } from "zod";
import {
  EXTRACT_COLUMNS,
  type ExtractCells,
  LINE_OUTCOMES,
  type LineOutcome,
  OUTCOME_WORDS,
} from "@/domain/credits/extract";
import { notFound } from "@/domain/errors";
import { type Cents, centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { bopKept, readsAllCredits } from "@/domain/rights/credits";
import { database } from "@/server/database/client";
import { csvOf } from "@/server/spreadsheet/csv";

export const LINES_PAGE = 50;
const IMPORTS_SHOWN = 50;
/** Lines read at a time for the file of a report. */
const BATCH = 1_000;

/** The BOPs whose extracts the actor reads: the one they keep, all for who reads all. Throws `not-found` for others. */
function bopsRead(actor: Actor): string[] | null {
  if (readsAllCredits(actor)) return null;
  const bop = bopKept(actor);
  if (!bop) throw notFound();
  return [bop];
}

export interface ImportRow {
  id: string;
  bop: string;
  fileName: string;
  at: Date;
  /** False while nobody entered it. */
  entered: boolean;
}

/** The extracts entered, newest first, after those that wait. */
export async function readImports(
  actor: Actor,
): Promise<{ rows: readonly ImportRow[]; maySend: boolean }> {
  const bops = bopsRead(actor);
  const where = bops ? { bop: { in: bops } } : {};
  const [waiting, entered] = await Promise.all([
    database().accountingExtract.findMany({
      where,
      orderBy: { receivedAt: "desc" },
      take: IMPORTS_SHOWN,
    }),
    database().accountingImport.findMany({ where, orderBy: { at: "desc" }, take: IMPORTS_SHOWN }),
  ]);
  return {
    rows: [
      ...waiting.map(({ id, bop, fileName, receivedAt: at }) => ({
        id,
        bop,
        fileName,
        at,
        entered: false,
      })),
      ...entered.map(({ id, bop, fileName, at }) => ({ id, bop, fileName, at, entered: true })),
    ],
    maySend: bopKept(actor) !== null,
  };
}

export interface ReportLine {
  position: number;
  content: ExtractCells;
  outcome: LineOutcome;
  reason: string;
}

export interface ImportReport extends ImportRow {
  fingerprint: string;
  counts: Readonly<Record<LineOutcome, number>>;
  /** What the lines taken add to commitments and payments. */
  taken: { ae: Cents; cp: Cents };
  lines: readonly ReportLine[];
  /** The line after which the list goes on; null at its end. */
  next: number | null;
  /** Whether the reader may enter it. */
  mayEnter: boolean;
}

/** What the address of a report asks for. */
export interface ReportQuery {
  outcome: LineOutcome | null;
  after: number;
}

/** Reads the address; what does not exist is as if it were not asked. */
export function readReportQuery(
  params: Readonly<Record<string, string | string[] | undefined>>,
): ReportQuery {
  const one = (name: string) => [params[name]].flat()[0] ?? "";
  const after = one("apres");
  return {
    outcome: LINE_OUTCOMES.find((each) => OUTCOME_WORDS[each].slug === one("lignes")) ?? null,
    after: /^\d{1,7}$/.test(after) ? Number(after) : 0,
  };
}

/** The report of an extract by line, before it is entered and after. Throws `not-found` out of the actor's sight. */
export async function readImport(
  actor: Actor,
  id: string,
  { outcome, after }: ReportQuery,
): Promise<ImportReport> {
  const found = await findImport(actor, id);
  const { lines, groups, taken } = await linesOf(found, { outcome, after }, LINES_PAGE + 1);
  const page = lines.slice(0, LINES_PAGE);
  const countOf = (each: LineOutcome) =>
    groups.find((group) => group.outcome === each)?._count ?? 0;
  return {
    ...found,
    counts: { taken: countOf("taken"), known: countOf("known"), refused: countOf("refused") },
    taken,
    lines: page,
    next: lines.length > LINES_PAGE ? (page.at(-1)?.position ?? null) : null,
    mayEnter: !found.entered && bopKept(actor) === found.bop,
  };
}

type Found = ImportRow & { fingerprint: string };

async function findImport(actor: Actor, id: string): Promise<Found> {
  const bops = bopsRead(actor);
  if (!z.uuid().safeParse(id).success) throw notFound();
  const where = { id, ...(bops && { bop: { in: bops } }) };
  const [entered, waiting] = await Promise.all([
    database().accountingImport.findFirst({ where }),
    database().accountingExtract.findFirst({ where }),
  ]);
  if (entered) return { ...entered, entered: true };
  if (waiting) return { ...waiting, at: waiting.receivedAt, entered: false };
  throw notFound();
}

async function linesOf({ id, entered }: Found, { outcome, after }: ReportQuery, take: number) {
  const where = { position: { gt: after }, ...(outcome && { outcome }) };
  const order = { orderBy: { position: "asc" }, take } as const;
  const db = database();
  const [rows, groups, sums] = entered
    ? await Promise.all([
        db.accountingLine.findMany({ where: { importId: id, ...where }, ...order }),
        db.accountingLine.groupBy({ by: ["outcome"], where: { importId: id }, _count: true }),
        db.creditMovement.aggregate({
          where: { line: { importId: id } },
          _sum: { ae: true, cp: true },
        }),
      ])
    : await Promise.all([
        db.extractLine.findMany({ where: { extractId: id, ...where }, ...order }),
        db.extractLine.groupBy({ by: ["outcome"], where: { extractId: id }, _count: true }),
        db.extractLine.aggregate({
          where: { extractId: id, outcome: "taken" },
          _sum: { ae: true, cp: true },
        }),
      ]);
  return {
    lines: rows.map(
      ({ position, content, outcome: became, reason }): ReportLine => ({
        position,
        content: content as unknown as ExtractCells,
        outcome: became as LineOutcome,
        reason,
      }),
    ),
    groups,
    taken: { ae: centsFromBigInt(sums._sum.ae ?? 0n), cp: centsFromBigInt(sums._sum.cp ?? 0n) },
  };
}

const HEADINGS = EXTRACT_COLUMNS.map(({ label }) => label);

/** The whole report as a CSV, line by line: no text of it is a formula. */
export async function reportFile(actor: Actor, id: string): Promise<Readable> {
  const found = await findImport(actor, id);
  async function* rows(): AsyncGenerator<string[]> {
    let after = 0;
    for (;;) {
      const { lines } = await linesOf(found, { outcome: null, after }, BATCH);
      for (const { position, content, outcome, reason } of lines) {
        yield [
          String(position),
          OUTCOME_WORDS[outcome].label,
          reason,
          ...EXTRACT_COLUMNS.map(({ key }) => content[key]),
        ];
      }
      const last = lines.at(-1);
      if (!last || lines.length < BATCH) return;
      after = last.position;
    }
  }
  return csvOf({
    name: "Rapport",
    headings: ["Ligne", "Résultat", "Raison", ...HEADINGS],
    rows: rows(),
  });
}

/** The headings of an extract with a line to replace. Throws `not-found` to who reads none. */
export function extractModel(actor: Actor): Readable {
  bopsRead(actor);
  return csvOf({ name: "Extrait", headings: HEADINGS, rows: example() });
}

async function* example(): AsyncGenerator<string[]> {
  yield [
    "0363-INT-UO1",
    "EJ",
    "2100034567",
    "10",
    "2021",
    "2021-000421",
    "12500,50",
    "15/01/2021",
    "Bon de commande",
  ];
}
