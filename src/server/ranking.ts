import "server-only";
import type { DossierStatus } from "@/domain/dossier/statuses";
import { decidableFrom } from "@/domain/dossier/transitions";
import {
  claimOf,
  type Place,
  type RankedRow,
  type RowFacts,
  withNewcomers,
} from "@/domain/evaluation/ranked-list";
import { ranking as byScores, type TieRule } from "@/domain/evaluation/ranking";
import { nextOfReserve } from "@/domain/evaluation/waterline";
import type { EnvelopeLevel } from "@/domain/funding/envelopes";
import { type Cents, centsFromBigInt } from "@/domain/money";
import { territoryOf } from "@/domain/territories";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { readAggregates } from "./aggregates";
import { database, type Transaction } from "./database/client";
import type { Prisma } from "./database/generated/client";
import { envelopeChains, nearestEnvelopes } from "./envelopes";
import { readGrid } from "./grid";

/** The dossiers that compete for the same money: those of a call, and of its round where it has some. */
export interface RankingScope {
  callId: string;
  roundId: string | null;
}

/** A dossier to decide, with all that its line of the ranking shows. */
export interface RankedDossier extends RowFacts {
  id: string;
  number: string;
  title: string;
  carrier: string;
  /** Of the carrier when the dossier was created; null for a local authority. */
  ministry: string | null;
  /** Region of the carrier, or the whole country. */
  territory: string;
  status: DossierStatus;
  /** Hundredths; null without any score. */
  score: number | null;
  /** The rule that put it below the dossier before it by the scores. */
  tie: TieRule | null;
  asked: Cents;
}

export interface Ranking {
  scope: RankingScope;
  call: { label: string; themeCode: ThemeCode };
  /** Raised by each change; 0 while nobody has changed the order of the scores. */
  revision: number;
  /** The dossiers to decide in order, with what is wanted for each. */
  rows: RankedRow[];
  /** The same in the order of the scores, as they start. */
  byScore: RankedRow[];
  /** `rows` among those decided since, as they are kept. */
  whole: RankedRow[];
  /** By number. */
  dossiers: ReadonlyMap<string, RankedDossier>;
  /** Every envelope an award of one of them is taken from. */
  levels: EnvelopeLevel[];
}

/** The dossiers of a call a decision may be proposed on, by its theme's own path: none before the scoring is closed. */
export function decidableIn(
  { callId, roundId }: RankingScope,
  themeCode: ThemeCode,
): Prisma.DossierWhereInput {
  const { selection } = THEMES[themeCode];
  return { callId, roundId, status: { in: [...decidableFrom(selection)] } };
}

/** A ranking that is kept, as its rows say. */
export const KEPT_ROWS = {
  orderBy: [{ rank: "asc" }, { dossierId: "asc" }],
  include: { dossier: { select: { number: true } } },
} satisfies Prisma.Ranking$rowsArgs;

/** The rows of a ranking as the rules read them. */
export function keptRows(
  rows: readonly { amount: bigint | null; place: string; dossier: { number: string } }[],
): RankedRow[] {
  return rows.map(({ amount, place, dossier }) => ({
    dossier: dossier.number,
    amount: amount === null ? null : centsFromBigInt(amount),
    place: place as Place,
  }));
}

/**
 * The ranking of a scope as it stands: the order worked on, with the dossiers scored since in their places, each with
 * its score, what it may take and from which envelopes. A fixed number of statements. Who may read it is settled by the
 * caller. A move needs no score while every dossier has its place: with `if-needed`, thousands of sheets are then not read,
 * the scores are null and `byScore` has no order.
 */
