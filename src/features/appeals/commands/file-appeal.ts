import type { DossierStatus } from "@/domain/dossier/statuses";
import { BusinessError } from "@/domain/errors";
import { APPEALABLE, appealUntil } from "@/domain/evaluation/appeal";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { notify } from "@/server/notifications";
import { roleHolders } from "@/server/role-holders";
import { lockDossier } from "@/server/team-dossier";
import type { FileAppealInput } from "../schemas";

/**
 * The carrier asks for its notified decision to be examined again. After the delay an appeal is still received: whoever
 * examines it says that it comes too late. Throws `not-open` while nothing is notified, `already-done` when one is under
 * way.
 */
export async function fileAppeal(actor: Actor, input: FileAppealInput): Promise<{ id: string }> {
  try {
    return await inTransaction(async (tx) => {
      const dossier = await lockDossier(tx, actor, input.number, "file");
      const status = dossier.status as DossierStatus;
      if (!dossier.notifiedAt || !APPEALABLE.some((known) => known === status)) {
        throw new BusinessError(
          "not-open",
          "Aucune décision notifiée n’est en vigueur sur ce dossier\u00A0: il n’y a rien à contester.",
        );
      }
      const decision = await tx.decision.findFirst({
        where: { dossierId: dossier.id, status: "confirmed" },
        select: { id: true },
      });
      const { id } = await tx.appeal.create({
        data: {
          dossierId: dossier.id,
          decisionId: decision?.id ?? null,
          grounds: input.grounds,
          filedById: actor.agentId,
        },
      });
      await recordFact(tx, {
        chain: dossierChain(dossier.id),
        actorId: actor.agentId,
        action: "file-appeal",
        facts: { appealId: id, late: dossier.now > appealUntil(dossier.notifiedAt) },
      });
      const examiners = await roleHolders(tx, ["theme-owner", "secretary"], dossier.themeCode);
      await notify(
        tx,
        examiners.map((recipientId) => ({
          kind: "appeal-filed" as const,
          recipientId,
          dossierId: dossier.id,
        })),
      );
      return { id };
    });
  } catch (error) {
    // The unique index: one appeal is under way at a time.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
      throw new BusinessError(
        "already-done",
        "Un recours est déjà en cours sur ce dossier\u00A0: le vôtre n’a pas été envoyé une seconde fois.",
      );
    }
    throw error;
  }
}
