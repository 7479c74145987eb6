import { STATUS_LABELS } from "@/domain/dossier/statuses";
import { notFound } from "@/domain/errors";
import { type Cents, centsFromBigInt } from "@/domain/money";
import { type Actor, holds } from "@/domain/rights/actor";
import type { Outcome } from "@/domain/themes/types";
import { recordConsultation } from "@/server/consultations";
import { database } from "@/server/database/client";
import type { Piece } from "@/server/pieces";
import { visibleDossiers } from "@/server/visibility";
import { piecesOf } from "../evidence";
import { openTrail } from "../queries/dossier-audit";

/** The evidence of a decision, for an auditor. */
export interface DecisionEvidence {
  id: string;
  number: string;
  title: string;
  outcome: { label: string; amount: Cents | null };
  confirmedAt: Date;
  pieces: readonly Piece[];
  /** The first line of the dossier's log that does not hold; null when the chain holds. */
  brokenAt: number | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Gathers the evidence of a confirmed decision. The consultation is written in the general chain before anything is
 * shown. Throws `not-found` to whoever is no auditor, or has a part in the dossier.
 */
export async function consultDecision(
  actor: Actor,
  id: string,
  action: "evidence-read" | "evidence-download",
): Promise<DecisionEvidence> {
  if (!UUID.test(id) || !holds(actor, "auditor")) throw notFound();
  const decision = await database().decision.findFirst({
    where: { id, confirmedAt: { not: null }, dossier: visibleDossiers(actor, "auditor") },
    include: { dossier: { select: { id: true, number: true, title: true } } },
  });
  if (!decision?.confirmedAt) throw notFound();
  const { dossier } = decision;
  await recordConsultation(actor, action, { dossierId: dossier.id, decisionId: id });
  const { lines, brokenAt, secretFrom } = await openTrail(actor, dossier.number, "auditor");
  const pieces = await piecesOf(id, lines.slice(0, secretFrom ?? lines.length));
  return {
    id,
    number: dossier.number,
    title: dossier.title,
    outcome: {
      label: STATUS_LABELS[decision.outcome as Outcome].label,
      amount: decision.amount === null ? null : centsFromBigInt(decision.amount),
    },
    confirmedAt: decision.confirmedAt,
    pieces,
    // A line of a scoring under way tells nothing of its place.
    brokenAt: brokenAt !== null && brokenAt > (secretFrom ?? lines.length) ? secretFrom : brokenAt,
  };
}
