import type { DossierStatus } from "@/domain/dossier/statuses";
import { aggregate } from "@/domain/evaluation/aggregation";
import { centsFromBigInt, formatEuros } from "@/domain/money";
import { fullName } from "@/domain/rights/actor";
import { stays } from "@/domain/sitting/attendance";
import {
  lapsesOf,
  type MinutesContent,
  type MinutesItem,
  type MinutesVote,
} from "@/domain/sitting/minutes";
import {
  type Capacity,
  type SittingMember,
  type Standing,
  votersOf,
} from "@/domain/sitting/quorum";
import type { Choice } from "@/domain/sitting/votes";
import { THEMES } from "@/domain/themes/index";
import type { Criterion, ThemeCode } from "@/domain/themes/types";
import type { Transaction } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { readGrid } from "@/server/grid";
import { readScore, SCORES_READ } from "@/server/jury-sheets";
import { standingOf } from "@/server/sitting";
import { isScoringClosed } from "@/server/visibility";

const FACTS = {
  members: {
    include: { agent: { include: { organisation: { select: { name: true } } } } },
  },
  attendance: { orderBy: [{ at: "asc" }, { id: "asc" }] },
  votes: {
    where: { closedAt: { not: null } },
    include: { ballots: true },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
  },
  consensus: true,
  questions: { orderBy: [{ askedAt: "asc" }, { id: "asc" }] },
  decisions: {
    orderBy: { proposedAt: "desc" },
    include: { expectations: { orderBy: { position: "asc" } } },
  },
  items: {
    orderBy: [{ position: "asc" }, { dossierId: "asc" }],
    include: {
      dossier: {
        include: {
          carrier: { select: { name: true } },
          members: { select: { agentId: true } },
          assignments: {
            include: { sheet: { include: { scores: SCORES_READ } } },
          },
        },
      },
    },
  },
} satisfies Prisma.JurySessionInclude;

type Facts = Prisma.JurySessionGetPayload<{ include: typeof FACTS }>;
type Item = Facts["items"][number];

/**
 * The minutes of an ended sitting, drawn from its facts: the same for everybody. What each reader may read of them is
 * settled item by item. Null while the sitting has not ended.
 */
export async function drawMinutes(tx: Transaction, id: string): Promise<MinutesContent | null> {
  const row = await tx.jurySession.findUniqueOrThrow({ where: { id }, include: FACTS });
  const { openedAt, endedAt } = row;
  if (!openedAt || !endedAt) return null;
  const theme = THEMES[row.themeCode as ThemeCode];
  const criteria = await readGrid({ callId: row.callId, themeCode: theme.code }, tx);
  const names = await namesIn(tx, row);
  return {
    version: 1,
    session: {
      label: row.label,
      theme: `${theme.code}, ${theme.title}`,
      place: row.place,
      openedAt: openedAt.toISOString(),
      endedAt: endedAt.toISOString(),
      quorum: row.quorum,
    },
    people: peopleOf(row, endedAt),
    items: row.items.map((item) => itemOf(row, item, { endedAt, criteria, names })),
    votes: votesOf(row, null, names),
    ranking: await rankingOf(tx, row),
  };
}

type Names = ReadonlyMap<string, string>;

/** Names of the members and of those who proposed, as they are when the minutes are drawn. */
async function namesIn(tx: Transaction, { members, decisions }: Facts): Promise<Names> {
  const others = await tx.agent.findMany({
    where: { id: { in: decisions.map(({ proposedById }) => proposedById) } },
  });
  return new Map([
    ...others.map((agent) => [agent.id, fullName(agent)] as const),
    ...members.map(({ agentId, agent }) => [agentId, fullName(agent)] as const),
  ]);
}

const ORDER: Record<Capacity, number> = { chair: 0, secretary: 1, juror: 2 };

function staysOf({ attendance }: Facts, agentId: string, endedAt: Date) {
  return stays(attendance, agentId).map(({ from, to }) => ({ from, to: to ?? endedAt }));
}

function peopleOf(row: Facts, endedAt: Date): MinutesContent["people"] {
  return row.members
    .map(({ agentId, agent, capacity }) => ({
      name: fullName(agent),
      organisation: agent.organisation?.name ?? "Sans organisation",
      capacity: capacity as Capacity,
      stays: staysOf(row, agentId, endedAt).map(({ from, to }) => ({
        from: from.toISOString(),
        to: to.toISOString(),
      })),
    }))
    .sort((a, b) => ORDER[a.capacity] - ORDER[b.capacity] || a.name.localeCompare(b.name, "fr"));
}

interface Drawing {
  endedAt: Date;
  criteria: readonly Criterion[];
  names: Names;
}

