import type { Actor } from "@/domain/rights/actor";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { NOTICE_KINDS, natureOf } from "@/server/notifications";
import type { PreferencesInput } from "../schemas";

/** Keeps which mails the actor wants. Mails of compulsory kinds leave whatever is asked. */
export function setPreferences(actor: Actor, { wanted }: PreferencesInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { agentId } = actor;
    const refused = NOTICE_KINDS.filter(
      (kind) => !natureOf(kind).compulsory && !wanted.some((each) => each === kind),
    );
    await tx.mailRefusal.deleteMany({ where: { agentId, kind: { notIn: refused } } });
    await tx.mailRefusal.createMany({
      data: refused.map((kind) => ({ agentId, kind })),
      skipDuplicates: true,
    });
    await recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: agentId,
      action: "set-mail-preferences",
      facts: { refused },
    });
  });
}
