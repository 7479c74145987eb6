import { type FileStatus, isReadable } from "@/domain/dossier/files";
import { notFound } from "@/domain/errors";
import type { BaselineIndicator } from "@/domain/execution/baseline";
import { type Measure, measuresOf } from "@/domain/execution/crossing";
import { evidenceSchema } from "@/domain/execution/evidence";
import { isUnderWay } from "@/domain/execution/phase-statuses";
import { type Actor, fullName } from "@/domain/rights/actor";
import { routes } from "@/routes";
import { database, type Transaction } from "@/server/database/client";
import type { Project, ProjectPhase } from "./project";

/** The proposal of a milestone, and its answer once given. */
export interface Crossing {
  id: string;
  /** Of its phase. */
  position: number;
  attempt: number;
  account: string;
  measures: readonly Measure[];
  files: readonly {
    id: string;
    name: string;
    size: number;
    status: FileStatus;
    href: string | null;
  }[];
  requestedAt: Date;
  requestedBy: string;
  /** Proposed by the reader: another person answers. */
  own: boolean;
  status: "proposed" | "released" | "withheld";
  reason: string;
  decidedAt: Date | null;
}

export interface PhaseDetails {
  phase: ProjectPhase;
  next: ProjectPhase | null;
  phases: number;
  /** Those of the baseline in force. */
  indicators: readonly BaselineIndicator[];
  /** The last one first. */
  crossings: readonly Crossing[];
  /** Of the last report handed in, in percent of the first baseline; null without any. */
  drift: { period: string; budget: number | null; calendar: number | null } | null;
  suspended: boolean;
  /** Its milestone may be proposed now. */
  open: boolean;
}

/** A phase of a project that the caller has opened through its visibility. Throws `not-found` when there is none. */
export async function readPhase(
  actor: Actor,
  project: Project | null,
  position: string,
): Promise<PhaseDetails> {
  const phase = project?.phases.find((each) => String(each.position) === position);
  if (!project || !phase) throw notFound();
  const { dossier, suspendedAt } = project.execution;
  const { id: dossierId, number } = dossier;
  const suspended = suspendedAt !== null;
  const [crossings, report] = await Promise.all([
    readCrossings(actor, { dossierId, number, position: phase.position }),
    database().progressReport.findFirst({
      where: { dossierId, submittedAt: { not: null } },
      orderBy: { period: "desc" },
      select: { period: true, budgetDrift: true, calendarDrift: true },
    }),
  ]);
  const content = project.execution.inForce.phases.find((each) => each.position === phase.position);
  return {
    phase,
    next: project.phases.find((each) => each.position === phase.position + 1) ?? null,
    phases: project.phases.length,
    indicators: content?.indicators ?? [],
    crossings,
    drift: report && {
      period: report.period,
      budget: report.budgetDrift,
      calendar: report.calendarDrift,
    },
    suspended,
    open: isUnderWay(phase.status) && !suspended && dossier.status === "in-execution",
  };
}

/** The proposals of a project that the caller has opened, of one phase unless told, the last one of each first. */
export async function readCrossings(
  actor: Actor,
  { dossierId, number, position }: { dossierId: string; number: string; position?: number },
  tx: Transaction = database(),
): Promise<Crossing[]> {
  const rows = await tx.phaseCrossing.findMany({
    where: { dossierId, position },
    orderBy: [{ position: "asc" }, { attempt: "desc" }],
  });
  const named = rows.map((row) => ({ ...row, evidence: evidenceSchema.parse(row.files) }));
  const [people, files] = await Promise.all([
    tx.agent.findMany({
      where: { id: { in: rows.map(({ requestedById }) => requestedById) } },
      select: { id: true, givenName: true, usualName: true },
    }),
    tx.file.findMany({
      where: {
        dossierId,
        id: { in: named.flatMap(({ evidence }) => evidence.map(({ id }) => id)) },
      },
      select: { id: true, status: true, agentId: true },
    }),
  ]);
  return named.map((row): Crossing => {
    const author = people.find(({ id }) => id === row.requestedById);
    return {
      id: row.id,
      position: row.position,
      attempt: row.attempt,
      account: row.account,
      measures: measuresOf(row),
      files: row.evidence.map(({ id, name, size }) => {
        const file = files.find((each) => each.id === id);
        const status = (file?.status ?? "waiting") as FileStatus;
        const readable = isReadable(status, file?.agentId === actor.agentId);
        return { id, name, size, status, href: readable ? routes.fileContent(number, id) : null };
      }),
      requestedAt: row.requestedAt,
      requestedBy: author ? fullName(author) : "Une personne dont le compte n’existe plus",
      own: row.requestedById === actor.agentId,
      status: row.status as Crossing["status"],
      reason: row.reason,
      decidedAt: row.decidedAt,
    };
  });
}
