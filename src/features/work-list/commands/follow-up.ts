import { sameLabel } from "@/domain/dossier/label";
import { BusinessError } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { type ExaminedDossier, lockExamined } from "@/server/examined-dossier";
import { notify } from "@/server/notifications";
import { instructorsOf, withoutPartIn } from "../instructors";
import type { AssignInput, LabelInput } from "../schemas";

/** Labels a dossier may hold: more would hide it rather than find it. */
export const MOST_LABELS = 10;

/**
 * Entrusts a dossier to one of those who instruct its theme, or to nobody; who takes it themselves needs no notice.
 * Nothing changes when they have it already.
 */
export function assignInstructor(actor: Actor, input: AssignInput): Promise<void> {
  return inTransaction((tx) => assignWithin(tx, actor, input));
}

/** The same in the caller's transaction; one of several entrusted `together`, by an act whose id it is, is told once. */
export async function assignWithin(
  tx: Transaction,
  actor: Actor,
  input: AssignInput,
  together: string | null = null,
): Promise<void> {
  const dossier = await lockExamined(tx, actor, input.number, "assign-instructor");
  const { assigneeId } = await tx.dossier.findUniqueOrThrow({ where: { id: dossier.id } });
  const next = input.assignee || null;
  if (next === assigneeId) return;
  if (next !== null) await requireInstructor(tx, dossier, next);
  await tx.dossier.update({ where: { id: dossier.id }, data: { assigneeId: next } });
  await recordFact(tx, {
    chain: dossierChain(dossier.id),
    actorId: actor.agentId,
    action: "assign-instructor",
    facts: { assigneeId: next, formerId: assigneeId },
  });
  if (next === null || next === actor.agentId) return;
  const told = { recipientId: next, payload: { by: fullName(actor) } };
  await notify(tx, [
    together === null
      ? { ...told, kind: "dossier-assigned", dossierId: dossier.id }
      : { ...told, kind: "dossiers-assigned", onceKey: `dossiers-assigned:${together}` },
  ]);
}

/** Whom a recusal or the dossier's own team keeps away is not told apart from whoever lost the role. */
async function requireInstructor(tx: Transaction, dossier: ExaminedDossier, agentId: string) {
  const found = await tx.agent.count({
    where: {
      AND: [
        { id: agentId },
        instructorsOf([dossier.themeCode], await portalNow(tx)),
        withoutPartIn(dossier.id),
      ],
    },
  });
  if (found === 1) return;
  const message =
    "Cette personne n’instruit pas ce dossier\u00A0: choisissez-en une autre dans la liste.";
  throw new BusinessError("invalid-input", message, [{ path: "assignee", message }]);
}

/** Puts a label on a dossier; one that differs by its capitals alone is there already. */
export function addLabel(actor: Actor, input: LabelInput): Promise<void> {
  return inTransaction((tx) => addLabelWithin(tx, actor, input));
}

/** The same in the caller's transaction. */
export async function addLabelWithin(
  tx: Transaction,
  actor: Actor,
  input: LabelInput,
): Promise<void> {
  const dossier = await lockExamined(tx, actor, input.number, "label-dossier");
  const labels = await tx.dossierLabel.findMany({ where: { dossierId: dossier.id } });
  if (labels.some(({ name }) => sameLabel(name, input.label))) return;
  if (labels.length >= MOST_LABELS) {
    throw new BusinessError(
      "invalid-input",
      `Ce dossier porte déjà ${MOST_LABELS}\u00A0étiquettes\u00A0: retirez-en une, puis recommencez.`,
    );
  }
  await tx.dossierLabel.create({
    data: { dossierId: dossier.id, name: input.label, agentId: actor.agentId },
  });
  await recordFact(tx, {
    chain: dossierChain(dossier.id),
    actorId: actor.agentId,
    action: "add-label",
    facts: { label: input.label },
  });
}

/** Takes a label off a dossier. Throws `not-found` when it is not there. */
export function removeLabel(actor: Actor, input: LabelInput): Promise<void> {
  return inTransaction((tx) => removeLabelWithin(tx, actor, input));
}

/** The same in the caller's transaction. */
export async function removeLabelWithin(
  tx: Transaction,
  actor: Actor,
  input: LabelInput,
): Promise<void> {
  const dossier = await lockExamined(tx, actor, input.number, "label-dossier");
  const { count } = await tx.dossierLabel.deleteMany({
    where: { dossierId: dossier.id, name: input.label },
  });
  if (count === 0) throw new BusinessError("not-found", "Ce dossier ne porte pas cette étiquette.");
  await recordFact(tx, {
    chain: dossierChain(dossier.id),
    actorId: actor.agentId,
    action: "remove-label",
    facts: { label: input.label },
  });
}
