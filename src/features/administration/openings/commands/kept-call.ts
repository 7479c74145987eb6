import { formatDay, parisDay } from "@/domain/calendar";
import { BusinessError, notFound } from "@/domain/errors";
import type { JsonObject } from "@/domain/evidence/canonical";
import type { Actor } from "@/domain/rights/actor";
import type { ThemeCode } from "@/domain/themes/types";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { keptThemes } from "../who";

/** A wrong field, with the sentence that says what to do. */
export function invalid(path: string, message: string): BusinessError {
  return new BusinessError("invalid-input", message, [{ path, message }]);
}

type Call = Awaited<ReturnType<typeof readCall>>;

const readCall = (tx: Transaction, id: string) => tx.call.findUniqueOrThrow({ where: { id } });

/** Works on a call the actor keeps, its row locked. Throws `not-found` out of sight. */
export function onCall(
  actor: Actor,
  id: string,
  work: (given: { tx: Transaction; call: Call; now: Date }) => Promise<void>,
): Promise<void> {
  return inTransaction(async (tx) => {
    const [seen] = await tx.$queryRaw<{ theme: ThemeCode }[]>`
      SELECT theme_code AS theme FROM "call" WHERE id = ${id}::uuid FOR UPDATE`;
    if (!seen || !keptThemes(actor).includes(seen.theme)) throw notFound();
    await work({ tx, call: await readCall(tx, id), now: await portalNow(tx) });
  });
}

/** Throws once a call is open: its rules are frozen. */
export function requireToCome({ opensAt }: Call, now: Date): void {
  if (opensAt && opensAt <= now) {
    throw new BusinessError(
      "changed-meanwhile",
      `Règles figées depuis le ${formatDay(parisDay(opensAt))}\u00A0: cette ouverture a commencé. Rien n’a été changé.`,
    );
  }
}

/** A fact of the calls, in the general chain. */
export function record(
  tx: Transaction,
  actor: Actor,
  action: string,
  facts: JsonObject,
): Promise<void> {
  return recordFact(tx, { chain: GENERAL_CHAIN, actorId: actor.agentId, action, facts });
}
