import { parisDay } from "@/domain/calendar";
import type { Actor } from "@/domain/rights/actor";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { visibleSessions } from "@/server/visibility";
import { readSession, type SessionPage } from "./session";

/** What the actor's next sitting asks of them. */
export interface NextSitting {
  session: Pick<SessionPage, "id" | "label" | "heldOn" | "startsAt" | "place" | "status">;
  enters: boolean;
  /** They were convened and have not said whether they come. */
  answerAwaited: boolean;
  /** Points left to prepare; null for those who do not prepare it. */
  toPrepare: number | null;
}

export interface SittingsAhead {
  next: NextSitting | null;
  /** Sittings whose minutes wait for the actor's signature, oldest first. */
  toSign: { id: string; label: string; heldOn: Date }[];
}

/** The sitting in progress or the next to come, and the minutes to sign, of those the actor may know of. */
export async function readSittingsAhead(actor: Actor): Promise<SittingsAhead> {
  const today = new Date(parisDay(await portalNow()));
  const [next, toSign] = await Promise.all([
    database().jurySession.findFirst({
      where: {
        AND: [
          visibleSessions(actor),
          { endedAt: null },
          { OR: [{ openedAt: { not: null } }, { heldOn: { gte: today } }] },
        ],
      },
      select: { id: true },
      orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    }),
    database().jurySession.findMany({
      where: {
        AND: [
          visibleSessions(actor),
          { endedAt: { not: null } },
          { OR: (["secretary", "chair"] as const).map((capacity) => unsigned(actor, capacity)) },
        ],
      },
      select: { id: true, label: true, heldOn: true },
      orderBy: [{ heldOn: "asc" }, { id: "asc" }],
      take: 5,
    }),
  ]);
  return { next: next && nextSitting(await readSession(actor, next.id)), toSign };
}

/** Sittings the actor signs for in this capacity, and has not: minutes are first written by who signs or remarks. */
function unsigned(actor: Actor, capacity: "secretary" | "chair"): Prisma.JurySessionWhereInput {
  return {
    members: { some: { agentId: actor.agentId, capacity } },
    OR: [
      { minutes: null },
      {
        minutes: capacity === "secretary" ? { secretarySignedAt: null } : { chairSignedAt: null },
      },
    ],
  };
}

function nextSitting(session: SessionPage): NextSitting {
  const { me, readiness } = session;
  return {
    session,
    enters: me.enters,
    answerAwaited: me.membership?.convened === true && me.membership.answer === "none",
    toPrepare: readiness?.filter(({ state }) => state === "to-do").length ?? null,
  };
}
