import type { DossierStatus } from "@/domain/dossier/statuses";
import { BusinessError, notFound } from "@/domain/errors";
import { isScoreValue, missingScores } from "@/domain/evaluation/scores";
import { type Actor, fullName } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { Criterion, ThemeCode } from "@/domain/themes/types";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { fingerprint } from "@/server/fingerprint";
import { notify } from "@/server/notifications";
import type { AbstainInput, HandInInput, SheetContent } from "../schemas";
import { lockOwnAssignment } from "./own-assignment";

/** Statuses in which jurors write. */
const SCORING: readonly DossierStatus[] = ["under-review", "heard"];

/** What became of a save. In a conflict nothing was written: the juror has the sheet open elsewhere. */
export type SheetSaved =
  | { status: "saved"; revision: number; savedAt: string }
  | { status: "conflict"; revision: number; saved: Omit<SheetContent, "baseRevision"> };

/**
 * Opens the juror's own sheet for writing. The dossier's row is shared-locked until commit: the close of scoring waits
 * for the saves under way, and whoever comes after it finds the sheet closed.
 */
async function lockSheet(tx: Transaction, actor: Actor, number: string) {
  const own = await lockOwnAssignment(tx, actor, number);
  const assignment = await tx.jurorAssignment.findFirst({
    where: own,
    include: { dossier: true, sheet: { include: { scores: true } } },
  });
  if (!assignment) throw notFound();
  const { sheet, dossier } = assignment;
  if (sheet?.submittedAt) {
    throw new BusinessError("already-done", "Votre fiche est remise\u00A0: elle ne change plus.");
  }
  if (!SCORING.includes(dossier.status as DossierStatus)) {
    throw new BusinessError(
      "too-late",
      "La notation de ce dossier est close\u00A0: votre fiche ne peut plus être modifiée ni remise.",
    );
  }
  return { assignment, dossier, sheet, criteria: THEMES[dossier.themeCode as ThemeCode].criteria };
}

type LockedSheet = Awaited<ReturnType<typeof lockSheet>>;

/** The scores of the grid, in its order: a criterion of another grid is refused, one left out is empty. */
function onGrid(criteria: readonly Criterion[], scores: SheetContent["scores"]) {
  const unknown = scores.find(({ criterion }) => !criteria.some(({ key }) => key === criterion));
  if (unknown) {
    throw new BusinessError(
      "invalid-input",
      "La grille de notation a changé depuis l’ouverture de cette page\u00A0: rechargez-la.",
    );
  }
  return criteria.map(
    ({ key }) =>
      scores.find(({ criterion }) => criterion === key) ?? {
        criterion: key,
        value: null,
        justification: "",
      },
  );
}

function contentOf(criteria: readonly Criterion[], sheet: LockedSheet["sheet"]) {
  const scores = (sheet?.scores ?? []).map(({ criterion, value, justification }) => ({
    criterion,
    value: isScoreValue(value) ? value : null,
    justification,
  }));
  return { scores: onGrid(criteria, scores), privateNotes: sheet?.privateNotes ?? "" };
}

/**
 * Keeps a sheet as typed, complete or not. The same content sent twice writes nothing; another content over an older
 * revision is a conflict and writes nothing either. The audit line holds a fingerprint, never the scores, and stays
 * unread until the close.
 */
export function saveSheet(
  actor: Actor,
  input: SheetContent & { number: string },
): Promise<SheetSaved> {
  return inTransaction(async (tx) => {
    const locked = await lockSheet(tx, actor, input.number);
    const { assignment, dossier, sheet, criteria } = locked;
    const next = { scores: onGrid(criteria, input.scores), privateNotes: input.privateNotes };
    const saved = contentOf(criteria, sheet);
    const revision = sheet?.revision ?? 0;
    const at = await portalNow(tx);
    const print = fingerprint(next);
    if (print === fingerprint(saved)) {
      return { status: "saved", revision, savedAt: at.toISOString() };
    }
    if (input.baseRevision !== revision) return { status: "conflict", revision, saved };
    const { id } = await tx.scoreSheet.upsert({
      where: { assignmentId: assignment.id },
      create: {
        assignmentId: assignment.id,
        revision: 1,
        privateNotes: next.privateNotes,
      },
      update: { revision: revision + 1, privateNotes: next.privateNotes },
    });
    await tx.score.deleteMany({ where: { sheetId: id } });
    await tx.score.createMany({ data: next.scores.map((score) => ({ sheetId: id, ...score })) });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "save-sheet",
      facts: { sheetId: id, revision: revision + 1, fingerprint: print },
    });
    return { status: "saved", revision: revision + 1, savedAt: at.toISOString() };
  });
}

/**
 * Hands in a sheet, for good: the database refuses any later change. Throws `incomplete` naming each criterion without
 * a value or a justification, `changed-meanwhile` when it is no longer the sheet that was read again.
 */
export function handInSheet(actor: Actor, input: HandInInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { dossier, sheet, criteria } = await lockSheet(tx, actor, input.number);
    const { scores } = contentOf(criteria, sheet);
    const missing = missingScores(criteria, scores);
    if (!sheet || missing.length > 0) {
      throw new BusinessError(
        "incomplete",
        "Votre fiche n’est pas complète\u00A0: chaque critère demande une note et sa justification.",
        missing,
      );
    }
    if (sheet.revision !== input.revision) {
      throw new BusinessError(
        "changed-meanwhile",
        "Votre fiche a changé depuis que vous l’avez relue\u00A0: elle n’a pas été remise. Relisez-la, puis remettez-la.",
      );
    }
    await tx.scoreSheet.update({
      where: { id: sheet.id },
      data: { submittedAt: await portalNow(tx) },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "hand-in-sheet",
      facts: { sheetId: sheet.id, revision: sheet.revision, fingerprint: fingerprint(scores) },
    });
  });
}

/** A juror steps aside from a dossier, with a reason, while their sheet is not handed in. They see it no more. */
export function abstain(actor: Actor, input: AbstainInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { assignment, dossier } = await lockSheet(tx, actor, input.number);
    await tx.jurorAssignment.update({
      where: { id: assignment.id },
      data: { status: "abstained", ground: input.reason, endedAt: await portalNow(tx) },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "abstain",
      facts: { assignmentId: assignment.id, reason: input.reason },
    });
    await notify(tx, [
      {
        kind: "juror-stepped-aside",
        recipientId: assignment.assignedById,
        dossierId: dossier.id,
        payload: { name: fullName(actor), how: "abstention" },
      },
    ]);
  });
}
