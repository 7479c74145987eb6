import { formatDay, parisDay, startOfDay } from "@/domain/calendar";
import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import { lockExamined } from "@/server/examined-dossier";
import { hearCarrier } from "@/server/hearing";
import type { HearingInput } from "../schemas";

/** Records the day the carrier was heard, between the filing and today. Only where the theme's path has a hearing. */
export function recordHearing(actor: Actor, input: HearingInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "record-hearing");
    const { filedAt } = await tx.dossier.findUniqueOrThrow({ where: { id: dossier.id } });
    const first = filedAt ? parisDay(filedAt) : input.heardOn;
    const last = parisDay(await portalNow(tx));
    if (input.heardOn < first || input.heardOn > last) {
      throw new BusinessError("invalid-input", "Le jour de l’audition est à revoir.", [
        {
          path: "heardOn",
          message: `Le jour de l’audition va du dépôt (${formatDay(first)}) à aujourd’hui (${formatDay(last)}).`,
        },
      ]);
    }
    await hearCarrier(tx, {
      actor,
      dossier,
      heardOn: input.heardOn,
      heardAt: startOfDay(input.heardOn),
    });
  });
}
