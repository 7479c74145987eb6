import type { FilingAct } from "@/domain/dossier/editing";
import { BusinessError } from "@/domain/errors";
import type { JsonObject } from "@/domain/evidence/canonical";
import type { Actor } from "@/domain/rights/actor";
import { imposeConflicts, lockJudges } from "@/server/conflicts";
import { inTransaction, type Transaction } from "@/server/database/client";
import { notify } from "@/server/notifications";
import type { DraftState } from "../draft";
import { type FilingKind, type FilingReceipt, fileExactlyOnce, place } from "../filing";
import type { FilingInput } from "../schemas";

export type RefilingAct = Exclude<FilingAct, "file">;
export interface RefileInput extends FilingInput {
  act: RefilingAct;
}

/**
 * Files again a dossier that came back to its carrier: its complements, its new theme, its new presentation. Exactly
 * once, as the first filing, by the same key and the same code; one more filing, never a changed one. Its amounts are
 * computed again under its theme; its call is not judged again: it was filed in time. Throws as `fileExactlyOnce`, and
 * `already-done` when it is no longer in the carrier's hands.
 */
export function refileDossier(actor: Actor, input: RefileInput): Promise<FilingReceipt> {
  return fileExactlyOnce(actor, input, KINDS[input.act]);
}

interface Refiling {
  gone: string;
  /** A new presentation and a new theme go to the next jury; a complement stays with its own. */
  toNextJury: boolean;
  /** What the audit line says besides. */
  facts?: (state: DraftState) => JsonObject;
  /** Changes what the act changes besides the dossier. Returns the agents told that it came back. */
  follow: (tx: Transaction, filed: Refiled) => Promise<readonly string[]>;
}

interface Refiled {
  actor: Actor;
  state: DraftState;
  filedAt: Date;
}

function kindOf(act: RefilingAct, { gone, toNextJury, facts, follow }: Refiling): FilingKind {
  return {
    act,
    gone,
    acknowledgement: "dossier-refiled",
    file: (actor, { state, write }) =>
      inTransaction(async (tx) => {
        // First: what follows is read under the lock of the dossier, and only if it has not moved.
        await lockJudges(tx, state.id);
        const filedAt = await write(tx, { facts: facts?.(state) ?? {} });
        const told = await follow(tx, { actor, state, filedAt });
        // What is filed again may name somebody its jurors or experts are tied to.
        await imposeConflicts(tx, { dossierId: state.id });
        if (toNextJury && state.call.monthlyRounds) await place(tx, state, filedAt);
        await notify(
          tx,
          told.map((recipientId) => ({
            kind: "dossier-came-back" as const,
            recipientId,
            dossierId: state.id,
            payload: { act },
          })),
        );
        return filedAt;
      }),
  };
}

const KINDS: Readonly<Record<RefilingAct, FilingKind>> = {
  fileComplement: kindOf("fileComplement", {
    gone: "Ce dossier n’attend plus de compléments\u00A0: ils sont déjà envoyés, ou l’examen a repris sans eux. Rien n’a été envoyé.",
    toNextJury: false,
    facts: ({ asked }): JsonObject =>
      asked?.kind === "complement" ? { number: asked.number } : {},
    follow: answerComplement,
  }),
  confirmRedirection: kindOf("confirmRedirection", {
    gone: "Ce dossier n’attend plus de confirmation\u00A0: il est déjà confirmé, ou retiré. Rien n’a été envoyé.",
    toNextJury: true,
    follow: confirmRedirection,
  }),
  presentAnew: kindOf("presentAnew", {
    gone: "Ce dossier n’attend plus de nouvelle présentation\u00A0: elle est déjà déposée, ou il est retiré. Rien n’a été envoyé.",
    toNextJury: true,
    facts: ({ presentation }) => ({ presentation: presentation + 1 }),
    follow: startPresentation,
  }),
};

async function answerComplement(tx: Transaction, { actor, state, filedAt }: Refiled) {
  const requests = await tx.complementRequest.updateManyAndReturn({
    where: { dossierId: state.id, status: "open" },
    data: {
      status: "answered",
      filingVersion: state.version,
      endedById: actor.agentId,
      endedAt: filedAt,
    },
    select: { requestedById: true },
  });
  return requests.map(({ requestedById }) => requestedById);
}

async function confirmRedirection(tx: Transaction, { state, filedAt }: Refiled) {
  const redirections = await tx.redirection.updateManyAndReturn({
    where: { dossierId: state.id, status: "accepted" },
    data: { status: "confirmed", confirmedAt: filedAt },
    select: { answeredById: true },
  });
  return redirections.flatMap(({ answeredById }) => answeredById ?? []);
}

/** A new presentation ends the former jurors' part and makes the former decision one of the past. */
async function startPresentation(tx: Transaction, { state, filedAt }: Refiled) {
  const { id } = state;
  // An appeal contests the decision that a new presentation makes one of the past: its answer comes first.
  if ((await tx.appeal.count({ where: { dossierId: id, decidedAt: null } })) > 0) {
    throw new BusinessError(
      "changed-meanwhile",
      "Un recours est en cours sur ce dossier\u00A0: attendez sa réponse avant de déposer la nouvelle présentation. Vos réponses sont gardées.",
    );
  }
  const decisions = await tx.decision.updateManyAndReturn({
    where: { dossierId: id, status: "confirmed" },
    data: { status: "superseded" },
    select: { proposedById: true },
  });
  await tx.jurorAssignment.updateMany({
    where: { dossierId: id, status: "assigned" },
    data: { status: "ended", endedAt: filedAt },
  });
  // The opinion of the director of DINUM was given on the former project.
  const { assigneeId } = await tx.dossier.update({
    where: { id },
    data: {
      presentation: { increment: 1 },
      directorOpinion: null,
      directorOpinionAt: null,
    },
    select: { assigneeId: true },
  });
  return assigneeId ? [assigneeId] : decisions.map(({ proposedById }) => proposedById);
}
