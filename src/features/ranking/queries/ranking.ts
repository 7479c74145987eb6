import type { RankedRow } from "@/domain/evaluation/ranked-list";
import type { EnvelopeLevel } from "@/domain/funding/envelopes";
import type { Cents } from "@/domain/money";
import { type Actor, fullName } from "@/domain/rights/actor";
import { may } from "@/domain/rights/permissions";
import type { ThemeCode } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import {
  firstOfReserve,
  loadRanking,
  type RankedDossier,
  type RankingScope,
} from "@/server/ranking";
import { lastChange } from "../locked-ranking";
import { readSight } from "../sight";
import { changeWords } from "../words";

/** A dossier of the ranking, as its line shows it. */
export type RankedLine = Omit<RankedDossier, "id">;

/** What every form of the page posts: the ranking it is about, where it is shown, and the state that was read. */
export type RankingKey = {
  call: string;
  round: string;
  session: string;
  revision: number;
};

export interface Scenario {
  id: string;
  name: string;
  author: string;
  at: Date;
}

export interface RankingPage {
  sight: "whole";
  key: RankingKey;
  label: string;
  themeCode: ThemeCode;
  rows: RankedRow[];
  lines: RankedLine[];
  levels: EnvelopeLevel[];
  scenarios: Scenario[];
  /** What *Annuler le dernier changement* takes back; null when there is nothing to. */
  last: { words: string; author: string; at: Date } | null;
  may: { rank: boolean; propose: boolean; hold: boolean };
  /** The first dossier of the reserve that the money now reaches. */
  called: { number: string; paid: Cents; whole: boolean } | null;
}

/** The actor has a part in one of the dossiers: nothing of the ranking is told. */
export interface ApartRanking {
  sight: "apart";
}

/**
 * The ranking of a call, or of one of its rounds, with what the actor may do of it. Throws `not-found` to whoever does
 * not examine the theme; whoever is recused from one of its dossiers receives `apart` and nothing else.
 */
export async function readRanking(
  actor: Actor,
  scope: RankingScope,
  session = "",
): Promise<RankingPage | ApartRanking> {
  const { sight, themeCode } = await readSight(actor, scope);
  if (sight === "apart") return { sight };
  const ranking = await loadRanking(scope);
  const next = firstOfReserve(ranking);
  const [last, scenarios] = await Promise.all([readLast(scope), readScenarios(scope)]);
  return {
    sight,
    key: {
      call: scope.callId,
      round: scope.roundId ?? "",
      session,
      revision: ranking.revision,
    },
    label: ranking.call.label,
    themeCode,
    rows: ranking.rows,
    lines: [...ranking.dossiers.values()].map(({ id: _, ...line }) => line),
    levels: ranking.levels,
    scenarios,
    last,
    may: {
      rank: may(actor, "rank-dossiers", themeCode),
      propose: may(actor, "propose-decision", themeCode),
      hold: may(actor, "hold-in-reserve", themeCode),
    },
    called: next && {
      number: next.row.dossier,
      paid: next.paid,
      whole: next.situation === "funded",
    },
  };
}

async function readLast({ callId, roundId }: RankingScope): Promise<RankingPage["last"]> {
  const ranking = await database().ranking.findFirst({
    where: { callId, roundId, name: "" },
    select: { id: true },
  });
  const last = ranking && (await lastChange(database(), ranking.id));
  if (!last) return null;
  const author = await database().agent.findUniqueOrThrow({ where: { id: last.agentId } });
  return { words: changeWords(last.change), author: fullName(author), at: last.at };
}

async function readScenarios({ callId, roundId }: RankingScope): Promise<Scenario[]> {
  const rows = await database().ranking.findMany({
    where: { callId, roundId, NOT: { name: "" } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const authors = await database().agent.findMany({
    where: { id: { in: rows.map(({ createdById }) => createdById) } },
  });
  const names = new Map(authors.map((agent) => [agent.id, fullName(agent)]));
  return rows.map(({ id, name, createdById, createdAt }) => ({
    id,
    name,
    author: names.get(createdById) ?? "",
    at: createdAt,
  }));
}