function itemOf(row: Facts, item: Item, { endedAt, criteria, names }: Drawing): MinutesItem {
  const { dossier, dossierId, startedAt } = item;
  const members: SittingMember[] = row.members.map(({ agentId, capacity }) => ({
    agentId,
    capacity: capacity as Capacity,
  }));
  const standings = new Map(
    members.map((member) => [
      member.agentId,
      standingOf(member, {
        presentation: item.presentation,
        assignments: dossier.assignments,
        team: dossier.members.map(({ agentId }) => agentId),
      }),
    ]),
  );
  const voters = votersOf(members, standings);
  const until = item.endedAt ?? endedAt;
  const named = (wanted: Standing) =>
    members.flatMap(({ agentId }) =>
      standings.get(agentId) === wanted ? [names.get(agentId) ?? ""] : [],
    );
  return {
    number: dossier.number,
    title: dossier.title,
    carrier: dossier.carrier.name,
    state: item.state === "done" ? "done" : "adjourned",
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: startedAt ? until.toISOString() : null,
    heardAt: item.heardAt?.toISOString() ?? null,
    recused: named("recused"),
    abstained: named("abstained"),
    quorum: {
      possible: voters.length,
      lapses: startedAt
        ? lapsesOf({
            required: row.quorum,
            stays: voters.map(({ agentId }) => staysOf(row, agentId, endedAt)),
            from: startedAt,
            to: until,
          }).map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() }))
        : [],
    },
    questions: row.questions
      .filter((question) => question.dossierId === dossierId)
      .map(({ body, answer }) => ({ body, answer })),
    score: scoreOf(row, item, criteria),
    deliberation: item.deliberation,
    votes: votesOf(row, dossierId, names),
    decision: decisionOf(row, dossierId, names),
  };
}

/** The scores of an item whose scoring is closed, under what this sitting agreed on. */
function scoreOf(row: Facts, item: Item, criteria: readonly Criterion[]): MinutesItem["score"] {
  const { dossier, dossierId, presentation } = item;
  if (!isScoringClosed(dossier.status as DossierStatus)) return null;
  const sheets = dossier.assignments.flatMap((each) =>
    each.status === "assigned" && each.presentation === presentation && each.sheet?.submittedAt
      ? [each.sheet.scores.map(readScore)]
      : [],
  );
  const agreed = row.consensus.filter((score) => score.dossierId === dossierId);
  const together = aggregate(criteria, sheets, agreed);
  if (!together) return null;
  return {
    mean: together.mean,
    sheets: together.sheets,
    criteria: together.criteria.map(({ key, mean }) => {
      const one = agreed.find(({ criterion }) => criterion === key);
      return {
        name: criteria.find((each) => each.key === key)?.name ?? key,
        mean,
        consensus: one ? { value: one.value, reason: one.reason } : null,
      };
    }),
  };
}

/** The votes on a dossier, or on none. A voided one says nothing of its ballots, a secret one nothing of its voters. */
function votesOf({ votes }: Facts, dossierId: string | null, names: Names): MinutesVote[] {
  return votes
    .filter((vote) => vote.dossierId === dossierId)
    .map(({ question, secret, closedAt, voided, ballots, inFavour, against, abstained }) => ({
      question,
      secret,
      closedAt: closedAt?.toISOString() ?? "",
      counts: voided ? null : { inFavour, against, abstained },
      choices:
        voided || secret
          ? []
          : ballots
              .map(({ agentId, choice }) => ({
                name: names.get(agentId) ?? "",
                choice: choice as Choice,
              }))
              .sort((a, b) => a.name.localeCompare(b.name, "fr")),
    }));
}

function decisionOf(
  { decisions }: Facts,
  dossierId: string,
  names: Names,
): MinutesItem["decision"] {
  const decision = decisions.find((each) => each.dossierId === dossierId);
  if (!decision) return null;
  const { outcome, amount, motive, strengths, weaknesses, expectations, proposedById } = decision;
  return {
    outcome,
    amount: amount === null ? null : formatEuros(centsFromBigInt(amount)),
    motive,
    strengths,
    weaknesses,
    ...(expectations.length > 0 && { expectations: expectations.map(({ body }) => body) }),
    by: names.get(proposedById) ?? "",
  };
}

/** The order of the call's dossiers, where the jury drew one. */
async function rankingOf(tx: Transaction, row: Facts): Promise<MinutesContent["ranking"]> {
  const ranking = await tx.ranking.findFirst({
    where: { callId: row.callId, roundId: row.roundId, name: "" },
    include: {
      rows: {
        orderBy: [{ rank: "asc" }, { dossierId: "asc" }],
        include: { dossier: { select: { number: true, title: true } } },
      },
    },
  });
  return (ranking?.rows ?? []).map(({ rank, place, dossier }) => ({ rank, place, ...dossier }));
}
