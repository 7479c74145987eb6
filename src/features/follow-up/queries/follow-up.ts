import { type Day, parisDay } from "@/domain/calendar";
import { covers } from "@/domain/dossier/team";
import { type Trend, trendOf } from "@/domain/execution/drift";
import { type DutyState, dutyOf, dutyState, mayMeet } from "@/domain/execution/obligations";
import { mayReport } from "@/domain/execution/report";
import { isWeather, type Weather } from "@/domain/execution/weather";
import { type Cents, centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { Duty } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import type { Transaction } from "@/server/database/client";
import { inRoom } from "@/server/database/ministry-sight";
import { dayOfColumn, type Execution, readExecution } from "@/server/executions";
import type { ReportReader } from "./report";

/** Something due, with where it stands. */
export interface FollowedDuty {
  id: string;
  kind: string;
  period: string;
  dueOn: Day;
  state: DutyState;
  doneAt: Date | null;
  note: string;
  /** What the theme says of it; undefined for a duty of another version of the theme. */
  duty: Duty | undefined;
  /** The period has begun, or what is asked once may be told done. */
  isOpen: boolean;
}

/** What a report handed in says of the project. */
export interface ReportLine {
  period: string;
  status: "submitted" | "corrected";
  weather: Weather;
  spent: Cents;
  budget: number | null;
  calendar: number;
  budgetTrend: Trend | null;
  calendarTrend: Trend | null;
  submittedAt: Date;
}

/** A project as it is followed: what is due, and what was reported. */
export interface FollowUp {
  execution: Execution;
  duties: readonly FollowedDuty[];
  /** Handed in, the last period first. */
  reports: readonly ReportLine[];
  /** Periods whose report is begun and not handed in; empty for those who are not of the team. */
  drafts: readonly string[];
  mayWrite: boolean;
  today: Day;
}

/** The follow-up of a project, in four queries. Throws `not-found` out of sight and before its opening. */
export function readFollowUp(actor: Actor, as: ReportReader, number: string): Promise<FollowUp> {
  return inRoom(actor, as, (db) => followUpIn(db, actor, as, number));
}

async function followUpIn(
  db: Transaction,
  actor: Actor,
  as: ReportReader,
  number: string,
): Promise<FollowUp> {
  const execution = await readExecution(actor, as, number, db);
  const dossierId = execution.dossier.id;
  const [duties, reports, member, now] = await Promise.all([
    db.obligation.findMany({
      where: { dossierId, droppedAt: null },
      orderBy: [{ dueOn: "asc" }, { kind: "asc" }],
    }),
    db.progressReport.findMany({
      where: { dossierId },
      orderBy: { periodEndsOn: "asc" },
      select: {
        period: true,
        status: true,
        weather: true,
        spent: true,
        budgetDrift: true,
        calendarDrift: true,
        submittedAt: true,
      },
    }),
    db.dossierMember.findFirst({
      where: { dossierId, agentId: actor.agentId },
      select: { access: true },
    }),
    portalNow(db),
  ]);
  const today = parisDay(now);
  const theme = THEMES[execution.dossier.themeCode];
  const isOfTeam = as === "carrier" && covers(member?.access ?? "read", "write");
  return {
    execution,
    duties: duties.map(({ id, kind, period, doneAt, note, ...row }) => {
      const dueOn = dayOfColumn(row.dueOn);
      return {
        id,
        kind,
        period,
        dueOn,
        state: dutyState({ period, dueOn, isDone: doneAt !== null, isDropped: false }, today),
        doneAt,
        note,
        duty: dutyOf(theme, kind),
        isOpen: period === "" ? mayMeet({ kind, dueOn }, today) : mayReport(period, today),
      };
    }),
    reports: withTrends(reports.flatMap(lineOf)).toReversed(),
    drafts:
      as === "carrier"
        ? reports.filter(({ status }) => status === "draft").map(({ period }) => period)
        : [],
    mayWrite: isOfTeam && execution.dossier.status === "in-execution",
    today,
  };
}

type Row = {
  period: string;
  status: string;
  weather: string | null;
  spent: bigint | null;
  budgetDrift: number | null;
  calendarDrift: number | null;
  submittedAt: Date | null;
};
type Untrended = Omit<ReportLine, "budgetTrend" | "calendarTrend">;

/** A draft says nothing yet. */
function lineOf(row: Row): Untrended[] {
  const { period, weather, submittedAt } = row;
  if (!isWeather(weather) || !submittedAt) return [];
  return [
    {
      period,
      status: row.status === "corrected" ? "corrected" : "submitted",
      weather,
      spent: centsFromBigInt(row.spent ?? 0n),
      budget: row.budgetDrift,
      calendar: row.calendarDrift ?? 0,
      submittedAt,
    },
  ];
}

/** Each against the one before it. */
function withTrends(lines: readonly Untrended[]): ReportLine[] {
  return lines.map((line, index) => {
    const before = lines[index - 1];
    return {
      ...line,
      budgetTrend: before ? trendOf(before.budget, line.budget) : null,
      calendarTrend: before ? trendOf(before.calendar, line.calendar) : null,
    };
  });
}
