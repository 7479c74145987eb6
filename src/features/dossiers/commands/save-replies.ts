import type { AskedItem } from "@/domain/dossier/asked";
import { MAX_REPLY, replyPosition } from "@/domain/dossier/complements";
import { BusinessError } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { text } from "@/domain/text";
import { ASKED, askedOf, type ReplyAuthor, replyAuthor, writeReply } from "@/server/asked";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import { lockToWrite } from "@/server/team-dossier";
import type { AnswerChange } from "../schemas";
import type { SavedAnswer, SavedAnswers } from "./save-answers";

const reply = text(MAX_REPLY);

/**
 * Saves the answers to the points a dossier that came back is asked, as typed, each over the revision it was typed on:
 * those of the open request of complements, or of what a new presentation must answer. Nobody but the team reads them
 * before they are filed. Throws `already-done` when nothing is asked any more.
 */
export function saveReplies(
  actor: Actor,
  input: { number: string; answers: readonly AnswerChange[] },
): Promise<SavedAnswers> {
  return inTransaction(async (tx) => {
    const dossier = await lockToWrite(tx, actor, input.number);
    const row = await tx.dossier.findUniqueOrThrow({ where: { id: dossier.id }, include: ASKED });
    const asked = askedOf(row);
    if (!asked) throw nothingAsked();
    const author = { agentId: actor.agentId, at: dossier.now };
    const answers: SavedAnswer[] = [];
    const points: number[] = [];
    for (const change of input.answers) {
      const item = asked.items.find(({ position }) => position === replyPosition(change.field));
      if (!item) throw nothingAsked();
      const weighed = weigh(item, change);
      if (weighed.to === "write") {
        await writeReply(tx, row, { ...item, ...weighed, author });
        points.push(item.position);
      }
      answers.push(
        weighed.to === "choose"
          ? await conflict(tx, actor, { change, item, known: replyAuthor(row, item.position) })
          : weighed.told,
      );
    }
    if (points.length > 0) {
      await recordFact(tx, {
        chain: dossierChain(dossier.id),
        actorId: actor.agentId,
        action: "save-replies",
        facts: { points },
      });
    }
    return { savedAt: dossier.now.toISOString(), answers };
  });
}

function nothingAsked(): BusinessError {
  return new BusinessError(
    "already-done",
    "Ce point n’attend plus de réponse\u00A0: rouvrez la page du dossier.",
  );
}

type Weighed =
  | { to: "write"; answer: string; revision: number; told: SavedAnswer }
  | { to: "tell"; told: SavedAnswer }
  /** Somebody saved another text over the same revision. */
  | { to: "choose" };

/** What becomes of a change over the saved answer. */
function weigh(item: AskedItem, { field, value, baseRevision }: AnswerChange): Weighed {
  const parsed = reply.safeParse(value);
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? "Cette réponse ne peut pas être gardée.";
    return { to: "tell", told: { field, status: "refused", message } };
  }
  const answer = parsed.data;
  const saved = (revision: number): SavedAnswer => ({
    ...{ field, status: "saved", revision, problem: null },
  });
  // A change sent twice, because the first answer was lost, finds its own text.
  if (answer === item.answer) return { to: "tell", told: saved(item.revision) };
  if (baseRevision !== item.revision) return { to: "choose" };
  const revision = item.revision + 1;
  return { to: "write", answer, revision, told: saved(revision) };
}

async function conflict(
  tx: Transaction,
  actor: Actor,
  { change, item, known }: { change: AnswerChange; item: AskedItem; known: ReplyAuthor | null },
): Promise<SavedAnswer> {
  if (!known) {
    throw new BusinessError(
      "invalid-input",
      "Cette page ne correspond plus au dossier\u00A0: rechargez-la.",
    );
  }
  const agent = await tx.agent.findUniqueOrThrow({ where: { id: known.agentId } });
  return {
    field: change.field,
    status: "conflict",
    revision: item.revision,
    value: item.answer,
    author: fullName(agent),
    mine: known.agentId === actor.agentId,
    at: known.at.toISOString(),
  };
}
