import type { Actor } from "@/domain/rights/actor";
import { recordConsultation } from "@/server/consultations";
import { readExecution } from "@/server/executions";
import { type ProjectLife, readLife } from "../queries/life";

/**
 * The life of a project for an auditor, whose consultation is written before anything is shown. Called once by the page
 * (docs/decisions/2026-11-23-consultations-recorded-on-get.md). Throws `not-found`.
 */
export async function consultProject(actor: Actor, number: string): Promise<ProjectLife> {
  const { dossier } = await readExecution(actor, "auditor", number);
  await recordConsultation(actor, "project-read", { dossierId: dossier.id });
  return readLife(actor, "auditor", number);
}
