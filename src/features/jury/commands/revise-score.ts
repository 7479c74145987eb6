import type { DossierStatus } from "@/domain/dossier/statuses";
import { BusinessError, notFound } from "@/domain/errors";
import { revisionRefusal } from "@/domain/evaluation/revisions";
import type { Actor } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import { LIVE_DECISION } from "@/server/examined-dossier";
import { readScore, SCORES_READ } from "@/server/jury-sheets";
import type { ReviseScoreInput } from "../schemas";
import { lockOwnAssignment } from "./own-assignment";

/**
 * Changes one score of the actor's own sheet after the discussion, with the reason: between the close of the scoring and
 * the decision. The sheet handed in stays as it was, the change is added beside it and counts from now on. Throws
 * `too-late` outside that time, `changed-meanwhile` when the score is no longer the one that was read.
 */
export function reviseScore(actor: Actor, input: ReviseScoreInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { dossier, sheet } = await lockOwnSheet(tx, actor, input.number);
    const theme = THEMES[dossier.themeCode as ThemeCode];
    const criterion = theme.criteria.find(({ key }) => key === input.criterion);
    const row = sheet.scores.find((score) => score.criterion === input.criterion);
    if (!criterion || !row) throw notFound();
    const { value: before, changes } = readScore(row);
    if (before === null) throw notFound();
    if (changes.length !== input.revision) {
      throw new BusinessError(
        "changed-meanwhile",
        "Cette note a changé dans un autre onglet\u00A0: rechargez la page pour lire la note qui compte.",
      );
    }
    if (before === input.value) {
      throw new BusinessError("invalid-input", "La nouvelle note est à revoir.", [
        { path: "value", message: `Votre note est déjà ${before}\u00A0: choisissez-en une autre.` },
      ]);
    }
    await tx.scoreRevision.create({
      data: {
        sheetId: sheet.id,
        criterion: criterion.key,
        revision: changes.length + 1,
        before,
        after: input.value,
        reason: input.reason,
      },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "revise-score",
      facts: {
        sheetId: sheet.id,
        criterion: criterion.key,
        name: criterion.name,
        before,
        after: input.value,
        reason: input.reason,
      },
    });
  });
}

/**
 * The actor's own sheet once handed in. The dossier's row is shared-locked until commit: a decision waits for the change
 * under way, and whoever comes after it finds the scores settled.
 */
async function lockOwnSheet(tx: Transaction, actor: Actor, number: string) {
  const own = await lockOwnAssignment(tx, actor, number);
  const assignment = await tx.jurorAssignment.findFirst({
    where: own,
    include: {
      dossier: {
        include: { decisions: { where: { status: { in: [...LIVE_DECISION] } } } },
      },
      sheet: { include: { scores: SCORES_READ } },
    },
  });
  if (!assignment?.sheet?.submittedAt) throw notFound();
  const { dossier, sheet } = assignment;
  const refusal = revisionRefusal({
    status: dossier.status as DossierStatus,
    hasDecision: dossier.decisions.length > 0,
  });
  if (refusal) throw new BusinessError("too-late", refusal);
  return { dossier, sheet };
}
