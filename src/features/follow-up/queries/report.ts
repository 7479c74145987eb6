import { type Day, parisDay } from "@/domain/calendar";
import { covers } from "@/domain/dossier/team";
import { notFound } from "@/domain/errors";
import { type DutyState, dutyState } from "@/domain/execution/obligations";
import { isPeriod } from "@/domain/execution/periods";
import {
  type Findings,
  findingsOf,
  mayReport,
  type ReadRow,
  readGrid,
} from "@/domain/execution/report";
import { isWeather, type Weather } from "@/domain/execution/weather";
import { type Actor, fullName } from "@/domain/rights/actor";
import { portalNow } from "@/server/clock";
import type { Transaction } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { inRoom } from "@/server/database/ministry-sight";
import { dayOfColumn, type Execution, readExecution } from "@/server/executions";
import type { Relation } from "@/server/visibility";
import { contentOf } from "../content";
import { earlierReport, firstPlan, gridFor } from "../open-report";

/** As whom a report is read. */
export type ReportReader = Extract<Relation, "carrier" | "instruction" | "ministry" | "auditor">;

/** A report before it was corrected. */
export interface FormerReport {
  position: number;
  rows: ReadRow[];
  weather: Weather | null;
  comment: string;
  reason: string;
  by: string;
  at: Date;
}

/** The report of a period as one of its readers sees it. */
export interface Report {
  execution: Execution;
  period: string;
  dueOn: Day;
  state: DutyState;
  /** Null while it is a draft; then who handed it in, and when. */
  handedIn: { at: Date; by: string; corrected: boolean } | null;
  revision: number;
  rows: ReadRow[];
  findings: Findings | null;
  weather: Weather | null;
  comment: string;
  corrections: FormerReport[];
  /** The reader may write it: of the team, with the access, while the project runs and the period has begun. */
  mayWrite: boolean;
}

const NOBODY = "une personne dont le compte n’existe plus";

/** Names of people by their id. */
async function namesOf(
  db: Transaction,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const agents = await db.agent.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, givenName: true, usualName: true },
  });
  return new Map(agents.map((agent) => [agent.id, fullName(agent)]));
}

const REPORT = {
  corrections: { orderBy: { position: "desc" } },
} satisfies Prisma.ProgressReportInclude;

/**
 * The report of a period. Its team reads it from its first draft; those who follow the project once it is handed in.
 * Throws `not-found` out of sight, and for a period that no report is asked of.
 */
export async function readReport(
  actor: Actor,
  as: ReportReader,
  number: string,
  period: string,
): Promise<Report> {
  if (!isPeriod(period)) throw notFound();
  return inRoom(actor, as, (db) => reportIn(db, actor, as, { number, period }));
}

async function reportIn(
  db: Transaction,
  actor: Actor,
  as: ReportReader,
  { number, period }: { number: string; period: string },
): Promise<Report> {
  const execution = await readExecution(actor, as, number, db);
  const dossierId = execution.dossier.id;
  const [obligation, row, earlier, member, now] = await Promise.all([
    db.obligation.findFirst({ where: { dossierId, kind: "report", period, droppedAt: null } }),
    db.progressReport.findUnique({
      where: { dossierId_period: { dossierId, period } },
      include: REPORT,
    }),
    earlierReport(db, dossierId, period),
    db.dossierMember.findFirst({
      where: { dossierId, agentId: actor.agentId },
      select: { access: true },
    }),
    portalNow(db),
  ]);
  const isHandedIn = row !== null && row.status !== "draft";
  if (!isHandedIn && (as !== "carrier" || !obligation)) throw notFound();
  const today = parisDay(now);
  const content = row ? contentOf(row.content) : { cells: {} };
  const rows = content.rows ?? readGrid(gridFor(execution, period, earlier), content.cells);
  const names = await namesOf(db, [
    row?.submittedById ?? null,
    ...(row?.corrections ?? []).map(({ byId }) => byId),
  ]);
  const dueOn = obligation ? dayOfColumn(obligation.dueOn) : today;
  return {
    execution,
    period,
    dueOn,
    state: obligation
      ? dutyState({ period, dueOn, isDone: obligation.doneAt !== null, isDropped: false }, today)
      : "dropped",
    handedIn:
      isHandedIn && row.submittedAt
        ? {
            at: row.submittedAt,
            by: names.get(row.submittedById ?? "") ?? NOBODY,
            corrected: row.status === "corrected",
          }
        : null,
    revision: row?.revision ?? 0,
    rows,
    findings: findingsOf(rows, firstPlan(execution), period),
    weather: isWeather(row?.weather) ? row.weather : null,
    comment: row?.comment ?? "",
    corrections: (row?.corrections ?? []).map((former) => formerOf(former, names)),
    mayWrite:
      as === "carrier" &&
      covers(member?.access ?? "read", "write") &&
      execution.dossier.status === "in-execution" &&
      mayReport(period, today),
  };
}

type CorrectionRow = Prisma.ReportCorrectionGetPayload<object>;

function formerOf(row: CorrectionRow, names: ReadonlyMap<string, string>): FormerReport {
  const before = row.before as { content?: unknown; weather?: unknown; comment?: unknown };
  return {
    position: row.position,
    rows: contentOf(before.content).rows ?? [],
    weather: isWeather(before.weather) ? before.weather : null,
    comment: typeof before.comment === "string" ? before.comment : "",
    reason: row.reason,
    by: names.get(row.byId) ?? NOBODY,
    at: row.at,
  };
}
