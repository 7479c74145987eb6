import type { Actor } from "@/domain/rights/actor";
import { recordConsultation } from "@/server/consultations";
import { type Report, readReport } from "../queries/report";

/**
 * A report handed in, for an auditor, whose consultation is written before anything is shown. Called once by the page
 * (docs/decisions/2026-11-23-consultations-recorded-on-get.md). Throws `not-found`.
 */
export async function consultReport(actor: Actor, number: string, period: string): Promise<Report> {
  const report = await readReport(actor, "auditor", number, period);
  const { id: dossierId } = report.execution.dossier;
  await recordConsultation(actor, "project-read", { dossierId, period });
  return report;
}
