import { parisDay } from "@/domain/calendar";
import type { DossierStatus } from "@/domain/dossier/statuses";
import type { Period } from "@/domain/execution/periods";
import { centsFromBigInt } from "@/domain/money";
import type { BopKey, Volet } from "@/domain/steering/envelopes";
import { type Figures, NO_FIGURES } from "@/domain/steering/figures";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { conditionKey, sharedRead } from "@/server/shared-read";
import type { SteeringFilters } from "../filters";
import { selection } from "./selection";

/** What the projects of a selection add up to, whole and cut in each way. */
export interface GroupedFigures {
  whole: Figures;
  themes: ReadonlyMap<ThemeCode, Figures>;
  volets: ReadonlyMap<Volet, Figures>;
  bops: ReadonlyMap<BopKey, Figures>;
  /** By id; an empty text for the dossiers of no ministry. */
  ministries: ReadonlyMap<string, Figures>;
  quarters: ReadonlyMap<Period, Figures>;
  states: ReadonlyMap<DossierStatus, Figures>;
  /** Of the projects awarded, by the region their carrier serves; an empty text for the whole country. */
  regions: ReadonlyMap<string, Figures>;
}

/** What a group of the rows of a selection sums. */
const SUMS = {
  dossiers: Prisma.sql`count(*)`,
  awarded: Prisma.sql`count(granted)`,
  turnedDown: Prisma.sql`count(*) FILTER (WHERE turned_down)`,
  interministerial: Prisma.sql`count(granted) FILTER (WHERE several_ministries)`,
  interministerialAmount: Prisma.sql`sum(granted) FILTER (WHERE several_ministries)`,
  requested: Prisma.sql`sum(requested)`,
  granted: Prisma.sql`sum(granted)`,
  allocated: Prisma.sql`sum(allocated)`,
  committed: Prisma.sql`sum(committed)`,
  paid: Prisma.sql`sum(paid)`,
  returned: Prisma.sql`sum(returned)`,
  elapsedDays: Prisma.sql`sum(elapsed_days)`,
  plannedDays: Prisma.sql`sum(planned_days)`,
} as const;
type Row = Record<keyof typeof SUMS, bigint>;

/** Each sum under its name, as made of rows, or of the sums of smaller groups. */
const summed = (of: (name: string, sum: Prisma.Sql) => Prisma.Sql) =>
  Prisma.join(
    Object.entries(SUMS).map(
      ([name, sum]) =>
        Prisma.sql`coalesce(${of(name, sum)}, 0)::bigint AS ${Prisma.raw(`"${name}"`)}`,
    ),
  );
const OF_ROWS = summed((_name, sum) => sum);
const OF_GROUPS = summed((name) => Prisma.sql`sum(${Prisma.raw(`"${name}"`)})`);

interface Medians {
  decisionDays: number | null;
  openingDays: number | null;
}

const MEDIANS = Prisma.sql`percentile_cont(0.5) WITHIN GROUP (ORDER BY decision_days) AS "decisionDays",
  percentile_cont(0.5) WITHIN GROUP (ORDER BY opening_days) AS "openingDays"`;

function figuresOf({ decisionDays, openingDays, ...row }: Row & Medians): Figures {
  return {
    dossiers: Number(row.dossiers),
    awarded: Number(row.awarded),
    interministerial: Number(row.interministerial),
    interministerialAmount: centsFromBigInt(row.interministerialAmount),
    turnedDown: Number(row.turnedDown),
    amounts: {
      requested: centsFromBigInt(row.requested),
      granted: centsFromBigInt(row.granted),
      allocated: centsFromBigInt(row.allocated),
      committed: centsFromBigInt(row.committed),
      paid: centsFromBigInt(row.paid),
      returned: centsFromBigInt(row.returned),
    },
    elapsedDays: Number(row.elapsedDays),
    plannedDays: Number(row.plannedDays),
    decisionDays,
    openingDays,
  };
}

/** The ways a selection is cut, by the bits of `GROUPING` that are not set. */
const CUTS = ["theme", "volet", "bop", "ministry", "quarter", "state"] as const;
type Cut = (typeof CUTS)[number];

