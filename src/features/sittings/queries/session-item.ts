import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import { readSession, type SeenItem, type SessionPage } from "./session";
import { examines } from "./sights";

/** A question of the jury to a carrier. Nothing says who asked it. */
export interface Question {
  id: string;
  body: string;
  askedAt: Date;
  answer: string;
  answeredAt: Date | null;
}

export interface SessionItemPage {
  session: SessionPage;
  item: SeenItem;
  questions: Question[];
  /** Its turn has not come: questions may still be asked. */
  mayAsk: boolean;
  /** Reads the dossier in the room of the instruction, else by their own sheet. */
  examines: boolean;
}

/** One dossier of a session, for whoever takes part in its examination. Throws `not-found` for the others. */
export async function readSessionItem(
  actor: Actor,
  id: string,
  number: string,
): Promise<SessionItemPage> {
  const session = await readSession(actor, id);
  const item = session.items.find(
    (each): each is SeenItem => each.kind === "seen" && each.number === number,
  );
  if (!item) throw notFound();
  const questions = await database().hearingQuestion.findMany({
    where: { sessionId: id, dossier: { number } },
    select: { id: true, body: true, askedAt: true, answer: true, answeredAt: true },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
  });
  return {
    session,
    item,
    questions,
    mayAsk: !session.endedAt && item.state === "waiting",
    examines: examines(actor, session.themeCode),
  };
}
