import { BusinessError } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import { lockItem, requireOpen } from "../locked-session";
import type { DeliberationInput } from "../schemas";

/** What became of a save. In a conflict nothing was written: somebody else wrote meanwhile. */
export type DeliberationSaved =
  | { status: "saved"; revision: number; savedAt: string }
  | { status: "conflict"; revision: number; text: string; author: string; at: string };

/**
 * Keeps the text of a deliberation as it is typed, from the moment the dossier is called to the end of the sitting. The
 * same text sent twice writes nothing; another over an older revision is a conflict. Every text it had is kept.
 */
export function saveDeliberation(
  actor: Actor,
  input: DeliberationInput & { session: string },
): Promise<DeliberationSaved> {
  return inTransaction(async (tx) => {
    const { dossier, session, item } = await lockItem(tx, actor, input, "keep-session");
    requireOpen(session);
    if (!item.startedAt) {
      throw new BusinessError(
        "changed-meanwhile",
        "Ce dossier n’a pas encore été appelé\u00A0: sa délibération n’a pas commencé.",
      );
    }
    const at = await portalNow(tx);
    const key = { sessionId: session.id, dossierId: dossier.id };
    if (item.deliberation === input.text) {
      return { status: "saved", revision: item.revision, savedAt: at.toISOString() };
    }
    if (item.revision !== input.baseRevision) {
      const last = await tx.deliberationRevision.findUniqueOrThrow({
        where: { sessionId_dossierId_revision: { ...key, revision: item.revision } },
      });
      const author = await tx.agent.findUnique({ where: { id: last.agentId } });
      return {
        status: "conflict",
        revision: item.revision,
        text: item.deliberation,
        author: author ? fullName(author) : "Personne effacée",
        at: last.at.toISOString(),
      };
    }
    const revision = item.revision + 1;
    await tx.sessionItem.update({
      where: { sessionId_dossierId: key },
      data: { deliberation: input.text, revision },
    });
    await tx.deliberationRevision.create({
      data: { ...key, revision, body: input.text, agentId: actor.agentId },
    });
    return { status: "saved", revision, savedAt: at.toISOString() };
  });
}
