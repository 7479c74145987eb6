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
}

interface Row {
  dossiers: number;
  awarded: number;
  interministerial: number;
  interministerialAmount: bigint;
  turnedDown: number;
  requested: bigint;
  granted: bigint;
  allocated: bigint;
  committed: bigint;
  paid: bigint;
  returned: bigint;
  elapsedDays: number;
  plannedDays: number;
}

interface Medians {
  decisionDays: number | null;
  openingDays: number | null;
}

const NO_MEDIANS: Medians = { decisionDays: null, openingDays: null };

/** What a group of the rows of a selection says. */
const SUMS = Prisma.sql`count(*)::int AS dossiers, count(granted)::int AS awarded,
  (count(granted) FILTER (WHERE several_ministries))::int AS interministerial,
  coalesce(sum(granted) FILTER (WHERE several_ministries), 0)::bigint AS "interministerialAmount",
  (count(*) FILTER (WHERE turned_down))::int AS "turnedDown",
  coalesce(sum(requested), 0)::bigint AS requested, coalesce(sum(granted), 0)::bigint AS granted,
  coalesce(sum(allocated), 0)::bigint AS allocated, coalesce(sum(committed), 0)::bigint AS committed,
  coalesce(sum(paid), 0)::bigint AS paid, coalesce(sum(returned), 0)::bigint AS returned,
  coalesce(sum(elapsed_days), 0)::int AS "elapsedDays", coalesce(sum(planned_days), 0)::int AS "plannedDays"`;

/** Apart from the sums: an ordered aggregate sorts every group, where sums are hashed. */
const MEDIANS = Prisma.sql`(percentile_cont(0.5) WITHIN GROUP (ORDER BY decision_days))::float AS "decisionDays",
  (percentile_cont(0.5) WITHIN GROUP (ORDER BY opening_days))::float AS "openingDays"`;

function figuresOf(row: Row, { decisionDays, openingDays }: Medians = NO_MEDIANS): Figures {
  const { dossiers, awarded, interministerial, turnedDown, elapsedDays, plannedDays } = row;
  return {
    dossiers,
    awarded,
    interministerial,
    interministerialAmount: centsFromBigInt(row.interministerialAmount),
    turnedDown,
    amounts: {
      requested: centsFromBigInt(row.requested),
      granted: centsFromBigInt(row.granted),
      allocated: centsFromBigInt(row.allocated),
      committed: centsFromBigInt(row.committed),
      paid: centsFromBigInt(row.paid),
      returned: centsFromBigInt(row.returned),
    },
    elapsedDays,
    plannedDays,
    decisionDays,
    openingDays,
  };
}

/** The ways a selection is cut, by the bits of `GROUPING` that are not set. */
const CUTS = ["theme", "volet", "bop", "ministry", "quarter", "state"] as const;
type Cut = (typeof CUTS)[number];

/**
 * The figures of a selection, every cut of it from the same rows: one statement for the sums, one for the medians of the
 * themes and of the whole.
 */
export async function readFigures(
  sight: Prisma.Sql,
  filters: SteeringFilters,
): Promise<GroupedFigures> {
  const today = parisDay(await portalNow());
  const rows = selection(sight, { filters, today });
  const [sums, medians] = await Promise.all([
    database().$queryRaw<(Row & { cut: number; key: string | null })[]>`
      SELECT GROUPING(theme, volet, bop, ministry, quarter, shown)::int AS cut,
        coalesce(theme, volet, bop, ministry::text, quarter, shown) AS key, ${SUMS}
      FROM ${rows}
      GROUP BY GROUPING SETS ((theme), (volet), (bop), (ministry), (quarter), (shown), ())`,
    database().$queryRaw<(Medians & { theme: ThemeCode | null })[]>`
      SELECT theme, ${MEDIANS} FROM ${rows} AND decision_days IS NOT NULL GROUP BY GROUPING SETS ((theme), ())`,
  ]);
  const medianOf = new Map(medians.map(({ theme, ...own }) => [theme, own]));
  const cutBy = (cut: Cut) => {
    const bits = 0b111111 ^ (1 << (CUTS.length - 1 - CUTS.indexOf(cut)));
    return new Map(
      sums.flatMap((row) => {
        if (row.cut !== bits) return [];
        const median = cut === "theme" ? medianOf.get(row.key as ThemeCode) : undefined;
        return [[row.key ?? "", figuresOf(row, median)] as const];
      }),
    );
  };
  const whole = sums.find(({ cut }) => cut === 0b111111);
  return {
    whole: whole ? figuresOf(whole, medianOf.get(null)) : NO_FIGURES,
    themes: cutBy("theme") as Map<ThemeCode, Figures>,
    volets: cutBy("volet") as Map<Volet, Figures>,
    bops: cutBy("bop") as Map<BopKey, Figures>,
    ministries: cutBy("ministry"),
    quarters: cutBy("quarter"),
    states: cutBy("state") as Map<DossierStatus, Figures>,
  };
}

/** The figures of a selection as a whole: what its list adds up to. One statement. */
export async function readWhole(sight: Prisma.Sql, filters: SteeringFilters): Promise<Figures> {
  const today = parisDay(await portalNow());
  const [row] = await database().$queryRaw<(Row & Medians)[]>`
    SELECT ${SUMS}, ${MEDIANS} FROM ${selection(sight, { filters, today })}`;
  return row ? figuresOf(row, row) : NO_FIGURES;
}
