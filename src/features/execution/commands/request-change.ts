import { parisDay } from "@/domain/calendar";
import { BusinessError, notFound } from "@/domain/errors";
import { changedBaseline, changeObstacle } from "@/domain/execution/changes";
import type { Actor } from "@/domain/rights/actor";
import type { ThemeCode } from "@/domain/themes/types";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { lockExecution } from "@/server/executions";
import { notify } from "@/server/notifications";
import { themeAgents } from "@/server/recipients";
import { lockDossier } from "@/server/team-dossier";
import type { RequestChangeInput, WithdrawChangeInput } from "../schemas";
import { standingOf } from "../standing";

/**
 * The carrier asks to change its project: one request is open at a time. It is read on the baseline in force at once, and
 * again when it is accepted. Returns its number. Throws `invalid-input` when it does not fit, `already-done` while another
 * is open.
 */
export async function requestChange(
  actor: Actor,
  input: RequestChangeInput,
): Promise<{ request: number }> {
  try {
    return await inTransaction(async (tx) => {
      const dossier = await lockDossier(tx, actor, input.number, "file");
      const execution = await lockExecution(tx, dossier.id);
      const { proposed } = input;
      const obstacle = changeObstacle(proposed.kind, execution.suspendedAt !== null);
      if (obstacle) throw new BusinessError("not-open", obstacle);
      const standing = await standingOf(tx, dossier.id, parisDay(dossier.now));
      changedBaseline(execution.inForce, proposed, standing);
      if (proposed.kind === "abandonment" && proposed.spent > execution.inForce.grant) {
        const message = "Ce montant dépasse la subvention en vigueur.";
        throw new BusinessError("invalid-input", message, [{ path: "spent", message }]);
      }
      const number = (await tx.changeRequest.count({ where: { dossierId: dossier.id } })) + 1;
      await tx.changeRequest.create({
        data: {
          dossierId: dossier.id,
          number,
          kind: proposed.kind,
          reason: input.reason,
          proposed,
          requestedById: actor.agentId,
          requestedAt: dossier.now,
        },
      });
      await recordFact(tx, {
        chain: dossierChain(dossier.id),
        actorId: actor.agentId,
        action: "request-change",
        facts: { request: number, kind: proposed.kind, proposed, reason: input.reason },
      });
      const examiners = await themeAgents(tx, dossier.themeCode as ThemeCode, [
        "theme-owner",
        "instructor",
      ]);
      await notify(
        tx,
        examiners.map((recipientId) => ({
          kind: "change-requested" as const,
          recipientId,
          dossierId: dossier.id,
          payload: { request: number },
        })),
      );
      return { request: number };
    });
  } catch (error) {
    // The unique index: one request is open at a time.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
      throw new BusinessError(
        "already-done",
        "Une demande est déjà en cours sur ce projet\u00A0: attendez sa réponse, ou retirez-la.",
      );
    }
    throw error;
  }
}

/** The carrier takes back a request that is not answered. Throws `already-done` when it is. */
export function withdrawChange(actor: Actor, input: WithdrawChangeInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, actor, input.number, "file");
    await lockExecution(tx, dossier.id);
    const of = { dossierId: dossier.id, number: input.request };
    if ((await tx.changeRequest.count({ where: of })) === 0) throw notFound();
    const { count } = await tx.changeRequest.updateMany({
      where: { ...of, status: "requested" },
      data: { status: "withdrawn", answeredById: actor.agentId, answeredAt: dossier.now },
    });
    if (count !== 1) {
      throw new BusinessError("already-done", "Cette demande a déjà sa réponse.");
    }
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "withdraw-change",
      facts: { request: input.request },
    });
  });
}
