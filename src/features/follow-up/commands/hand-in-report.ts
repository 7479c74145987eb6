import { BusinessError } from "@/domain/errors";
import { daysOf } from "@/domain/execution/periods";
import {
  type Findings,
  findingsOf,
  gridProblems,
  needsComment,
  type ReadRow,
  readGrid,
} from "@/domain/execution/report";
import type { Weather } from "@/domain/execution/weather";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import { columnOfDay } from "@/server/executions";
import { fingerprint } from "@/server/fingerprint";
import { type Notice, notify } from "@/server/notifications";
import { dnumAgents, themeAgents } from "@/server/recipients";
import { contentOf } from "../content";
import { earlierReport, firstPlan, gridFor, handedIn, lockReport } from "../open-report";
import type { CorrectionInput, HandInInput } from "../schemas";

type Locked = Awaited<ReturnType<typeof lockReport>>;

/** Reads a whole grid. Throws `incomplete` naming each cell that stands in the way. */
function judged(rows: readonly ReadRow[], { execution }: Locked, period: string): Findings {
  const problems = gridProblems(rows);
  const findings = findingsOf(rows, firstPlan(execution), period);
  if (problems.length > 0 || !findings) {
    throw new BusinessError(
      "incomplete",
      "Des cases sont à compléter ou à corriger avant de remettre ce compte rendu.",
      problems,
    );
  }
  return findings;
}

function requireComment(findings: Findings, weather: Weather, comment: string): void {
  if (comment !== "" || !needsComment(findings, weather)) return;
  const message =
    "Expliquez l’écart en une ou deux phrases. Exemple\u00A0: le marché est notifié avec un mois de retard.";
  throw new BusinessError("incomplete", message, [{ path: "comment", message }]);
}

/** The columns that lists and sums read. */
const sumsOf = ({ spent, estimate, drift, suggested }: Findings) => ({
  spent: BigInt(spent),
  estimatedCost: BigInt(estimate.total),
  estimatedEndsOn: columnOfDay(estimate.endsOn),
  budgetDrift: drift.budget,
  calendarDrift: drift.calendar,
  suggestedWeather: suggested,
});

/**
 * Hands in the report of a period, once: its lines are kept with what they were compared with, its duty is met. Whoever
 * follows the project is told when it needs help. Throws `incomplete` naming each cell, `changed-meanwhile` when it is
 * no longer what was read again, `already-done` the second time.
 */
export function handInReport(actor: Actor, input: HandInInput): Promise<void> {
  return inTransaction(async (tx) => {
    const locked = await lockReport(tx, actor, input);
    const { dossier, execution, obligation, report, now } = locked;
    if (report && report.status !== "draft") throw handedIn();
    const { period, weather, comment } = input;
    const cells = report ? contentOf(report.content).cells : {};
    const grid = gridFor(execution, period, await earlierReport(tx, dossier.id, period));
    const rows = readGrid(grid, cells);
    const findings = judged(rows, locked, period);
    if ((report?.revision ?? 0) !== input.revision) {
      throw new BusinessError(
        "changed-meanwhile",
        "Ce compte rendu a changé depuis que vous l’avez relu\u00A0: il n’a pas été remis. Relisez-le, puis remettez-le.",
      );
    }
    requireConfirmed(rows, input);
    requireComment(findings, weather, comment);
    const content = { cells, rows: rows.map(frozen) };
    const written = {
      content,
      revision: input.revision + 1,
      comment,
      status: "submitted",
      weather,
      ...sumsOf(findings),
      submittedById: actor.agentId,
      submittedAt: now,
      updatedAt: now,
    };
    await tx.progressReport.upsert({
      where: { dossierId_period: { dossierId: dossier.id, period } },
      // Everything was as planned: the report is handed in without a draft.
      create: { dossierId: dossier.id, period, periodEndsOn: endOf(period), ...written },
      update: written,
    });
    await tx.obligation.update({
      where: { id: obligation.id },
      data: { doneAt: now, doneById: actor.agentId },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "hand-in-report",
      facts: { period, weather, spent: findings.spent, fingerprint: printOf(rows) },
    });
    await tellHelp(tx, locked, { period, weather });
  });
}

