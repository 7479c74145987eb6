import { decidableFrom } from "@/domain/dossier/transitions";
import { BusinessError, notAllowed } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { type FundOwner, isFundOwner } from "@/domain/themes/types";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { type ExaminedDossier, LIVE_DECISION, lockExamined } from "@/server/examined-dossier";
import type { InstructionViewInput } from "../schemas";

/**
 * Gives the view of the actor's administration on a dossier that it instructs with another (ITN8, Livret l.452, l.570):
 * both are needed before a decision is proposed. Given again, it takes the place of the former, which the log keeps.
 */
export function giveInstructionView(
  actor: Actor,
  input: InstructionViewInput,
): Promise<{ administration: FundOwner }> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "give-instruction-view");
    const administration = await administrationOf(tx, actor, dossier);
    await requireBeforeDecision(tx, dossier);
    const { opinion, reasons } = input;
    const view = { opinion, reasons, agentId: actor.agentId, at: await portalNow(tx) };
    const key = { dossierId: dossier.id, presentation: dossier.presentation, administration };
    await tx.instructionView.upsert({
      where: { dossierId_presentation_administration: key },
      create: { ...key, ...view },
      update: view,
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "give-instruction-view",
      facts: { administration, opinion, reasons },
    });
    return { administration };
  });
}

/** The administration the actor speaks for: their own organisation's, when the theme's path names it. */
async function administrationOf(
  tx: Transaction,
  actor: Actor,
  { theme }: ExaminedDossier,
): Promise<FundOwner> {
  const own =
    actor.organisation &&
    (await tx.organisation.findUnique({ where: { id: actor.organisation.id } }));
  const administration = own?.fundOwner;
  if (!isFundOwner(administration) || !theme.selection.instructedBy?.includes(administration)) {
    throw notAllowed();
  }
  return administration;
}

async function requireBeforeDecision(tx: Transaction, dossier: ExaminedDossier): Promise<void> {
  const live = await tx.decision.count({
    where: { dossierId: dossier.id, status: { in: [...LIVE_DECISION] } },
  });
  if (live === 0 && decidableFrom(dossier.theme.selection).includes(dossier.status)) return;
  throw new BusinessError(
    "changed-meanwhile",
    live > 0
      ? "Une décision est proposée sur ce dossier\u00A0: les avis d’instruction ne changent plus."
      : "Un avis d’instruction se donne sur un dossier recevable, avant sa décision.",
  );
}
