import { parisDay } from "@/domain/calendar";
import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import { notify } from "@/server/notifications";
import { lockItem } from "../locked-session";
import type { ItemInput } from "../schemas";

/**
 * Reminds the jurors of a dossier whose sheets are missing, at most once a day each. Whom it reaches is told to nobody:
 * before the close, nobody knows who has handed in.
 */
export function remindSheets(actor: Actor, input: ItemInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { dossier, item } = await lockItem(tx, actor, input, "keep-session");
    if (dossier.status !== "under-review" && dossier.status !== "heard") {
      throw new BusinessError("changed-meanwhile", "La notation de ce dossier est close.");
    }
    const missing = await tx.jurorAssignment.findMany({
      where: {
        dossierId: dossier.id,
        presentation: item.presentation,
        status: "assigned",
        OR: [{ sheet: null }, { sheet: { submittedAt: null } }],
      },
    });
    const today = parisDay(await portalNow(tx));
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "remind-jurors",
      facts: {},
    });
    await notify(
      tx,
      missing.map(({ jurorId }) => ({
        kind: "sheet-reminder" as const,
        recipientId: jurorId,
        dossierId: dossier.id,
        onceKey: `sheet-reminder:${dossier.id}:${jurorId}:${today}`,
      })),
    );
  });
}
