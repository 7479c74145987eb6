import type { OwnShare } from "@/domain/dossier/co-financing";
import { STAGES, type Stage } from "@/domain/dossier/stages";
import { PROJECT_ALERTS, type ProjectAlert } from "@/domain/execution/alerts";
import { type Cents, cents, centsFromBigInt, ZERO } from "@/domain/money";
import type { ThemeCode } from "@/domain/themes/types";
import type { Transaction } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { alertSql, type Moment, sourcesSql, stageSql } from "./selection";

/** What a group of dossiers sums. */
export interface Figures {
  count: number;
  asked: Cents;
  /** Notified. */
  awarded: Cents;
  own: Pick<OwnShare, "staff" | "cash">;
}

export interface Sums {
  /** The dossiers chosen, by stage; those of a stage none of them is at sum nothing. */
  stages: Readonly<Record<Stage, Figures>>;
  /** The same dossiers, by theme; a theme without any is not there. */
  themes: ReadonlyMap<ThemeCode, Figures>;
  /** Projects in execution under each alert, chosen or not. */
  alerts: Readonly<Record<ProjectAlert, number>>;
}

interface SummedRow extends Record<ProjectAlert, number> {
  stage: Stage;
  theme: ThemeCode;
  count: number;
  asked: bigint;
  awarded: bigint;
  own: bigint;
  staff: bigint;
}

interface Asked {
  /** The dossiers in sight, on rows `d` of `dossier`. */
  within: Prisma.Sql;
  /** Those of them that the figures are of, on the rows of `sourcesSql`; all unless told. */
  chosen?: Prisma.Sql;
  moment: Moment;
}

/** What the dossiers of a ministry sum. One statement, in which each of them is read once. */
export async function readSums(
  tx: Transaction,
  { within, chosen = Prisma.sql`true`, moment }: Asked,
): Promise<Sums> {
  const alerts = PROJECT_ALERTS.map((alert) => ({
    raised: Prisma.sql`${alertSql(alert, moment)} AS ${named(alert)}`,
    counted: Prisma.sql`(count(*) FILTER (WHERE ${named(alert)}))::int AS ${named(alert)}`,
  }));
  const rows = await tx.$queryRaw<SummedRow[]>`
    SELECT stage, theme, (count(*) FILTER (WHERE chosen))::int AS count,
      coalesce(sum(asked) FILTER (WHERE chosen), 0)::bigint AS asked,
      coalesce(sum(awarded) FILTER (WHERE chosen), 0)::bigint AS awarded,
      coalesce(sum(own) FILTER (WHERE chosen), 0)::bigint AS own,
      coalesce(sum(least(staff, greatest(own, 0))) FILTER (WHERE chosen), 0)::bigint AS staff,
      ${Prisma.join(alerts.map(({ counted }) => counted))}
    FROM (
      SELECT ${stageSql(moment)} AS stage, d.theme_code AS theme, ${chosen} AS chosen,
        d.requested_grant AS asked, d.staff_cost AS staff, d.total - d.requested_grant - d.co_financing AS own,
        CASE WHEN d.notified_at IS NOT NULL THEN (
          SELECT amount FROM decision WHERE decision.dossier_id = d.id AND decision.status = 'confirmed'
            AND decision.notified_at IS NOT NULL) END AS awarded,
        ${Prisma.join(alerts.map(({ raised }) => raised))}
      FROM ${sourcesSql()} WHERE ${within}) AS read
    GROUP BY stage, theme`;
  const stages = Map.groupBy(rows, ({ stage }) => stage);
  const themes = Map.groupBy(
    rows.filter(({ count }) => count > 0),
    ({ theme }) => theme,
  );
  return {
    stages: recordOf(STAGES, (stage) => together((stages.get(stage) ?? []).map(figuresOf))),
    themes: new Map([...themes].map(([theme, own]) => [theme, together(own.map(figuresOf))])),
    alerts: recordOf(PROJECT_ALERTS, (alert) => rows.reduce((all, row) => all + row[alert], 0)),
  };
}

const named = (alert: ProjectAlert) => Prisma.raw(`"${alert}"`);

const recordOf = <Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;

function figuresOf({ count, asked, awarded, own, staff }: SummedRow): Figures {
  const agents = centsFromBigInt(staff);
  return {
    count,
    asked: centsFromBigInt(asked),
    awarded: centsFromBigInt(awarded),
    own: { staff: agents, cash: cents(centsFromBigInt(own) - agents) },
  };
}

/** The figures of several groups together. */
export function together(groups: readonly Figures[]): Figures {
  return groups.reduce(
    (all, { count, asked, awarded, own }) => ({
      count: all.count + count,
      asked: cents(all.asked + asked),
      awarded: cents(all.awarded + awarded),
      own: { staff: cents(all.own.staff + own.staff), cash: cents(all.own.cash + own.cash) },
    }),
    { count: 0, asked: ZERO, awarded: ZERO, own: { staff: ZERO, cash: ZERO } },
  );
}