/** A forecast never leaves unseen: whoever hands it in says that they read it again. */
function requireConfirmed(rows: readonly ReadRow[], { confirmed }: HandInInput): void {
  const waiting = rows.filter(({ toConfirm }) => toConfirm).length;
  if (waiting === 0 || confirmed === "oui") return;
  const message = "Confirmez les valeurs reprises, ou modifiez-les dans la grille.";
  throw new BusinessError("incomplete", message, [{ path: "confirmed", message }]);
}

/**
 * Corrects a report handed in, with a reason: what it was is kept beside. Its lines stay compared with what they were.
 * Throws `changed-meanwhile` when it was corrected by another person since it was read.
 */
export function correctReport(actor: Actor, input: CorrectionInput): Promise<void> {
  return inTransaction(async (tx) => {
    const locked = await lockReport(tx, actor, input);
    const { dossier, report, now } = locked;
    if (!report || report.status === "draft") {
      throw new BusinessError(
        "not-open",
        "Ce compte rendu n’est pas encore remis\u00A0: modifiez-le.",
      );
    }
    if (report.revision !== input.revision) {
      throw new BusinessError(
        "changed-meanwhile",
        "Une autre personne a rectifié ce compte rendu. Votre saisie est gardée ci-dessous\u00A0: rechargez la page pour lire la sienne.",
      );
    }
    const { period, weather, comment, reason } = input;
    const before = contentOf(report.content);
    // What was read again once stays typed: a correction leaves nothing to confirm.
    const grid = (before.rows ?? []).map((row) => ({ ...row, offered: row.typed }));
    const rows = readGrid(grid, { ...valuesTyped(grid), ...input.cells });
    const findings = judged(rows, locked, period);
    requireComment(findings, weather, comment);
    const position = 1 + (await tx.reportCorrection.count({ where: { reportId: report.id } }));
    await tx.reportCorrection.create({
      data: {
        reportId: report.id,
        position,
        before: { content: report.content, weather: report.weather, comment: report.comment },
        reason,
        byId: actor.agentId,
      },
    });
    const content = { cells: before.cells, rows: rows.map(frozen) };
    await tx.progressReport.update({
      where: { id: report.id },
      data: {
        content,
        revision: report.revision + 1,
        comment,
        status: "corrected",
        weather,
        ...sumsOf(findings),
        writtenById: actor.agentId,
        updatedAt: now,
      },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "correct-report",
      facts: {
        period,
        weather,
        spent: findings.spent,
        reason,
        fingerprint: printOf(rows),
      },
    });
    await tellHelp(tx, locked, { period, weather });
  });
}

const valuesTyped = (rows: readonly ReadRow[]) =>
  Object.fromEntries(rows.map(({ key, typed }) => [key, typed]));

/** What was told, whatever was typed to tell it. */
const printOf = (rows: readonly ReadRow[]) => fingerprint(valuesTyped(rows));

const endOf = (period: string) => columnOfDay(daysOf(period).last);

/** Without problems, since none is left once it is handed in. */
const frozen = (row: ReadRow) => ({ ...row, problem: null });

/** Told once for each period, whoever corrects it afterwards. */
async function tellHelp(
  tx: Transaction,
  { dossier, execution }: Locked,
  { period, weather }: { period: string; weather: Weather },
): Promise<void> {
  if (weather !== "help-needed" && weather !== "compromised") return;
  const { themeCode, ministryId } = execution.dossier;
  const owners = await themeAgents(tx, themeCode, ["theme-owner", "instructor"]);
  const dnum = ministryId === null ? [] : await dnumAgents(tx, ministryId);
  const to = (kind: Notice["kind"], people: readonly string[]): Notice[] =>
    people.map((recipientId) => ({
      kind,
      recipientId,
      dossierId: dossier.id,
      payload: { period, weather },
      onceKey: `${kind}:${dossier.id}:${period}:${weather}:${recipientId}`,
    }));
  await notify(tx, [...to("report-help", owners), ...to("report-help-dnum", dnum)]);
}
