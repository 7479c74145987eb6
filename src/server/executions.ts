import "server-only";
import type { Day } from "@/domain/calendar";
import { dossierNumber } from "@/domain/dossier/number";
import type { DossierStatus } from "@/domain/dossier/statuses";
import { BusinessError, notFound } from "@/domain/errors";
import { type Baseline, baselineOf } from "@/domain/execution/baseline";
import type { Actor } from "@/domain/rights/actor";
import type { ThemeCode } from "@/domain/themes/types";
import { database, type Transaction } from "./database/client";
import type { Prisma } from "./database/generated/client";
import { fingerprint } from "./fingerprint";
import { type Relation, visibleDossiers } from "./visibility";

/** The day of a `date` column. */
export const dayOfColumn = (date: Date) => date.toISOString().slice(0, 10) as Day;

/** A day as a `date` column takes it. */
export const columnOfDay = (day: Day) => new Date(`${day}T00:00:00Z`);

/** The life of a project after its award, with what it is followed against. */
export interface Execution {
  dossier: {
    id: string;
    number: string;
    title: string;
    status: DossierStatus;
    themeCode: ThemeCode;
    ministryId: string | null;
  };
  decisionId: string;
  /** Planned days of the baseline in force. */
  startsOn: Day;
  endsOn: Day;
  openedAt: Date;
  suspendedAt: Date | null;
  closingAskedAt: Date | null;
  closedAt: Date | null;
  evaluation: string;
  lessons: string;
  /** Version of the baseline in force. */
  version: number;
  inForce: Baseline;
  /** What the award froze: drift is told against it. */
  first: Baseline;
}

const EXECUTION = {
  dossier: {
    select: {
      id: true,
      number: true,
      title: true,
      status: true,
      themeCode: true,
      ministryId: true,
    },
  },
  baselines: { orderBy: { version: "asc" } },
} satisfies Prisma.ExecutionInclude;

type ExecutionRow = Prisma.ExecutionGetPayload<{ include: typeof EXECUTION }>;

function executionOf(row: ExecutionRow): Execution {
  const { dossier, baselines, baseline: version, ...execution } = row;
  const inForce = baselines.find((each) => each.version === version);
  const [first] = baselines;
  if (!inForce || !first) throw new Error(`No baseline ${version} of ${dossier.number}`);
  return {
    dossier: {
      ...dossier,
      status: dossier.status as DossierStatus,
      themeCode: dossier.themeCode as ThemeCode,
    },
    decisionId: execution.decisionId,
    startsOn: dayOfColumn(execution.startsOn),
    endsOn: dayOfColumn(execution.endsOn),
    openedAt: execution.openedAt,
    suspendedAt: execution.suspendedAt,
    closingAskedAt: execution.closingAskedAt,
    closedAt: execution.closedAt,
    evaluation: execution.evaluation,
    lessons: execution.lessons,
    version,
    inForce: baselineOf(inForce),
    first: baselineOf(first),
  };
}

/** The execution of a dossier that the caller has opened through its visibility; null before its opening. */
export async function executionOfDossier(
  dossierId: string,
  tx: Transaction = database(),
): Promise<Execution | null> {
  const row = await tx.execution.findUnique({ where: { dossierId }, include: EXECUTION });
  return row && executionOf(row);
}

/** The execution of a dossier as the actor sees it in one of the rooms. Throws `not-found` out of sight. */
export async function readExecution(
  actor: Actor,
  as: Relation,
  number: string,
  tx: Transaction = database(),
): Promise<Execution> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const row = await tx.execution.findFirst({
    where: { dossier: { AND: [{ number }, visibleDossiers(actor, as)] } },
    include: EXECUTION,
  });
  if (!row) throw notFound();
  return executionOf(row);
}

/**
 * The execution of a dossier whose row the caller has locked, for writing: its own row locked too. Throws `not-open`
 * unless the project is in execution: before its opening there is nothing to write, and a closed one is only read.
 */
export async function lockExecution(tx: Transaction, dossierId: string): Promise<Execution> {
  await tx.$queryRaw`SELECT dossier_id FROM execution WHERE dossier_id = ${dossierId}::uuid FOR UPDATE`;
  const execution = await executionOfDossier(dossierId, tx);
  if (!execution) {
    throw new BusinessError("not-open", "Le suivi de ce projet n’est pas encore ouvert.");
  }
  if (execution.dossier.status !== "in-execution") {
    throw new BusinessError(
      "not-open",
      "Ce projet est clos\u00A0: son suivi se lit, et ne s’écrit plus.",
    );
  }
  return execution;
}

/** Keeps one more version of a baseline: the first one with its award, the others with the request that made them. */
export async function appendBaseline(
  tx: Transaction,
  baseline: { dossierId: string; version: number; content: Baseline; requestId: string | null },
): Promise<void> {
  const { content, ...row } = baseline;
  await tx.baseline.create({ data: { ...row, content, fingerprint: fingerprint({ ...content }) } });
}
