import { BusinessError, notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { formByTheme } from "@/domain/themes/forms";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { notify } from "@/server/notifications";
import { lockDossier } from "@/server/team-dossier";
import { commentPlaces } from "../comment-places";
import type { AddCommentInput, RemoveCommentInput } from "../schemas";

/** Says something to the team, on the whole dossier or on one of its questions. Every member may, who only reads too. */
export function addComment(actor: Actor, input: AddCommentInput): Promise<{ number: string }> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, actor, input.number, "read");
    const form = formByTheme(THEMES[dossier.themeCode as ThemeCode].code);
    if (input.field !== "" && !commentPlaces(form).some(({ value }) => value === input.field)) {
      const message = "Choisissez une question de la liste.";
      throw new BusinessError("invalid-input", message, [{ path: "field", message }]);
    }
    const comment = await tx.dossierComment.create({
      data: {
        dossierId: dossier.id,
        agentId: actor.agentId,
        field: input.field || null,
        body: input.body,
      },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "comment",
      facts: { commentId: comment.id },
    });
    const others = await tx.dossierMember.findMany({
      where: { dossierId: dossier.id, agentId: { not: actor.agentId } },
    });
    await notify(
      tx,
      others.map(({ agentId }) => ({
        kind: "dossier-commented",
        recipientId: agentId,
        dossierId: dossier.id,
        payload: { name: fullName(actor) },
      })),
    );
    return { number: dossier.number };
  });
}

/** Takes one's own comment back: its words leave every page. */
export function removeComment(
  actor: Actor,
  input: RemoveCommentInput,
): Promise<{ number: string }> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, actor, input.number, "read");
    const { count } = await tx.dossierComment.updateMany({
      where: {
        id: input.commentId,
        dossierId: dossier.id,
        agentId: actor.agentId,
        removedAt: null,
      },
      data: { removedAt: dossier.now },
    });
    if (count === 0) throw notFound();
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "remove-comment",
      facts: { commentId: input.commentId },
    });
    return { number: dossier.number };
  });
}
