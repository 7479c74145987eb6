import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { hasVoice } from "@/domain/sitting/quorum";
import { recordFact, sessionChain } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import type { JurySession, SessionMember } from "@/server/database/generated/client";
import { notify } from "@/server/notifications";
import { lockSession } from "../locked-session";
import type { SessionInput } from "../schemas";

/**
 * Convenes the members who are not yet, or whose convocation changed: a mail each, with an event for their calendar.
 * Nothing of the dossiers is in it: some members may be recused. Throws `incomplete` while the sitting has no hour, no
 * place, no chair, no secretary or too few voices.
 */
export function convene(actor: Actor, input: SessionInput): Promise<{ count: number }> {
  return inTransaction(async (tx) => {
    const session = await lockSession(tx, actor, input.session, "prepare-session");
    if (session.endedAt) {
      throw new BusinessError("changed-meanwhile", "La séance est levée.");
    }
    const members = await tx.sessionMember.findMany({
      where: { sessionId: session.id, agent: { closedAt: null } },
    });
    const startsAt = requireReady(session, members, await itemsOf(tx, session));
    const left = members.filter(({ convenedAt }) => convenedAt === null);
    if (left.length === 0) {
      throw new BusinessError(
        "already-done",
        "Toutes les personnes sont déjà convoquées\u00A0: aucun message n’est parti.",
      );
    }
    const at = await portalNow(tx);
    const ids = left.map(({ agentId }) => agentId);
    await tx.sessionMember.updateMany({
      where: { sessionId: session.id, agentId: { in: ids } },
      data: { convenedAt: at, answer: "none", answeredAt: null },
    });
    await tx.jurySession.update({
      where: { id: session.id },
      data: { convenedAt: session.convenedAt ?? at },
    });
    await recordFact(tx, {
      chain: sessionChain(session.id),
      actorId: actor.agentId,
      action: "convene",
      facts: { members: ids, startsAt: startsAt.toISOString(), place: session.place },
    });
    const items = await itemsOf(tx, session);
    await notify(
      tx,
      left.map(({ agentId, capacity }) => ({
        kind: "session-convened" as const,
        recipientId: agentId,
        payload: {
          sessionId: session.id,
          label: session.label,
          startsAt: startsAt.toISOString(),
          minutes: Math.max(1, items) * session.slotMinutes,
          place: session.place,
          sequence: session.convocation,
          capacity,
        },
      })),
    );
    return { count: left.length };
  });
}

const itemsOf = (tx: Transaction, { id }: JurySession) =>
  tx.sessionItem.count({ where: { sessionId: id } });

function requireReady(
  session: JurySession,
  members: readonly SessionMember[],
  items: number,
): Date {
  const has = (capacity: string) => members.some((each) => each.capacity === capacity);
  const voices = members.filter(({ capacity }) =>
    hasVoice({ capacity: capacity === "secretary" ? "secretary" : "juror" }),
  ).length;
  const missing = [
    ...(session.startsAt && session.place ? [] : ["l’heure et le lieu"]),
    ...(has("chair") ? [] : ["une personne qui préside"]),
    ...(has("secretary") ? [] : ["une personne au secrétariat"]),
    ...(voices < session.quorum ? ["assez de membres pour le quorum"] : []),
    ...(items === 0 ? ["un dossier à l’ordre du jour"] : []),
  ];
  if (session.startsAt && missing.length === 0) return session.startsAt;
  throw new BusinessError(
    "incomplete",
    `Il manque à la séance\u00A0: ${missing.join(", ")}. Complétez-la, puis convoquez.`,
  );
}
