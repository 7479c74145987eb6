import { dossierNumber } from "@/domain/dossier/number";
import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";
import type { SlotAnswer } from "./session";
import type { Question } from "./session-item";

/** The hearing of a dossier as its carrier prepares it. Nothing of the jury but what it asks. */
export interface OwnHearing {
  /** The slot offered; null while none is. */
  slot: { at: Date; minutes: number; place: string; answer: SlotAnswer; reason: string } | null;
  heardAt: Date | null;
  questions: Question[];
  /** Its turn has not come: the carrier may still answer. */
  open: boolean;
}

/**
 * The sitting that is to hear a dossier of one of the actor's teams, or heard it. Throws `not-found` out of sight, and
 * while the jury has offered no slot and asked nothing.
 */
export async function readOwnHearing(actor: Actor, number: string): Promise<OwnHearing> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const dossier = await database().dossier.findFirst({
    where: { number, ...visibleDossiers(actor, "carrier") },
    select: {
      presentation: true,
      sessionItems: {
        include: { session: true },
        orderBy: { session: { heldOn: "desc" } },
      },
      questions: {
        select: {
          id: true,
          sessionId: true,
          body: true,
          askedAt: true,
          answer: true,
          answeredAt: true,
        },
        orderBy: [{ askedAt: "asc" }, { id: "asc" }],
      },
    },
  });
  const item = dossier?.sessionItems.find((each) => each.presentation === dossier.presentation);
  if (!dossier || !item) throw notFound();
  const questions = dossier.questions.filter(({ sessionId }) => sessionId === item.sessionId);
  if (!item.slotAt && questions.length === 0) throw notFound();
  const { session } = item;
  return {
    slot: item.slotAt && {
      at: item.slotAt,
      minutes: session.slotMinutes,
      place: session.place,
      answer: item.slotAnswer as SlotAnswer,
      reason: item.slotReason,
    },
    heardAt: item.heardAt,
    questions: questions.map(({ sessionId: _, ...question }) => question),
    open: item.startedAt === null && session.endedAt === null,
  };
}
