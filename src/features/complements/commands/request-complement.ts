import { parisDay } from "@/domain/calendar";
import { complementDue, dueDayRefusal } from "@/domain/dossier/complements";
import { askedTargets } from "@/domain/dossier/editing";
import { BusinessError, type FieldError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { formByTheme } from "@/domain/themes/forms";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import {
  type ExaminedDossier,
  LIVE_DECISION,
  lockExamined,
  transitionContext,
} from "@/server/examined-dossier";
import { teamOf } from "@/server/recipients";
import { transition } from "@/server/transition";
import { type Point, type RequestComplementInput, targetName } from "../schemas";

/**
 * Asks the carrier to complete its dossier: numbered points, each on a question or a step of the form, and a last day.
 * The carrier may then change what is named, and is told at once. Throws `invalid-input` for a day or a target that
 * cannot be, `already-done` when a decision waits or is taken, `changed-meanwhile` when the dossier moved.
 */
export function requestComplement(
  actor: Actor,
  input: RequestComplementInput,
): Promise<{ number: number }> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "request-complement");
    await requireUndecided(tx, dossier);
    const { points } = input;
    const now = await portalNow(tx);
    requireAskable(dossier, points);
    const late = dueDayRefusal(input.dueOn, parisDay(now));
    if (late) throw wrong([{ path: "dueOn", message: late }]);
    const number = 1 + (await tx.complementRequest.count({ where: { dossierId: dossier.id } }));
    const team = await teamOf(tx, dossier.id);
    await transition(tx, {
      name: "requestComplement",
      dossier,
      actor,
      context: await transitionContext(tx, dossier),
      facts: { number, dueOn: input.dueOn, targets: points.map(({ target }) => target) },
      notices: team.map((recipientId) => ({
        kind: "complement-requested",
        recipientId,
        dossierId: dossier.id,
        payload: { points: points.length, dueOn: input.dueOn },
      })),
    });
    await tx.complementRequest.create({
      data: {
        dossierId: dossier.id,
        number,
        message: input.message,
        dueAt: complementDue(input.dueOn),
        requestedById: actor.agentId,
        items: {
          create: points.map(({ target, question }, index) => ({
            position: index + 1,
            target,
            question,
          })),
        },
      },
    });
    return { number };
  });
}

/** A decision proposed speaks of the dossier as it was: it is sent back before anything is asked. */
async function requireUndecided(tx: Transaction, { id }: ExaminedDossier): Promise<void> {
  const live = await tx.decision.count({
    where: { dossierId: id, status: { in: [...LIVE_DECISION] } },
  });
  if (live === 0) return;
  throw new BusinessError(
    "already-done",
    "Une décision est proposée ou prise sur ce dossier\u00A0: renvoyez-la à son auteur avant de demander des compléments.",
  );
}

/** Each point is about something the dossier's own form has. */
function requireAskable({ themeCode }: ExaminedDossier, points: readonly Point[]): void {
  const form = formByTheme(themeCode);
  const known = new Set((form ? askedTargets(form) : []).map(({ target }) => target));
  const errors = points
    .filter(({ target }) => !known.has(target))
    .map(
      ({ position }): FieldError => ({
        path: targetName(position),
        message: `Point ${position}\u00A0: choisissez une question ou une étape de la liste.`,
      }),
    );
  if (errors.length > 0) throw wrong(errors);
}

const wrong = (errors: readonly FieldError[]) =>
  new BusinessError("invalid-input", "La demande est à corriger.", errors);
