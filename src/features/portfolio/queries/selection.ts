import { type Day, parisDay } from "@/domain/calendar";
import { DORMANT_MONTHS } from "@/domain/credits/dormancy";
import { type DossierStatus, storedBehind } from "@/domain/dossier/statuses";
import { closingUntil, DRIFT_ALERT, type ProjectAlert } from "@/domain/execution/alerts";
import type { Actor } from "@/domain/rights/actor";
import { Prisma } from "@/server/database/generated/client";
import { visibleDossiersSql } from "@/server/visibility-sql";
import type { Cursor, PortfolioQuery } from "../filters";

/** The instant a portfolio is read at. */
export interface Moment {
  now: Date;
  today: Day;
}

export const momentOf = (now: Date): Moment => ({ now, today: parisDay(now) });

/** Where rows `d` of dossiers are read with what their stage and their alerts depend on. */
export const sourcesSql = (dossiers = Prisma.sql`dossier d`) => Prisma.sql`${dossiers}
  LEFT JOIN execution e ON e.dossier_id = d.id
  LEFT JOIN visa v ON v.dossier_id = d.id`;

/** `stageOf` in SQL: a test holds both to the same stages. */
export function stageSql({ now, today }: Moment): Prisma.Sql {
  const awaited = Prisma.sql`v.status = 'awaited' AND coalesce(v.tacit_at >= ${now}, true)`;
  return Prisma.sql`CASE
    WHEN d.status = 'in-execution' THEN CASE
      WHEN e.suspended_at IS NOT NULL THEN 'suspended'
      WHEN e.next_due_on < ${today}::date THEN 'late'
      ELSE 'execution' END
    WHEN d.status IN ('closed', 'withdrawn') THEN 'ended'
    WHEN d.notified_at IS NOT NULL AND d.status = 'accepted' THEN 'awarded'
    WHEN d.notified_at IS NOT NULL AND d.status IN ('refused', 'set-aside') THEN 'ended'
    WHEN ${awaited} THEN 'visa'
    WHEN d.status = 'draft' THEN 'preparation'
    ELSE 'instruction' END`;
}

/** Authorisations of the dossier `d` that sleep, as `dormantAmount` says it: zero when none. */
export function dormantSql({ today }: Moment, dossier = Prisma.sql`d.id`): Prisma.Sql {
  return Prisma.sql`coalesce((
    SELECT sum(received_ae - returned_ae - committed_ae) FROM credit_account
    WHERE credit_account.dossier_id = ${dossier} AND received_ae - returned_ae > committed_ae
      AND last_moved_on + make_interval(months => ${DORMANT_MONTHS}::int) <= ${today}::date), 0)::bigint`;
}

/** `alertsOf` in SQL, one alert at a time. */
export function alertSql(alert: ProjectAlert, moment: Moment): Prisma.Sql {
  const raised: Readonly<Record<ProjectAlert, Prisma.Sql>> = {
    late: Prisma.sql`e.suspended_at IS NULL AND e.next_due_on < ${moment.today}::date`,
    compromised: Prisma.sql`e.weather = 'compromised'`,
    drift: Prisma.sql`greatest(e.budget_drift, e.calendar_drift) >= ${DRIFT_ALERT}`,
    dormant: Prisma.sql`${dormantSql(moment)} > 0`,
    closing: Prisma.sql`e.ends_on <= ${closingUntil(moment.today)}::date`,
  };
  return Prisma.sql`d.status = 'in-execution' AND ${raised[alert]}`;
}

/** The dossiers of the ministry chosen, or of all those the actor serves, whatever the other filters. */
export function inMinistry(actor: Actor, { ministryId }: PortfolioQuery): Prisma.Sql {
  const seen = visibleDossiersSql(actor, "portfolio");
  return ministryId === null ? seen : Prisma.sql`${seen} AND d.ministry_id = ${ministryId}::uuid`;
}

/** The condition of a selection on the rows of `sourcesSql`. */
export const selected = (actor: Actor, query: PortfolioQuery, moment: Moment): Prisma.Sql =>
  Prisma.sql`${inMinistry(actor, query)} AND ${chosenSql(query, moment)}`;

/** Whether the filters look at the dossier alone, and not at what its stage and its alerts depend on. */
export const isOfDossierAlone = ({ stage, alert }: PortfolioQuery): boolean => !stage && !alert;

/** What the filters ask, within the ministry, of the rows of `sourcesSql`. */
export function chosenSql(query: PortfolioQuery, moment: Moment): Prisma.Sql {
  const { theme, stage, status, organisationId, alert } = query;
  return Prisma.join(
    [
      Prisma.sql`true`,
      ...(theme ? [Prisma.sql`d.theme_code = ${theme}`] : []),
      ...(organisationId ? [Prisma.sql`d.carrier_id = ${organisationId}::uuid`] : []),
      ...(status ? [shownAs(status)] : []),
      ...(stage ? [Prisma.sql`${stageSql(moment)} = ${stage}`] : []),
      ...(alert ? [alertSql(alert, moment)] : []),
    ],
    " AND ",
  );
}

/** The dossiers shown with a status: a decision not notified stays among « En instruction ». */
function shownAs(status: DossierStatus): Prisma.Sql {
  const stored = storedBehind(status).map(({ status: each, notified }) => {
    if (notified === null) return Prisma.sql`d.status = ${each}`;
    return notified
      ? Prisma.sql`(d.status = ${each} AND d.notified_at IS NOT NULL)`
      : Prisma.sql`(d.status = ${each} AND d.notified_at IS NULL)`;
  });
  return Prisma.sql`(${Prisma.join(stored, " OR ")})`;
}

/** The order of the list: the ministry's own, then the newest first. Backwards before a place. */
export function orderSql(backwards: boolean, row = Prisma.sql`d`): Prisma.Sql {
  return backwards
    ? Prisma.sql`${row}.ministry_rank DESC, ${row}.id`
    : Prisma.sql`${row}.ministry_rank, ${row}.id DESC`;
}

/** The rows on one side of a place, in that order. */
export function beyondSql(cursor: Cursor | null): Prisma.Sql {
  if (!cursor) return Prisma.empty;
  const { direction, rank, id } = cursor;
  return direction === "after"
    ? Prisma.sql`AND (d.ministry_rank > ${rank} OR d.ministry_rank = ${rank} AND d.id < ${id}::uuid)`
    : Prisma.sql`AND (d.ministry_rank < ${rank} OR d.ministry_rank = ${rank} AND d.id > ${id}::uuid)`;
}
