import { type Day, parisDay } from "@/domain/calendar";
import { type OwnShare, ownShare } from "@/domain/dossier/co-financing";
import type { Stage } from "@/domain/dossier/stages";
import { type DossierStatus, STATUS_LABELS, statusForCarrier } from "@/domain/dossier/statuses";
import { alertsOf, type ProjectAlert } from "@/domain/execution/alerts";
import { dutyName } from "@/domain/execution/obligations";
import { isWeather } from "@/domain/execution/weather";
import { type Cents, centsFromBigInt } from "@/domain/money";
import type { ThemeCode } from "@/domain/themes/types";
import type { Transaction } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { dormantSql, type Moment, orderSql, sourcesSql, stageSql } from "./selection";

/** A dossier as its ministry's lists show it. */
export interface PortfolioRow {
  id: string;
  number: string;
  title: string;
  organisation: string;
  ministry: string;
  themeCode: ThemeCode;
  stage: Stage;
  /** As shown to the ministry. */
  status: (typeof STATUS_LABELS)[DossierStatus];
  /** The team shows it before its filing: its summary and nothing else. */
  isDraft: boolean;
  /** `UNRANKED` without one. */
  rank: number;
  /** The planned cost of a draft, which asks nothing yet; null once filed. */
  plannedCost: Cents | null;
  asked: Cents | null;
  /** Null until an award is notified. */
  awarded: Cents | null;
  /** Of the plan as filed; null for a draft. */
  own: OwnShare | null;
  /** The next thing expected, in words, and its day. */
  next: { label: string; dueOn: Day } | null;
  alerts: readonly ProjectAlert[];
}

/** Columns of a row, as `readRows` reads it. */
interface Row {
  id: string;
  number: string;
  title: string;
  organisation: string;
  ministry: string;
  theme: ThemeCode;
  stage: Stage;
  status: DossierStatus;
  notified: boolean;
  filed: boolean;
  rank: number;
  planned: bigint | null;
  asked: bigint | null;
  total: bigint | null;
  staff: bigint | null;
  others: bigint | null;
  awarded: bigint | null;
  filingOn: Day | null;
  visaBy: Date | null;
  suspended: boolean;
  endsOn: Day | null;
  dueOn: Day | null;
  dutyKind: string | null;
  dutyPeriod: string | null;
  weather: string | null;
  budget: number | null;
  calendar: number | null;
  dormant: bigint;
}

/** What is read of the dossier itself. */
const OF_DOSSIER = Prisma.sql`d.id, d.number, d.title, d.carrier_id, d.ministry_id, d.theme_code, d.status, d.notified_at,
  d.filed_at, d.ministry_rank, d.requested_grant, d.total, d.staff_cost, d.co_financing, d.planned_filing_on`;

/** What of a row the ministry reads before anything else: found first, so that the rest is read of a page alone. */
export const placesSql = (condition: Prisma.Sql, moment: Moment): Prisma.Sql =>
  Prisma.sql`${placeSql(moment)} FROM ${sourcesSql()} WHERE ${condition}`;

/** The same of one page, cut before anything is joined to its dossiers: `condition` looks at them alone. */
export function cutPlacesSql(condition: Prisma.Sql, cut: Prisma.Sql, moment: Moment): Prisma.Sql {
  const page = Prisma.sql`(SELECT ${OF_DOSSIER} FROM dossier d WHERE ${condition} ${cut}) AS d`;
  return Prisma.sql`${placeSql(moment)} FROM ${sourcesSql(page)}`;
}

const placeSql = (moment: Moment) => Prisma.sql`
  SELECT ${OF_DOSSIER}, ${stageSql(moment)} AS stage, v.tacit_at, e.suspended_at, e.ends_on, e.next_due_on,
    e.weather, e.budget_drift, e.calendar_drift`;

