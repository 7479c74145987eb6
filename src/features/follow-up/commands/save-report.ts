import { separatorOf } from "@/domain/dossier/pasted-table";
import { BusinessError } from "@/domain/errors";
import { pastedCells } from "@/domain/execution/pasted-report";
import { daysOf } from "@/domain/execution/periods";
import type { TypedCells } from "@/domain/execution/report";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import { columnOfDay } from "@/server/executions";
import { fingerprint } from "@/server/fingerprint";
import { contentOf } from "../content";
import { earlierReport, gridFor, handedIn, lockReport } from "../open-report";
import type { PasteInput, ReportInput } from "../schemas";

/** What became of a save. In a conflict nothing was written: somebody of the team saved it meanwhile. */
export type ReportSaved =
  | { status: "saved"; revision: number; savedAt: string }
  | { status: "conflict"; revision: number; saved: { cells: TypedCells; comment: string } };

/** A report as it is addressed. */
export interface ReportAddress {
  number: string;
  period: string;
}

type Locked = Awaited<ReturnType<typeof lockReport>>;

/** Keeps what is typed as the next revision of the draft. */
async function keep(
  tx: Transaction,
  actor: Actor,
  { dossier, report, now }: Locked,
  next: ReportAddress & { cells: TypedCells; comment: string },
): Promise<number> {
  const { period, cells, comment } = next;
  const revision = (report?.revision ?? 0) + 1;
  const written = {
    content: { cells },
    comment,
    revision,
    writtenById: actor.agentId,
    updatedAt: now,
  };
  await tx.progressReport.upsert({
    where: { dossierId_period: { dossierId: dossier.id, period } },
    create: {
      dossierId: dossier.id,
      period,
      periodEndsOn: columnOfDay(daysOf(period).last),
      ...written,
    },
    update: written,
  });
  await recordFact(tx, {
    chain: dossierChain(dossier.id),
    actorId: actor.agentId,
    action: "save-report",
    facts: { period, revision, fingerprint: fingerprint({ cells, comment }) },
  });
  return revision;
}

/**
 * Keeps a report as typed, complete or not. The same content sent twice writes nothing; another content over an older
 * revision is a conflict and writes nothing either. Throws `already-done` once it is handed in.
 */
export function saveReport(actor: Actor, input: ReportInput & ReportAddress): Promise<ReportSaved> {
  return inTransaction(async (tx) => {
    const locked = await lockReport(tx, actor, input);
    const { report, now } = locked;
    if (report && report.status !== "draft") throw handedIn();
    const saved = {
      cells: report ? contentOf(report.content).cells : {},
      comment: report?.comment ?? "",
    };
    const next = { cells: input.cells, comment: input.comment };
    const revision = report?.revision ?? 0;
    if (fingerprint(next) === fingerprint(saved)) {
      return { status: "saved", revision, savedAt: now.toISOString() };
    }
    if (input.baseRevision !== revision) return { status: "conflict", revision, saved };
    const kept = await keep(tx, actor, locked, { ...input, ...next });
    return { status: "saved", revision: kept, savedAt: now.toISOString() };
  });
}

/**
 * The grid of a plain form, which posts every cell: those left as they were offered and never typed stay to be
 * confirmed. Throws `changed-meanwhile` on a conflict.
 */
export function saveReportForm(
  actor: Actor,
  input: ReportInput & ReportAddress,
): Promise<ReportSaved> {
  return inTransaction(async (tx) => {
    const locked = await lockReport(tx, actor, input);
    const { dossier, execution, report, now } = locked;
    if (report && report.status !== "draft") throw handedIn();
    const before = report ? contentOf(report.content).cells : {};
    const rows = gridFor(
      execution,
      input.period,
      await earlierReport(tx, dossier.id, input.period),
    );
    const offered = new Map(rows.map((row) => [row.key, row.offered]));
    const cells = Object.fromEntries(
      Object.entries(input.cells).filter(
        ([key, typed]) => key in before || typed !== offered.get(key),
      ),
    );
    const revision = report?.revision ?? 0;
    const isSame =
      fingerprint({ cells, comment: input.comment }) ===
      fingerprint({ cells: before, comment: report?.comment ?? "" });
    if (isSame) return { status: "saved", revision, savedAt: now.toISOString() };
    if (input.baseRevision !== revision) throw movedMeanwhile();
    const kept = await keep(tx, actor, locked, { ...input, cells });
    return { status: "saved", revision: kept, savedAt: now.toISOString() };
  });
}

const movedMeanwhile = () =>
  new BusinessError(
    "changed-meanwhile",
    "Une autre personne a modifié ce compte rendu. Votre saisie est gardée ci-dessous\u00A0: copiez ce que vous voulez garder, puis rechargez la page.",
  );

/** Fills the grid from a table of a spreadsheet: what is read is kept at once, what is not is told line by line. */
export function pasteReport(
  actor: Actor,
  input: PasteInput,
): Promise<{ filled: number; problems: string[] }> {
  return inTransaction(async (tx) => {
    const locked = await lockReport(tx, actor, input);
    const { dossier, execution, report } = locked;
    if (report && report.status !== "draft") throw handedIn();
    const rows = gridFor(
      execution,
      input.period,
      await earlierReport(tx, dossier.id, input.period),
    );
    const separator = separatorOf(input.table);
    const table = input.table.split("\n").map((line) => line.split(separator));
    const { cells, problems } = pastedCells(rows, table);
    const filled = Object.keys(cells).length;
    if (filled > 0) {
      const before = report ? contentOf(report.content).cells : {};
      await keep(tx, actor, locked, {
        ...input,
        cells: { ...before, ...cells },
        comment: report?.comment ?? "",
      });
    }
    return { filled, problems };
  });
}
