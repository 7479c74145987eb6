import "server-only";
import type { Day } from "@/domain/calendar";
import type { Actor } from "@/domain/rights/actor";
import type { Transaction } from "./database/client";
import { type ExaminedDossier, transitionContext } from "./examined-dossier";
import { transition } from "./transition";

/** Records that the carrier of a dossier was heard, in its status and on the agenda of this presentation. */
export async function hearCarrier(
  tx: Transaction,
  hearing: { actor: Actor; dossier: ExaminedDossier; heardOn: Day; heardAt: Date },
): Promise<void> {
  const { actor, dossier, heardOn, heardAt } = hearing;
  await transition(tx, {
    name: "hear",
    dossier,
    actor,
    context: await transitionContext(tx, dossier),
    facts: { heardOn },
  });
  await tx.sessionItem.updateMany({
    where: { dossierId: dossier.id, presentation: dossier.presentation },
    data: { heardAt },
  });
}
