import { addDays, startOfDay } from "@/domain/calendar";
import { daysOf, type Period } from "@/domain/execution/periods";
import type { Actor } from "@/domain/rights/actor";
import type { SteeringScope } from "@/domain/rights/steering";
import { bopOfTheme } from "@/domain/steering/envelopes";
import { THEME_LIST } from "@/domain/themes/index";
import { Prisma } from "@/server/database/generated/client";
import { FILED_DOSSIERS, type SharedSight, sharedSight } from "@/server/visibility-sql";
import { NO_MINISTRY, type Part, type SteeringFilters } from "../filters";
import { SHOWN } from "../states";

/**
 * The projects a selection counts, one row each, among those in sight (a condition on a row `d` of `dossier`), with all
 * that figures and lists say of them: a figure and the list behind it read the same rows. Nothing of a decision is in a row
 * before its carrier is told of it.
 */
export function selection(
  sight: Prisma.Sql,
  { filters, today }: { filters: SteeringFilters; today: string },
): Prisma.Sql {
  return Prisma.sql`(
    SELECT d.id, d.number, d.title, d.theme_code AS theme, fund.volet, fund.bop, d.ministry_id AS ministry, d.carrier_id,
      date_trunc('quarter', d.filed_at AT TIME ZONE 'Europe/Paris') AS quarter, state.shown, d.filed_at,
      coalesce(d.requested_grant, 0) AS requested,
      CASE WHEN decided.outcome = 'accepted' THEN coalesce(decided.amount, 0) END AS granted,
      decided.outcome = 'refused' OR (d.status = 'set-aside' AND d.notified_at IS NOT NULL) AS turned_down,
      date_part('epoch', CASE WHEN decided.outcome IN ('accepted', 'refused') THEN decided.confirmed_at
        WHEN d.status = 'set-aside' THEN d.notified_at END - d.filed_at) / 86400 AS decision_days,
      date_part('epoch', e.opened_at - decided.notified_at) / 86400 AS opening_days,
      coalesce(a.received, 0) AS allocated, coalesce(a.committed, 0) AS committed, coalesce(a.paid, 0) AS paid,
      coalesce(a.returned, 0) AS returned,
      e.ends_on - e.starts_on + 1 AS planned_days,
      least(greatest(${today}::date - e.starts_on + 1, 0), e.ends_on - e.starts_on + 1) AS elapsed_days,
      several.dossier_id IS NOT NULL AS several_ministries
    FROM dossier d
    JOIN ${FUNDS} ON fund.theme = d.theme_code
    JOIN ${STATES} ON state.status = d.status AND state.told = (d.notified_at IS NOT NULL)
    LEFT JOIN decision decided ON decided.dossier_id = d.id AND decided.status = 'confirmed'
      AND decided.notified_at IS NOT NULL
    LEFT JOIN execution e ON e.dossier_id = d.id
    LEFT JOIN LATERAL (
      SELECT sum(received_ae)::bigint AS received, sum(committed_ae)::bigint AS committed,
        sum(paid_cp)::bigint AS paid, sum(returned_ae)::bigint AS returned
      FROM credit_account WHERE dossier_id = d.id) a ON true
    LEFT JOIN (
      SELECT DISTINCT c.dossier_id FROM co_carrier c
      JOIN organisation o ON o.id = c.organisation_id JOIN dossier own ON own.id = c.dossier_id
      WHERE coalesce(o.ministry_id, CASE WHEN o.kind = 'ministry' THEN o.id END) <> own.ministry_id
    ) several ON several.dossier_id = d.id
    WHERE ${sight} AND ${chosen(filters)}
  ) AS project WHERE ${counted(filters)}`;
}

/** The dossiers a reader's figures count. */
export async function inSight(actor: Actor, scope: SteeringScope): Promise<SharedSight> {
  return scope.kind === "aggregate"
    ? { where: FILED_DOSSIERS, partial: false }
    : sharedSight(actor, "steering");
}

/** The volet and the BOP of each theme. */
const FUNDS = Prisma.sql`unnest(
  ${THEME_LIST.map(({ code }) => code)}::text[], ${THEME_LIST.map(({ volet }) => volet)}::text[],
  ${THEME_LIST.map(({ code }) => bopOfTheme(code))}::text[]) AS fund (theme, volet, bop)`;

const STATES = Prisma.sql`unnest(
  ${SHOWN.map(({ status }) => status)}::text[], ${SHOWN.map(({ told }) => told)}::boolean[],
  ${SHOWN.map(({ shown }) => shown)}::text[]) AS state (status, told, shown)`;

/** What is told of a row `d` of `dossier` alone. */
function chosen({ quarter, bop, volet, theme, ministry }: SteeringFilters): Prisma.Sql {
  const themes = THEME_LIST.flatMap(({ code, volet: own }) =>
    (theme === null || code === theme) &&
    (volet === null || own === volet) &&
    (bop === null || bopOfTheme(code) === bop)
      ? [code]
      : [],
  );
  const conditions = [
    Prisma.sql`true`,
    ...(themes.length < THEME_LIST.length
      ? [Prisma.sql`d.theme_code = ANY (${themes}::text[])`]
      : []),
    ...(quarter === null ? [] : [filedIn(quarter)]),
    ...(ministry === null
      ? []
      : [
          ministry === NO_MINISTRY
            ? Prisma.sql`d.ministry_id IS NULL`
            : Prisma.sql`d.ministry_id = ${ministry}::uuid`,
        ]),
  ];
  return Prisma.join(conditions, " AND ");
}

/** Filed on one of the Paris days of a quarter. */
function filedIn(quarter: Period): Prisma.Sql {
  const { first, last } = daysOf(quarter);
  return Prisma.sql`d.filed_at >= ${startOfDay(first)} AND d.filed_at < ${startOfDay(addDays(last, 1))}`;
}

const PART_SQL: Readonly<Record<Part, Prisma.Sql>> = {
  granted: Prisma.sql`granted IS NOT NULL`,
  decided: Prisma.sql`(granted IS NOT NULL OR turned_down)`,
  allocated: Prisma.sql`allocated <> 0`,
  committed: Prisma.sql`committed <> 0`,
  paid: Prisma.sql`paid <> 0`,
  returned: Prisma.sql`returned <> 0`,
  interministerial: Prisma.sql`granted IS NOT NULL AND several_ministries`,
  followed: Prisma.sql`planned_days IS NOT NULL`,
};

/** What is told of a row of the selection. */
function counted({ state, part }: SteeringFilters): Prisma.Sql {
  const conditions = [
    Prisma.sql`true`,
    ...(state === null ? [] : [Prisma.sql`shown = ${state}`]),
    ...(part === null ? [] : [PART_SQL[part]]),
  ];
  return Prisma.join(conditions, " AND ");
}