/** The rows of `places`, made by `placesSql`, in the order of the list. One statement, whatever their number. */
export async function readRows(
  tx: Transaction,
  places: Prisma.Sql,
  moment: Moment,
): Promise<PortfolioRow[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id, p.number, p.title, o.name AS organisation, m.name AS ministry, p.theme_code AS theme, p.stage, p.status,
      p.notified_at IS NOT NULL AS notified, p.filed_at IS NOT NULL AS filed, p.ministry_rank AS rank,
      CASE WHEN p.filed_at IS NULL THEN planned_cost(p.id) END AS planned,
      p.requested_grant AS asked, p.total, p.staff_cost AS staff, p.co_financing AS others, award.amount AS awarded,
      p.planned_filing_on::text AS "filingOn", p.tacit_at AS "visaBy", p.suspended_at IS NOT NULL AS suspended,
      p.ends_on::text AS "endsOn", p.next_due_on::text AS "dueOn", duty.kind AS "dutyKind", duty.period AS "dutyPeriod",
      p.weather, p.budget_drift AS budget, p.calendar_drift AS calendar,
      ${dormantSql(moment, Prisma.sql`p.id`)} AS dormant
    FROM (${places}) AS p
    JOIN organisation o ON o.id = p.carrier_id
    JOIN organisation m ON m.id = p.ministry_id
    LEFT JOIN decision award ON award.dossier_id = p.id AND award.status = 'confirmed' AND award.notified_at IS NOT NULL
    LEFT JOIN LATERAL (
      SELECT kind, period FROM obligation
      WHERE obligation.dossier_id = p.id AND done_at IS NULL AND dropped_at IS NULL
      ORDER BY due_on, kind LIMIT 1) duty ON p.next_due_on IS NOT NULL
    ORDER BY ${orderSql(false, Prisma.sql`p`)}`;
  return rows.map((row) => rowOf(row, moment));
}

const amount = (value: bigint | null): Cents | null =>
  value === null ? null : centsFromBigInt(value);

function rowOf(row: Row, moment: Moment): PortfolioRow {
  const { id, number, title, organisation, ministry, theme, stage, rank, status, notified } = row;
  return {
    id,
    number,
    title,
    organisation,
    ministry,
    themeCode: theme,
    stage,
    status: STATUS_LABELS[statusForCarrier(status, notified)],
    isDraft: !row.filed,
    rank,
    plannedCost: amount(row.planned),
    asked: amount(row.asked),
    awarded: amount(row.awarded),
    own: ownOf(row),
    next: nextOf(row),
    alerts: status === "in-execution" ? alertsIn(row, moment) : [],
  };
}

function ownOf({ total, asked, staff, others }: Row): OwnShare | null {
  if (total === null || asked === null || staff === null || others === null) return null;
  return ownShare({
    total: centsFromBigInt(total),
    grant: centsFromBigInt(asked),
    coFinancing: centsFromBigInt(others),
    salaries: centsFromBigInt(staff),
  });
}

/** What is expected next: the answer of the DNUM, the filing a team announced, or the nearest duty of a project. */
function nextOf(row: Row): PortfolioRow["next"] {
  if (row.stage === "visa") {
    return row.visaBy && { label: "Visa", dueOn: parisDay(row.visaBy) };
  }
  if (row.stage === "preparation") {
    return row.filingOn && { label: "Dépôt prévu", dueOn: row.filingOn };
  }
  if (row.status !== "in-execution" || row.suspended || !row.dueOn || !row.dutyKind) return null;
  return { label: dutyName(row.dutyKind, row.dutyPeriod ?? ""), dueOn: row.dueOn };
}

function alertsIn(row: Row, { today }: Moment): readonly ProjectAlert[] {
  const { suspended, dueOn, endsOn, weather, budget, calendar, dormant } = row;
  if (endsOn === null) return [];
  return alertsOf(
    {
      suspended,
      nextDueOn: dueOn,
      endsOn,
      weather: isWeather(weather) ? weather : null,
      drift: calendar === null ? null : { budget, calendar },
      dormant: centsFromBigInt(dormant),
    },
    today,
  );
}