/** `GROUPING` of the whole, where no way is cut. */
const WHOLE = 2 ** CUTS.length - 1;
/** In its place, what tells the regions. */
const REGION = WHOLE + 1;
/** `GROUPING` of a cut: the bit of its way alone is not set. */
const bitsOf = (cut: Cut) => WHOLE ^ (1 << (CUTS.length - 1 - CUTS.indexOf(cut)));

/**
 * The figures of a selection and of every cut of it, in one statement: each row is read once and summed once, in the
 * smallest groups, of which the cuts are made. Medians, which no smaller groups give, are told of themes and of the whole.
 * Shared by those who ask at once.
 */
export async function readFigures(
  sight: Prisma.Sql,
  filters: SteeringFilters,
): Promise<GroupedFigures> {
  const today = parisDay(await portalNow());
  const chosen = selection(sight, { filters, today });
  return sharedRead(`figures ${conditionKey(chosen)}`, () => cutFigures(chosen));
}

async function cutFigures(chosen: Prisma.Sql): Promise<GroupedFigures> {
  const rows = await database().$queryRaw<(Row & Medians & { cut: number; key: string | null })[]>`
    WITH project AS MATERIALIZED (
      SELECT theme, volet, bop, ministry, quarter, shown, granted, turned_down, several_ministries, requested, allocated,
        committed, paid, returned, elapsed_days, planned_days, decision_days, opening_days, carrier_id
      FROM ${chosen}
    ), smallest AS (
      SELECT theme, volet, bop, ministry, quarter, shown, ${OF_ROWS}
      FROM project GROUP BY theme, volet, bop, ministry, quarter, shown
    ), cut AS (
      SELECT GROUPING(theme, volet, bop, ministry, quarter, shown)::int AS cut,
        coalesce(theme, volet, bop, ministry::text, to_char(quarter, 'YYYY-"T"Q'), shown) AS key, ${OF_GROUPS}
      FROM smallest
      GROUP BY GROUPING SETS ((theme), (volet), (bop), (ministry), (quarter), (shown), ())
      UNION ALL
      SELECT ${REGION}::int, carrier.region, ${OF_ROWS}
      FROM project JOIN organisation carrier ON carrier.id = project.carrier_id
      WHERE granted IS NOT NULL GROUP BY carrier.region
    ), median AS (
      SELECT theme, ${MEDIANS} FROM project WHERE decision_days IS NOT NULL GROUP BY GROUPING SETS ((theme), ())
    )
    SELECT cut.*, median."decisionDays", median."openingDays"
    FROM cut LEFT JOIN median
      ON cut.cut = ANY (${[bitsOf("theme"), WHOLE]}::int[]) AND median.theme IS NOT DISTINCT FROM cut.key`;
  const cutBy = (asked: number) =>
    new Map(
      rows.flatMap(({ cut, key, ...row }) =>
        cut === asked ? [[key ?? "", figuresOf(row)] as const] : [],
      ),
    );
  const whole = rows.find(({ cut }) => cut === WHOLE);
  return {
    whole: whole ? figuresOf(whole) : NO_FIGURES,
    themes: cutBy(bitsOf("theme")) as Map<ThemeCode, Figures>,
    volets: cutBy(bitsOf("volet")) as Map<Volet, Figures>,
    bops: cutBy(bitsOf("bop")) as Map<BopKey, Figures>,
    ministries: cutBy(bitsOf("ministry")),
    quarters: cutBy(bitsOf("quarter")),
    states: cutBy(bitsOf("state")) as Map<DossierStatus, Figures>,
    regions: cutBy(REGION),
  };
}

/** The figures of a selection as a whole: what its list adds up to. One statement, shared by those who ask at once. */
export async function readWhole(sight: Prisma.Sql, filters: SteeringFilters): Promise<Figures> {
  const today = parisDay(await portalNow());
  const chosen = selection(sight, { filters, today });
  return sharedRead(`whole ${conditionKey(chosen)}`, async () => {
    const [row] = await database().$queryRaw<(Row & Medians)[]>`
      SELECT ${OF_ROWS}, ${MEDIANS} FROM ${chosen}`;
    return row ? figuresOf(row) : NO_FIGURES;
  });
}
