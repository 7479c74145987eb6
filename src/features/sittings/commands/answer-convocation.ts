import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import { lockAsMember } from "../locked-session";
import type { AnswerConvocationInput } from "../schemas";

/** A member says whether they come; they may change their mind until the sitting is over. */
export function answerConvocation(actor: Actor, input: AnswerConvocationInput): Promise<void> {
  return inTransaction(async (tx) => {
    const session = await lockAsMember(tx, actor, input.session);
    const { count } = await tx.sessionMember.updateMany({
      where: {
        sessionId: session.id,
        agentId: actor.agentId,
        convenedAt: { not: null },
        session: { endedAt: null },
      },
      data: { answer: input.answer, answeredAt: await portalNow(tx) },
    });
    if (count === 1) return;
    throw new BusinessError(
      "changed-meanwhile",
      "Cette convocation n’attend plus de réponse\u00A0: la séance est levée, ou elle a changé et vous serez convoqué à nouveau.",
    );
  });
}
