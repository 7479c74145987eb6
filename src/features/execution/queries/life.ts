import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { inRoom } from "@/server/database/ministry-sight";
import { readExecution } from "@/server/executions";
import { type ChangeLine, readChanges } from "./changes";
import { type ClosingFacts, readClosing } from "./closing";
import { type GainLine, readGains } from "./gains";
import { type Crossing, readCrossings } from "./phase";
import { type Project, readProject } from "./project";

/** As whom the life of a project is read, without any act on it. */
export type LifeReader = "ministry" | "auditor";

/** All that happened to a project after its award, its reports apart. */
export interface ProjectLife {
  project: Project;
  crossings: readonly Crossing[];
  changes: readonly ChangeLine[];
  gains: readonly GainLine[];
  closing: ClosingFacts;
}

/** The life of a project in a fixed number of statements. Throws `not-found` out of sight and before its opening. */
export function readLife(actor: Actor, as: LifeReader, number: string): Promise<ProjectLife> {
  return inRoom(actor, as, async (tx) => {
    const execution = await readExecution(actor, as, number, tx);
    const { id: dossierId } = execution.dossier;
    const project = await readProject(dossierId, tx);
    if (!project) throw notFound();
    return {
      project,
      crossings: await readCrossings(actor, { dossierId, number }, tx),
      changes: await readChanges(dossierId, tx),
      gains: await readGains(dossierId, tx),
      closing: await readClosing(execution, tx),
    };
  });
}
