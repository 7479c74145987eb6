import "server-only";
import { BusinessError, type FieldError } from "@/domain/errors";
import {
  CHECK_LABELS,
  type CheckAnswer,
  type CheckPoint,
  checklist,
  checkPath,
} from "@/domain/evaluation/admissibility";
import type { Actor } from "@/domain/rights/actor";
import type { Transaction } from "./database/client";
import { lockExamined, transitionContext } from "./examined-dossier";
import { simulateFiled } from "./filed-dossier";
import { transition } from "./transition";

/** What a person says of a dossier's checklist. */
export interface Settled {
  /** By point. */
  answers: Readonly<Record<string, string>>;
  /** Why the dossier is admissible in spite of a point that is not met. */
  reason: string;
}

/**
 * Declares a dossier admissible, alone or among others. Every point of its own checklist is settled by a person, and a
 * point that is not met needs a reason: both are kept in the audit line. Throws `invalid-input` naming the points left.
 */
export async function admitWithin(
  tx: Transaction,
  actor: Actor,
  number: string,
  settle: (points: readonly CheckPoint[]) => Settled,
): Promise<void> {
  const dossier = await lockExamined(tx, actor, number, "assess-admissibility");
  const simulation = await simulateFiled(dossier.id, tx);
  const points = checklist(dossier.theme, simulation?.findings ?? []);
  const { answers, reason } = settle(points);
  const checks = Object.fromEntries(points.map(({ key }) => [key, answers[key] ?? ""]));
  requireSettled(checks, reason);
  await transition(tx, {
    name: "admit",
    dossier,
    actor,
    context: await transitionContext(tx, dossier),
    facts: { checks, ...(reason && { reason }) },
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
