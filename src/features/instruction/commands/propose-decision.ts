import { askedTargets } from "@/domain/dossier/editing";
import { aboutName, expectationName, MOST_EXPECTATIONS } from "@/domain/dossier/expectations";
import { BusinessError, type FieldError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { formByTheme } from "@/domain/themes/forms";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import { type ExaminedDossier, lockExamined } from "@/server/examined-dossier";
import { proposeOnce } from "@/server/propose-decision";
import { type DirectorOpinionInput, NOTHING_EXPECTED, type ProposeInput } from "../schemas";

/**
 * Proposes a decision, which another person confirms. An amount is bounded by the computed grant and by what each
 * envelope has left today; « à représenter » says what the new presentation must answer. Throws `grant-exceeded`,
 * `envelope-exceeded`, `already-done` when a decision is waiting or taken, `incomplete` when the path or the opinion of
 * the director of DINUM forbids it, `invalid-input` when nothing is expected, or something the form has not.
 */
export function proposeDecision(actor: Actor, input: ProposeInput): Promise<{ id: string }> {
  return proposeOnce(actor, input, (dossier) => expectationsOf(dossier, input));
}

/** What the new presentation must answer, numbered; each about something the dossier's own form has, or about the whole. */
function expectationsOf(
  { themeCode }: ExaminedDossier,
  { outcome, expectations = [] }: ProposeInput,
) {
  if (outcome !== "to-be-presented-again") return [];
  const wrong = (errors: readonly FieldError[]) =>
    new BusinessError("invalid-input", "Les attentes sont à corriger.", errors);
  if (expectations.length === 0 || expectations.length > MOST_EXPECTATIONS) {
    throw wrong([{ path: expectationName(1), message: NOTHING_EXPECTED }]);
  }
  const form = formByTheme(themeCode);
  const known = new Set((form ? askedTargets(form) : []).map(({ target }) => target));
  const errors = expectations
    .filter(({ target }) => target !== null && !known.has(target))
    .map(
      ({ position }): FieldError => ({
        path: aboutName(position),
        message: `Attente ${position}\u00A0: choisissez une question ou une étape de la liste.`,
      }),
    );
  if (errors.length > 0) throw wrong(errors);
  return expectations.map(({ body, target }, index) => ({ position: index + 1, body, target }));
}

/** Records the opinion of the director of DINUM, required above 9 M€ before any award (action 6-2 l.118). Once. */
export function recordDirectorOpinion(actor: Actor, input: DirectorOpinionInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "record-director-opinion");
    if (dossier.directorOpinion !== null) {
      throw new BusinessError(
        "already-done",
        "L’avis du directeur de la DINUM est déjà enregistré.",
      );
    }
    const at = await portalNow(tx);
    await tx.dossier.update({
      where: { id: dossier.id },
      data: { directorOpinion: input.opinion, directorOpinionAt: at },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "record-director-opinion",
      facts: { opinion: input.opinion },
    });
  });
}
