import { BusinessError } from "@/domain/errors";
import type { Json, JsonObject } from "@/domain/evidence/canonical";
import { type Actor, holds } from "@/domain/rights/actor";
import { dossierChain } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { recordConsultation } from "@/server/consultations";
import { type DossierAudit, openTrail, readDossierAudit } from "../queries/dossier-audit";

/**
 * The trail of a dossier for an auditor. The consultation is written before anything is shown: no line, no reading.
 * Called once by the page (docs/decisions/2026-11-23-consultations-recorded-on-get.md). Throws `not-found`.
 */
export async function consultDossierAudit(actor: Actor, number: string): Promise<DossierAudit> {
  const audit = await readDossierAudit(actor, number, "auditor");
  await recordConsultation(actor, "audit-read", { dossierId: audit.id });
  return audit;
}

/** A chain as it leaves the portal, in the format of docs/audit-log.md. */
export interface AuditFile {
  format: 1;
  /** Number of the dossier. */
  dossier: string;
  chain: string;
  /** ISO instant of the portal's clock. */
  exportedAt: string;
  lines: JsonObject[];
}

/**
 * The chain of a dossier, whole and verifiable without the portal, for an auditor or the theme's owner. The download is
 * written in the general chain. Throws `not-found`, and `not-open` before the close of the scoring or for an owner whose
 * dossier comes from a theme that is not theirs: a chain cannot be verified with lines left out.
 */
export async function downloadDossierAudit(actor: Actor, number: string): Promise<AuditFile> {
  const room = holds(actor, "auditor") ? "auditor" : "instruction";
  const { dossier, lines, secretFrom, former } = await openTrail(actor, number, room);
  if (former > 0) {
    throw new BusinessError(
      "not-open",
      "Ce dossier vient d’un autre thème, dont le journal n’est pas le vôtre : un auditeur télécharge le journal entier.",
    );
  }
  if (secretFrom !== null) {
    throw new BusinessError(
      "not-open",
      "Le journal de ce dossier se télécharge après la clôture de la notation\u00A0: les actes des jurés sont secrets jusque-là.",
    );
  }
  await recordConsultation(actor, "audit-download", { dossierId: dossier.id });
  return {
    format: 1,
    dossier: number,
    chain: dossierChain(dossier.id),
    exportedAt: (await portalNow()).toISOString(),
    lines: lines.map(({ at, facts, ...line }) => ({
      ...line,
      at: at.toISOString(),
      facts: facts as Json,
    })),
  };
}
