import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { pinned } from "@/domain/themes/pinned";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import { lockToWrite } from "@/server/team-dossier";

interface Change {
  id: string;
  actor: Actor;
  keys: readonly string[];
}

/** Accepts one commitment of the theme, or takes the acceptance back; the person and the instant are kept. */
export function setCommitment(
  actor: Actor,
  input: { number: string; commitment: string; accepted: boolean },
): Promise<{ savedAt: string }> {
  return inTransaction(async (tx) => {
    const dossier = await lockToWrite(tx, actor, input.number, { part: "commitments" });
    const { theme } = pinned(dossier);
    if (!theme.commitments.some(({ key }) => key === input.commitment)) {
      throw new BusinessError(
        "invalid-input",
        "Ce thème n’a pas cet engagement. Rechargez la page.",
      );
    }
    const change = { id: dossier.id, actor, keys: [input.commitment] };
    await (input.accepted ? accept(tx, change) : takeBack(tx, change));
    return { savedAt: dossier.now.toISOString() };
  });
}

/** Accepts exactly these commitments: what a page without script posts. Others are taken back. */
export function setCommitments(
  actor: Actor,
  input: { number: string; accepted: readonly string[] },
): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockToWrite(tx, actor, input.number, { part: "commitments" });
    const known = pinned(dossier).theme.commitments.map(({ key }) => key);
    const wanted = known.filter((key) => input.accepted.includes(key));
    await accept(tx, { id: dossier.id, actor, keys: wanted });
    await takeBack(tx, {
      id: dossier.id,
      actor,
      keys: known.filter((key) => !wanted.includes(key)),
    });
  });
}

async function accept(tx: Transaction, { id, actor, keys }: Change): Promise<void> {
  const created = await tx.commitmentAcceptance.createManyAndReturn({
    data: keys.map((key) => ({ dossierId: id, key, agentId: actor.agentId })),
    skipDuplicates: true,
  });
  if (created.length === 0) return;
  await recordFact(tx, {
    chain: dossierChain(id),
    actorId: actor.agentId,
    action: "accept-commitments",
    facts: { commitments: created.map(({ key }) => key) },
  });
}

async function takeBack(tx: Transaction, { id, actor, keys }: Change): Promise<void> {
  const where = { dossierId: id, key: { in: [...keys] } };
  const accepted = await tx.commitmentAcceptance.findMany({ where });
  if (accepted.length === 0) return;
  await tx.commitmentAcceptance.deleteMany({ where });
  await recordFact(tx, {
    chain: dossierChain(id),
    actorId: actor.agentId,
    action: "take-back-commitments",
    facts: { commitments: accepted.map(({ key }) => key) },
  });
}
