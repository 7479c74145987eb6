import "server-only";
import type { Day } from "@/domain/calendar";
import { parisDay } from "@/domain/calendar";
import { BusinessError, notFound } from "@/domain/errors";
import type { FirstPlan } from "@/domain/execution/drift";
import { daysOf } from "@/domain/execution/periods";
import { mayReport } from "@/domain/execution/report";
import { type GridRow, gridOf } from "@/domain/execution/report-grid";
import type { Actor } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { Transaction } from "@/server/database/client";
import { columnOfDay, type Execution, lockExecution } from "@/server/executions";
import { lockDossier } from "@/server/team-dossier";
import { contentOf, valuesOf } from "./content";

/** The plan that drift is told against. */
export const firstPlan = ({ first }: Pick<Execution, "first">): FirstPlan => ({
  total: first.total,
  startsOn: first.startsOn,
  endsOn: first.endsOn,
});

/** The last report handed in before a period; null for the first. */
export async function earlierReport(
  tx: Pick<Transaction, "progressReport">,
  dossierId: string,
  period: string,
) {
  const row = await tx.progressReport.findFirst({
    where: {
      dossierId,
      status: { not: "draft" },
      periodEndsOn: { lt: columnOfDay(daysOf(period).last) },
    },
    orderBy: { periodEndsOn: "desc" },
    select: { period: true, content: true },
  });
  return row && { period: row.period, values: valuesOf(contentOf(row.content).rows ?? []) };
}

/** The grid of a period of a project, with what an earlier report gives. */
export function gridFor(
  execution: Pick<Execution, "inForce" | "dossier">,
  period: string,
  earlier: Awaited<ReturnType<typeof earlierReport>>,
): GridRow[] {
  const { figures } = THEMES[execution.dossier.themeCode];
  return gridOf({ period, forecast: execution.inForce, figures, earlier });
}

/**
 * Opens the report of a period for writing by the team: the dossier's and the execution's rows locked until commit.
 * Throws `not-found` when no report of that period is asked, `not-open` before its first day.
 */
export async function lockReport(
  tx: Transaction,
  actor: Actor,
  { number, period }: { number: string; period: string },
) {
  const dossier = await lockDossier(tx, actor, number, "write");
  const execution = await lockExecution(tx, dossier.id);
  const obligation = await tx.obligation.findFirst({
    where: { dossierId: dossier.id, kind: "report", period, droppedAt: null },
  });
  if (!obligation) throw notFound();
  const today: Day = parisDay(dossier.now);
  if (!mayReport(period, today)) {
    throw new BusinessError(
      "not-open",
      "Cette période n’a pas commencé\u00A0: son compte rendu s’ouvre le premier jour.",
    );
  }
  const report = await tx.progressReport.findUnique({
    where: { dossierId_period: { dossierId: dossier.id, period } },
  });
  return { dossier, execution, obligation, report, now: dossier.now };
}

/** The refusal of a write on a report that was handed in. */
export const handedIn = () =>
  new BusinessError(
    "already-done",
    "Ce compte rendu est remis\u00A0: il ne change plus que par une rectification, avec sa raison.",
  );
