import { CALL_KIND } from "@/domain/dossier/editing";
import { leadingCall } from "@/domain/funding/calls";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import type { Transaction } from "@/server/database/client";

/**
 * Attaches a draft to the call its team chose: one that is open, else the next to come, else the last closed. A draft
 * may wait in a call to come; the calendar keeps it from being filed before. Changes nothing when it is there already
 * or when the theme has no such call.
 */
export async function followCall(tx: Transaction, actor: Actor, dossierId: string): Promise<void> {
  const dossier = await tx.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    include: { call: true, answers: { where: { field: CALL_KIND } } },
  });
  const kind = dossier.answers[0]?.value;
  if (typeof kind !== "string" || kind === dossier.call.kind) return;
  const { themeCode, themeVersion } = dossier;
  const calls = await tx.call.findMany({
    where: { themeCode, themeVersion, kind },
    orderBy: { key: "asc" },
  });
  const call = leadingCall(calls, await portalNow(tx));
  if (!call) return;
  await tx.dossier.update({ where: { id: dossierId }, data: { callId: call.id } });
  await recordFact(tx, {
    chain: dossierChain(dossierId),
    actorId: actor.agentId,
    action: "move-to-call",
    facts: { from: dossier.call.label, to: call.label },
  });
}
