import "server-only";
import { type Day, parisDay } from "@/domain/calendar";
import { UNDECIDED } from "@/domain/dossier/statuses";
import { type ActorOrganisation, fullName, type OrganisationKind } from "@/domain/rights/actor";
import {
  type ConflictGround,
  conflictGrounds,
  type Judge,
  type LinkNature,
  type Stakeholders,
} from "@/domain/rights/conflicts";
import { folded } from "@/domain/rights/names";
import { dossierChain, recordFact } from "./audit";
import { portalNow } from "./clock";
import type { Transaction } from "./database/client";
import type { Prisma } from "./database/generated/client";
import { notify, withdrawNotices, withdrawOpinionNotices } from "./notifications";

/** A judge, and the day of the declaration that counts; null when they made none. */
export interface DeclaredJudge extends Judge {
  declaredOn: Day | null;
}

const JUDGE = {
  organisation: true,
  declarations: {
    orderBy: [{ declaredAt: "desc" }, { id: "desc" }],
    take: 1,
    include: {
      links: {
        orderBy: { position: "asc" },
        include: { organisation: { select: { id: true, kind: true } } },
      },
    },
  },
} satisfies Prisma.AgentInclude;

/** A `date` column holds the Paris day as midnight UTC. */
const dayOf = (date: Date) => date.toISOString().slice(0, 10) as Day;

/** These people as the rule of conflicts reads them: their organisation today, their last declaration. */
export async function readJudges(
  tx: Transaction,
  agentIds: readonly string[],
): Promise<ReadonlyMap<string, DeclaredJudge>> {
  const agents = await tx.agent.findMany({ where: { id: { in: [...agentIds] } }, include: JUDGE });
  return new Map(
    agents.map((agent) => {
      const declaration = agent.declarations[0];
      return [
        agent.id,
        {
          agentId: agent.id,
          name: fullName(agent),
          organisation: agent.organisation as ActorOrganisation | null,
          declaredOn: declaration ? parisDay(declaration.declaredAt) : null,
          links: (declaration?.links ?? []).map(({ nature, organisation, name, endedOn }) => ({
            nature: nature as LinkNature,
            organisation: organisation && {
              id: organisation.id,
              kind: organisation.kind as OrganisationKind,
            },
            name,
            endedOn: endedOn && dayOf(endedOn),
          })),
        },
      ];
    }),
  );
}

const CARRIER = { id: true, kind: true, name: true, ministryId: true } as const;
type Carrier = Stakeholders["carriers"][number];

/** Those a dossier is about, as its rows and its last filing say. */
export async function readStakeholders(tx: Transaction, dossierId: string): Promise<Stakeholders> {
  const { carrier, coCarriers, members, filings } = await tx.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: {
      carrier: { select: CARRIER },
      coCarriers: { select: { organisation: { select: CARRIER } } },
      members: {
        select: { agent: { select: { id: true, givenName: true, usualName: true } } },
      },
      filings: { orderBy: { version: "desc" }, take: 1, select: { content: true } },
    },
  });
  return {
    carriers: [carrier, ...coCarriers.map(({ organisation }) => organisation)] as Carrier[],
    team: members.map(({ agent }) => ({ agentId: agent.id, name: fullName(agent) })),
    written: folded(textsIn(filings[0]?.content).join("\n")),
  };
}

/** Every text of a filing, whatever the form: a person may be named in any of them. */
function textsIn(content: Prisma.JsonValue | undefined): string[] {
  if (typeof content === "string") return [content];
  if (typeof content !== "object" || content === null) return [];
  return Object.values(content).flatMap((value) => textsIn(value));
}

/**
 * Locks a dossier, then the people who judge it, until commit, so that no declaration slips in between what is read of them and
 * what is written. A command that writes in the dossier's chain before it asks for `imposeConflicts` calls this first:
 * people come before chains, everywhere.
 */
export async function lockJudges(tx: Transaction, dossierId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM dossier WHERE id = ${dossierId}::uuid FOR UPDATE`;
  await tx.$queryRaw`SELECT id FROM agent WHERE id IN (
      SELECT juror_id FROM juror_assignment WHERE dossier_id = ${dossierId}::uuid AND status = 'assigned'
      UNION SELECT expert_id FROM expert_opinion
        WHERE dossier_id = ${dossierId}::uuid AND status IN ('accepted', 'given'))
    ORDER BY id FOR SHARE`;
}

/** Locks one person, whose declaration or organisation is about to change. */
export async function lockJudge(tx: Transaction, agentId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM agent WHERE id = ${agentId}::uuid FOR UPDATE`;
}

interface Recusal {
  assignment: { id: string; dossierId: string; jurorId: string };
  /** A rule's ground, or what a person wrote. */
  ground: string;
  /** Who imposes it; null for a rule. */
  byId: string | null;
}

/**
 * Recuses a juror from a dossier: from this instant nothing of it reaches them. False when they no longer hold it.
 * Called by a rule or by a person, in the transaction that found the conflict.
 */
export async function recuse(tx: Transaction, recusal: Recusal): Promise<boolean> {
  const { assignment, ground, byId } = recusal;
  const { id, dossierId } = assignment;
  const { count } = await tx.jurorAssignment.updateMany({
    where: { id, dossierId, status: { in: ["assigned", "abstained"] } },
    data: { status: "recused", ground, endedAt: await portalNow(tx), endedById: byId },
  });
  if (count === 0) return false;
  await tellRecusal(tx, recusal);
  return true;
}

/** The line of the journal, and what the juror had been told taken back. */
export async function tellRecusal(
  tx: Transaction,
  { assignment: { id, dossierId, jurorId }, ground, byId }: Recusal,
): Promise<void> {
  await withdrawNotices(tx, { recipientId: jurorId, dossierId });
  await recordFact(tx, {
    chain: dossierChain(dossierId),
    actorId: byId,
    action: "recuse-juror",
    facts: { assignmentId: id, jurorId, ground },
  });
}

