import { parisDay } from "@/domain/calendar";
import { dossierNumber } from "@/domain/dossier/number";
import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { notify } from "@/server/notifications";
import { lockSessionRow } from "@/server/sitting";
import { visibleDossiers } from "@/server/visibility";
import type { AskQuestionInput } from "../schemas";

/** Nobody answers more in writing before a hearing. */
const MOST_QUESTIONS = 20;

/**
 * A member of the jury, or whoever examines the dossier, asks its carrier a question before its turn. The carrier reads
 * it at once, never who asks it; it is told once a day.
 */
export function askQuestion(actor: Actor, input: AskQuestionInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockSeen(tx, actor, input.number);
    const asked = { sessionId: input.session, dossierId: dossier.id };
    if ((await tx.sessionItem.count({ where: asked })) === 0) throw notFound();
    const session = await lockSessionRow(tx, input.session);
    const item = await tx.sessionItem.findUniqueOrThrow({
      where: { sessionId_dossierId: asked },
    });
    if (session.endedAt || item.startedAt) {
      throw new BusinessError(
        "too-late",
        "La séance examine ou a examiné ce dossier\u00A0: posez votre question de vive voix.",
      );
    }
    if ((await tx.hearingQuestion.count({ where: asked })) >= MOST_QUESTIONS) {
      throw new BusinessError(
        "incomplete",
        `Le porteur a déjà ${MOST_QUESTIONS} questions\u00A0: posez la vôtre de vive voix.`,
      );
    }
    const { id } = await tx.hearingQuestion.create({
      data: { ...asked, body: input.body, askedById: actor.agentId },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "ask-question",
      facts: { questionId: id, body: input.body },
    });
    const today = parisDay(await portalNow(tx));
    const team = await tx.dossierMember.findMany({ where: { dossierId: dossier.id } });
    await notify(
      tx,
      team.map(({ agentId }) => ({
        kind: "hearing-question" as const,
        recipientId: agentId,
        dossierId: dossier.id,
        onceKey: `hearing-question:${session.id}:${dossier.id}:${agentId}:${today}`,
      })),
    );
  });
}

/** The dossier as a juror or an examiner sees it, shared-locked: a recusal waits, or has come before. */
async function lockSeen(tx: Transaction, actor: Actor, number: string) {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  await tx.$queryRaw`SELECT id FROM dossier WHERE number = ${number} FOR SHARE`;
  const seen = await tx.dossier.findFirst({
    where: {
      number,
      OR: [visibleDossiers(actor, "instruction"), visibleDossiers(actor, "juror")],
    },
    select: { id: true },
  });
  if (!seen) throw notFound();
  return seen;
}
