import "server-only";
import type { JsonObject } from "@/domain/evidence/canonical";
import type { Actor } from "@/domain/rights/actor";
import { GENERAL_CHAIN, recordFact } from "./audit";
import { inTransaction } from "./database/client";

/** Consultations written in the general chain, by the person who consults. */
export const CONSULTATIONS = [
  "audit-read",
  "audit-download",
  "evidence-read",
  "evidence-download",
  "project-read",
  "project-archive",
] as const;
export type ConsultationKind = (typeof CONSULTATIONS)[number];

/**
 * Writes a consultation before anything is shown: no line, no reading. The number is not written: it is read back with
 * the dossier, if the reader may still see it (docs/decisions/2026-11-23-consultations-recorded-on-get.md).
 */
export function recordConsultation(
  actor: Actor,
  action: ConsultationKind,
  facts: JsonObject & { dossierId: string },
): Promise<void> {
  return inTransaction((tx) =>
    recordFact(tx, { chain: GENERAL_CHAIN, actorId: actor.agentId, action, facts }),
  );
}