/**
 * Judges again, by the rule of conflicts, whoever holds an undecided dossier, jurors and experts: those of a dossier
 * whose carriers, team or content changed, or the dossiers of a person whose declaration or organisation did. A conflict
 * found recuses the juror and sets the expert's opinion aside at once, in the caller's transaction, whether the scoring
 * is closed or not.
 */
export async function imposeConflicts(
  tx: Transaction,
  changed: { dossierId: string } | { agentId: string },
): Promise<void> {
  if ("dossierId" in changed) await lockJudges(tx, changed.dossierId);
  const parts = await partsIn(tx, changed);
  if (parts.length === 0) return;
  const judges = await readJudges(
    tx,
    parts.map(({ judgeId }) => judgeId),
  );
  const today = parisDay(await portalNow(tx));
  for (const [dossierId, held] of Map.groupBy(parts, (each) => each.dossierId)) {
    const dossier = await readStakeholders(tx, dossierId);
    for (const part of held) {
      const judge = judges.get(part.judgeId);
      const [ground] = judge ? conflictGrounds(judge, dossier, today) : [];
      if (judge && ground) await part.end(judge, ground);
    }
  }
}

/** What a person holds of a dossier, and how a conflict ends it. */
interface Part {
  dossierId: string;
  judgeId: string;
  end(judge: Judge, ground: ConflictGround): Promise<void>;
}

/** Dossiers entrusted and opinions accepted or given; always in the same order, so that two changes never deadlock. */
async function partsIn(
  tx: Transaction,
  changed: { dossierId: string } | { agentId: string },
): Promise<Part[]> {
  const dossier = { status: { in: [...UNDECIDED] } };
  const assignments = await tx.jurorAssignment.findMany({
    where: {
      ...("dossierId" in changed ? changed : { jurorId: changed.agentId }),
      status: "assigned",
      dossier,
    },
  });
  const opinions = await tx.expertOpinion.findMany({
    where: {
      ...("dossierId" in changed ? changed : { expertId: changed.agentId }),
      status: { in: ["accepted", "given"] },
      dossier,
    },
  });
  const parts: Part[] = [
    ...assignments.map((assignment) => ({
      dossierId: assignment.dossierId,
      judgeId: assignment.jurorId,
      end: async (judge: Judge, ground: ConflictGround) => {
        if (await recuse(tx, { assignment, ground, byId: null })) {
          await tellAssigner(tx, assignment, judge.name);
        }
      },
    })),
    ...opinions.flatMap((opinion) =>
      opinion.expertId === null
        ? []
        : [
            {
              dossierId: opinion.dossierId,
              judgeId: opinion.expertId,
              end: (judge: Judge, ground: ConflictGround) =>
                setOpinionAside(tx, opinion, judge, ground),
            },
          ],
    ),
  ];
  return parts.sort((a, b) =>
    `${a.dossierId} ${a.judgeId}`.localeCompare(`${b.dossierId} ${b.judgeId}`),
  );
}

/** An opinion in conflict is read by nobody as such any more; whoever asked for it is told. */
async function setOpinionAside(
  tx: Transaction,
  opinion: { id: string; dossierId: string; requestedById: string },
  judge: Judge,
  ground: ConflictGround,
): Promise<void> {
  const { id, dossierId, requestedById } = opinion;
  const { count } = await tx.expertOpinion.updateMany({
    where: { id, status: { in: ["accepted", "given"] } },
    data: { status: "revoked", endedAt: await portalNow(tx), endedReason: ground },
  });
  if (count === 0) return;
  await withdrawOpinionNotices(tx, { recipientId: judge.agentId, dossierId });
  await recordFact(tx, {
    chain: dossierChain(dossierId),
    actorId: null,
    action: "set-opinion-aside",
    facts: { opinionId: id, ground },
  });
  await notify(tx, [
    {
      kind: "opinion-declined",
      recipientId: requestedById,
      dossierId,
      payload: { name: judge.name },
    },
  ]);
}

/** Whoever entrusted the dossier may entrust it to somebody else. */
function tellAssigner(
  tx: Transaction,
  { assignedById, dossierId }: { assignedById: string; dossierId: string },
  name: string,
): Promise<void> {
  return notify(tx, [
    {
      kind: "juror-stepped-aside",
      recipientId: assignedById,
      dossierId,
      payload: { name, how: "recusal" },
    },
  ]);
}

/** The ground of the first conflict of each of these people with a dossier; absent when there is none. */
export async function conflictsWith(
  tx: Transaction,
  dossierId: string,
  judges: readonly Judge[],
): Promise<ReadonlyMap<string, ConflictGround>> {
  return conflictsAmong(tx, dossierId, judges, await readStakeholders(tx, dossierId));
}

/** The same, with the stakeholders at hand. */
export async function conflictsAmong(
  tx: Transaction,
  dossierId: string,
  judges: readonly Judge[],
  dossier: Stakeholders,
): Promise<ReadonlyMap<string, ConflictGround>> {
  const [before, now] = [
    await tx.jurorAssignment.findMany({
      where: { dossierId, status: "recused" },
      select: { jurorId: true },
    }),
    await portalNow(tx),
  ];
  const recused = new Set(before.map(({ jurorId }) => jurorId));
  return new Map(
    judges.flatMap((judge): [string, ConflictGround][] => {
      const [ground] = conflictGrounds(judge, dossier, parisDay(now));
      if (ground) return [[judge.agentId, ground]];
      return recused.has(judge.agentId) ? [[judge.agentId, "recused-before"]] : [];
    }),
  );
}
