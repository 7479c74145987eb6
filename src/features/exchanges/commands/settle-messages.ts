import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { lockExamined } from "@/server/examined-dossier";
import type { SettleInput } from "../schemas";
import { stillWaiting } from "./send-message";

/**
 * What the carrier wrote asks for no answer: the dossier waits no more. Throws `changed-meanwhile` when the carrier wrote
 * after the page was read, and nothing changes when no message waits.
 */
export function settleMessages(actor: Actor, input: SettleInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { id } = await lockExamined(tx, actor, input.number, "exchange");
    const { carrierWroteAt } = await tx.dossier.findUniqueOrThrow({ where: { id } });
    if (carrierWroteAt === null) return;
    if ((await stillWaiting(tx, id, input.seen)) !== null) {
      throw new BusinessError(
        "changed-meanwhile",
        "Le porteur a écrit depuis l’ouverture de la page. Rechargez-la pour lire son message.",
      );
    }
    await recordFact(tx, {
      chain: dossierChain(id),
      actorId: actor.agentId,
      action: "settle-messages",
      facts: { through: input.seen },
    });
  });
}
