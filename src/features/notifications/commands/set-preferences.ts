import type { Actor } from "@/domain/rights/actor";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { kindsFor, natureOf } from "@/server/notifications";
import type { PreferencesInput } from "../schemas";

/**
 * Keeps which mails the actor wants, of the kinds their roles receive. Mails of compulsory kinds leave whatever is asked;
 * what was refused under a role held before stays refused.
 */
export function setPreferences(actor: Actor, { wanted }: PreferencesInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { agentId } = actor;
    const asked = kindsFor(actor).filter((kind) => !natureOf(kind).compulsory);
    const refused = asked.filter((kind) => !wanted.some((each) => each === kind));
    const accepted = asked.filter((kind) => !refused.includes(kind));
    await tx.mailRefusal.deleteMany({ where: { agentId, kind: { in: accepted } } });
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
