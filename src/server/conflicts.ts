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
import { notify, withdrawNotices } from "./notifications";

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
 * Locks the people who judge a dossier until commit, so that no declaration slips in between what is read of them and
 * what is written. A command that writes in the dossier's chain before it asks for `imposeConflicts` calls this first:
 * people come before chains, everywhere.
 */
export async function lockJudges(tx: Transaction, dossierId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM agent WHERE id IN (
      SELECT juror_id FROM juror_assignment WHERE dossier_id = ${dossierId}::uuid AND status = 'assigned')
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
 * Judges again, by the rule of conflicts, whoever holds an undecided dossier: those of a dossier whose carriers, team or
 * content changed, or the dossiers of a person whose declaration or organisation did. A conflict found recuses at once,
 * in the caller's transaction, whether the scoring is closed or not.
 */
export async function imposeConflicts(
  tx: Transaction,
  changed: { dossierId: string } | { agentId: string },
): Promise<void> {
  if ("dossierId" in changed) await lockJudges(tx, changed.dossierId);
  const held = await tx.jurorAssignment.findMany({
    where: {
      ...("dossierId" in changed ? changed : { jurorId: changed.agentId }),
      status: "assigned",
      dossier: { status: { in: [...UNDECIDED] } },
    },
    // Always the same order, so that two changes at once never wait for each other.
    orderBy: [{ dossierId: "asc" }, { jurorId: "asc" }],
  });
  if (held.length === 0) return;
  const judges = await readJudges(
    tx,
    held.map(({ jurorId }) => jurorId),
  );
  const today = parisDay(await portalNow(tx));
  for (const [dossierId, assignments] of Map.groupBy(held, (each) => each.dossierId)) {
    const dossier = await readStakeholders(tx, dossierId);
    for (const assignment of assignments) {
      const judge = judges.get(assignment.jurorId);
      const [ground] = judge ? conflictGrounds(judge, dossier, today) : [];
      if (ground && (await recuse(tx, { assignment, ground, byId: null }))) {
        await tellAssigner(tx, assignment, judge?.name ?? "");
      }
    }
  }
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
