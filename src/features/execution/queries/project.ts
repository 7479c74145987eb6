import type { Day } from "@/domain/calendar";
import { dossierNumber } from "@/domain/dossier/number";
import { type Access, covers } from "@/domain/dossier/team";
import { notFound } from "@/domain/errors";
import type { PhaseStatus } from "@/domain/execution/phase-statuses";
import { type Cents, centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { database, type Transaction } from "@/server/database/client";
import { dayOfColumn, type Execution, executionOfDossier } from "@/server/executions";
import { visibleDossiers } from "@/server/visibility";

/** A phase as it stands. */
export interface ProjectPhase {
  position: number;
  name: string;
  grant: Cents;
  startsOn: Day;
  endsOn: Day;
  milestone: string;
  status: PhaseStatus;
  fundedAt: Date | null;
  passedAt: Date | null;
}

/** A project after its award: what it is followed against, and where it stands. */
export interface Project {
  execution: Execution;
  phases: readonly ProjectPhase[];
}

/** The project of a dossier the caller has opened through its visibility; null before its follow-up is opened. */
export async function readProject(
  dossierId: string,
  tx: Transaction = database(),
): Promise<Project | null> {
  const [execution, phases] = await Promise.all([
    executionOfDossier(dossierId, tx),
    tx.executionPhase.findMany({ where: { dossierId }, orderBy: { position: "asc" } }),
  ]);
  if (!execution) return null;
  return {
    execution,
    phases: phases.map(({ dossierId: _, ...phase }) => ({
      ...phase,
      grant: centsFromBigInt(phase.grant),
      startsOn: dayOfColumn(phase.startsOn),
      endsOn: dayOfColumn(phase.endsOn),
      status: phase.status as PhaseStatus,
    })),
  };
}

/** The project of one of the actor's teams, and what they may do; without project before it is opened. */
export interface TeamProject {
  title: string;
  project: Project | null;
  may: (access: Access) => boolean;
}

/** The project of a filed dossier of the actor's team. Throws `not-found` out of sight. */
export async function readTeamProject(actor: Actor, number: string): Promise<TeamProject> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const dossier = await database().dossier.findFirst({
    where: { AND: [{ number, filedAt: { not: null } }, visibleDossiers(actor, "carrier")] },
    select: {
      id: true,
      title: true,
      members: { where: { agentId: actor.agentId }, select: { access: true } },
    },
  });
  if (!dossier) throw notFound();
  const held = dossier.members[0]?.access ?? "read";
  return {
    title: dossier.title,
    project: await readProject(dossier.id),
    may: (access) => covers(held, access),
  };
}
