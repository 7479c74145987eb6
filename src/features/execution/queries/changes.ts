import { parisDay } from "@/domain/calendar";
import { BusinessError, notFound } from "@/domain/errors";
import { baselineOf } from "@/domain/execution/baseline";
import {
  baselineDifference,
  CHANGE_LABELS,
  type ChangeKind,
  changedBaseline,
  type Difference,
  type Proposed,
  proposedSchema,
} from "@/domain/execution/changes";
import { fullName } from "@/domain/rights/actor";
import { database, type Transaction } from "@/server/database/client";
import type { Execution } from "@/server/executions";
import { standingOf } from "../standing";

export const CHANGE_STATUSES = {
  requested: { label: "Demandée", severity: "info" },
  accepted: { label: "Acceptée", severity: "success" },
  refused: { label: "Refusée", severity: undefined },
  withdrawn: { label: "Retirée", severity: undefined },
} as const;

/** A request to change a project, and its answer. */
export interface ChangeLine {
  number: number;
  kind: ChangeKind;
  label: string;
  reason: string;
  status: keyof typeof CHANGE_STATUSES;
  requestedBy: string;
  requestedAt: Date;
  answer: string;
  answeredAt: Date | null;
  proposed: Proposed;
  /** The version it made, once accepted. */
  version: number | null;
}

/** The requests of a project that the caller has opened through its visibility, the last one first. */
export async function readChanges(
  dossierId: string,
  tx: Transaction = database(),
): Promise<ChangeLine[]> {
  const rows = await tx.changeRequest.findMany({
    where: { dossierId },
    include: { baseline: { select: { version: true } } },
    orderBy: { number: "desc" },
  });
  const people = await tx.agent.findMany({
    where: { id: { in: rows.map(({ requestedById }) => requestedById) } },
    select: { id: true, givenName: true, usualName: true },
  });
  return rows.map((row): ChangeLine => {
    const author = people.find(({ id }) => id === row.requestedById);
    const kind = row.kind as ChangeKind;
    return {
      number: row.number,
      kind,
      label: CHANGE_LABELS[kind],
      reason: row.reason,
      status: row.status as ChangeLine["status"],
      requestedBy: author ? fullName(author) : "Une personne dont le compte n’existe plus",
      requestedAt: row.requestedAt,
      answer: row.answer,
      answeredAt: row.answeredAt,
      proposed: proposedSchema.parse(row.proposed),
      version: row.baseline?.version ?? null,
    };
  });
}

export interface ExaminedChange {
  change: ChangeLine;
  /** What it makes different: of the baseline in force while it waits, of the version it made once accepted. */
  difference: readonly Difference[];
  /** Why it no longer fits what stands; null when it does. */
  misfit: string | null;
}

/** One request of a project, with what it changes. Throws `not-found` when there is none of this number. */
export async function readChange(
  execution: Execution | null,
  number: string,
  now: Date,
): Promise<ExaminedChange> {
  const dossierId = execution?.dossier.id;
  const change =
    dossierId && (await readChanges(dossierId)).find((each) => String(each.number) === number);
  if (!change || !execution || !dossierId) throw notFound();
  if (change.status === "accepted" && change.version !== null) {
    const made = await versionsAround(dossierId, change.version);
    return { change, difference: made, misfit: null };
  }
  if (change.status !== "requested") return { change, difference: [], misfit: null };
  try {
    const standing = await standingOf(database(), dossierId, parisDay(now));
    const after = changedBaseline(execution.inForce, change.proposed, standing);
    return { change, difference: baselineDifference(execution.inForce, after), misfit: null };
  } catch (error) {
    if (!(error instanceof BusinessError)) throw error;
    return { change, difference: [], misfit: error.message };
  }
}

async function versionsAround(dossierId: string, version: number): Promise<Difference[]> {
  const rows = await database().baseline.findMany({
    where: { dossierId, version: { in: [version - 1, version] } },
    orderBy: { version: "asc" },
  });
  const [before, after] = rows.map(baselineOf);
  return before && after ? baselineDifference(before, after) : [];
}
