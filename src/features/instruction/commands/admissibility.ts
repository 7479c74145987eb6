import { BusinessError, type FieldError } from "@/domain/errors";
import { CHECK_LABELS, type CheckAnswer, checklist } from "@/domain/evaluation/admissibility";
import type { Actor } from "@/domain/rights/actor";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import { lockExamined, transitionContext } from "@/server/examined-dossier";
import { simulateFiled } from "@/server/filed-dossier";
import { transition } from "@/server/transition";
import { checkPath, type SetAsideInput } from "../schemas";

export interface AdmitInput {
  number: string;
  /** What the person says of each point of the checklist, by key. */
  answers: Readonly<Record<string, string>>;
  /** Why the dossier is admissible in spite of a point that is not met. */
  reason: string;
}

/**
 * Declares a dossier admissible. Every point of its own checklist is settled by a person, and a point that is not met
 * needs a reason: both are kept in the audit line. Throws `invalid-input` naming the points left.
 */
export function admitDossier(actor: Actor, input: AdmitInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "assess-admissibility");
    const simulation = await simulateFiled(dossier.id, tx);
    const points = checklist(dossier.theme, simulation?.findings ?? []);
    const checks = Object.fromEntries(points.map(({ key }) => [key, input.answers[key] ?? ""]));
    requireSettled(checks, input.reason);
    await transition(tx, {
      name: "admit",
      dossier,
      actor,
      context: await transitionContext(tx, dossier),
      facts: { checks, ...(input.reason && { reason: input.reason }) },
    });
  });
}

function requireSettled(checks: Readonly<Record<string, string>>, reason: string): void {
  const settled: readonly CheckAnswer[] = ["yes", "no"];
  const errors: FieldError[] = Object.entries(checks)
    .filter(([, answer]) => !settled.some((known) => known === answer))
    .map(([key]) => ({
      path: checkPath(key),
      message: `Tranchez ce point\u00A0: «\u00A0${CHECK_LABELS.yes}\u00A0» ou «\u00A0${CHECK_LABELS.no}\u00A0».`,
    }));
  if (Object.values(checks).includes("no") && reason === "") {
    errors.push({
      path: "reason",
      message:
        "Un point n’est pas conforme\u00A0: dites pourquoi le dossier est tout de même recevable, ou écartez-le.",
    });
  }
  if (errors.length > 0) {
    throw new BusinessError("invalid-input", "La vérification n’est pas terminée.", errors);
  }
}

/**
 * Sets a dossier aside before any jury (Livret l.221), with a coded motive for the record and the text the carrier
 * reads. The carrier is told at once: there is no decision to confirm.
 */
export function setAsideDossier(actor: Actor, input: SetAsideInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "assess-admissibility");
    const members = await tx.dossierMember.findMany({ where: { dossierId: dossier.id } });
    // Before the transition: the database wants a motive on a dossier set aside.
    await tx.dossier.update({
      where: { id: dossier.id },
      data: { setAsideMotive: input.explanation },
    });
    await transition(tx, {
      name: "setAside",
      dossier,
      actor,
      context: await transitionContext(tx, dossier),
      facts: { motive: input.motive, explanation: input.explanation },
      notices: members.map(({ agentId }) => ({
        kind: "dossier-set-aside",
        recipientId: agentId,
        dossierId: dossier.id,
        payload: { number: dossier.number },
      })),
    });
    await tx.dossier.update({
      where: { id: dossier.id },
      data: { notifiedAt: await portalNow(tx) },
    });
  });
}