export async function loadRanking(
  scope: RankingScope,
  tx: Transaction = database(),
  scores: "read" | "if-needed" = "read",
): Promise<Ranking> {
  const { callId, roundId } = scope;
  const { label, themeCode } = await tx.call.findUniqueOrThrow({ where: { id: callId } });
  const theme = themeCode as ThemeCode;
  const kept = await tx.ranking.findFirst({
    where: { callId, roundId, name: "" },
    include: { rows: KEPT_ROWS },
  });
  const placed = new Set((kept?.rows ?? []).map(({ dossierId }) => dossierId));
  const dossiers = await readDossiers(tx, scope, theme, (ids) =>
    scores === "read" ? true : !ids.every((id) => placed.has(id)),
  );
  const chains = await envelopeChains(
    [...dossiers.values()].flatMap((each) => each.nearest),
    tx,
  );
  const levels = new Map(
    [...chains.values()].flatMap((chain) => chain.map((level) => [level.id, level] as const)),
  );
  const byScore = [...dossiers.values()].map(
    ({ number, status }): RankedRow => ({
      dossier: number,
      amount: null,
      place: status === "reserve" ? "reserve" : "ranked",
    }),
  );
  const whole = withNewcomers(keptRows(kept?.rows ?? []), byScore);
  return {
    scope,
    call: { label, themeCode: theme },
    revision: kept?.revision ?? 0,
    rows: whole.filter(({ dossier }) => dossiers.has(dossier)),
    byScore,
    whole,
    dossiers: new Map(
      [...dossiers].map(([number, { nearest, ...dossier }]) => [
        number,
        { ...dossier, envelopes: (chains.get(nearest) ?? []).map(({ id }) => id) },
      ]),
    ),
    levels: [...levels.values()],
  };
}

/** The dossiers to decide, from first to last by the scores. */
async function readDossiers(
  tx: Transaction,
  scope: RankingScope,
  theme: ThemeCode,
  needsScores: (ids: readonly string[]) => boolean,
): Promise<Map<string, Omit<RankedDossier, "envelopes"> & { nearest: string }>> {
  const rows = await tx.dossier.findMany({
    where: decidableIn(scope, theme),
    include: {
      carrier: { select: { name: true, region: true } },
      ministry: { select: { name: true } },
      decisions: { where: { status: "proposed" } },
    },
  });
  const ids = rows.map(({ id }) => id);
  const nearest = await nearestEnvelopes(ids, tx);
  const aggregates =
    THEMES[theme].selection.scored && needsScores(ids)
      ? await readAggregates(
          {
            criteria: await readGrid({ callId: scope.callId, themeCode: theme }, tx),
            dossierIds: ids,
          },
          tx,
        )
      : new Map();
  const ranks = byScores(
    rows.map((row) => ({
      ...row,
      filedAt: row.filedAt ?? row.createdAt,
      aggregate: aggregates.get(row.id) ?? null,
    })),
  );
  return new Map(
    ranks.map(({ row, tie }) => [
      row.number,
      {
        id: row.id,
        number: row.number,
        title: row.title,
        carrier: row.carrier.name,
        ministry: row.ministry?.name ?? null,
        territory: territoryOf(row.carrier.region),
        status: row.status as DossierStatus,
        score: row.aggregate?.mean ?? null,
        tie,
        asked: centsFromBigInt(row.requestedGrant ?? 0n),
        computed: centsFromBigInt(row.computedGrant ?? 0n),
        proposal: proposalOf(row.decisions[0]),
        nearest: nearest.get(row.id) ?? "",
      },
    ]),
  );
}

function proposalOf(
  decision: { outcome: string; amount: bigint | null } | undefined,
): RowFacts["proposal"] {
  if (!decision) return null;
  const { outcome, amount } = decision;
  return {
    accepted: outcome === "accepted",
    amount: amount === null ? null : centsFromBigInt(amount),
  };
}

/** What rows claim, in their order, with the dossier of each. */
export function claimsOf(ranking: Pick<Ranking, "dossiers">, rows: readonly RankedRow[]) {
  return rows.flatMap((row) => {
    const facts = ranking.dossiers.get(row.dossier);
    return facts ? [{ ...claimOf(row, facts), facts }] : [];
  });
}

/** The first dossier put in reserve that the money reaches, in full or in part; null when it reaches none. */
export function firstOfReserve(ranking: Ranking) {
  return nextOfReserve(
    claimsOf(ranking, ranking.rows),
    ({ held, facts }) => held && facts.status === "reserve",
    ranking.levels,
  );
}
