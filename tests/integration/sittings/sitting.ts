import type { Actor } from "@/domain/rights/actor";
import { itn3 } from "@/domain/themes/itn3/theme";
import { handInSheet, saveSheet } from "@/features/jury/commands/sheets";
import { closeScoring } from "@/features/sittings/commands/close-scoring";
import { openSitting, recordAttendance } from "@/features/sittings/commands/hold-sitting";
import { openVote } from "@/features/sittings/commands/votes";
import { readRoomState } from "@/features/sittings/queries/room";
import type { RoomState } from "@/features/sittings/room-state";
import { aConvenedSession, anEntrustedDossier, type Jury, theJury } from "../../fixtures/sitting";
import { setClock } from "../../fixtures/world";

export const MORNING = "2021-02-10T10:00:00+01:00";
export const AFTERNOON = "2021-02-20T14:00:00+01:00";

/** A sitting of two dossiers on its day: open, with four people of the jury in, unless told. */
export async function aSitting({ open = true } = {}) {
  await setClock(MORNING);
  const jury = await theJury();
  const first = await anEntrustedDossier(jury, [
    jury.juror,
    jury.second,
    jury.third,
    jury.conflicted,
  ]);
  const second = await anEntrustedDossier(jury, [jury.juror, jury.second]);
  const { session } = first;
  await aConvenedSession(jury, session);
  await setClock(AFTERNOON);
  const attendance = (who: Actor, present: "oui" | "non") =>
    recordAttendance(jury.secretary, { session, agent: who.agentId, present });
  if (open) {
    await openSitting(jury.secretary, { session });
    for (const who of [jury.chair, jury.juror, jury.second, jury.conflicted]) {
      await attendance(who, "oui");
    }
  }
  return {
    jury,
    session,
    first,
    second,
    comes: (who: Actor) => attendance(who, "oui"),
    leaves: (who: Actor) => attendance(who, "non"),
    /** A vote on a dossier, opened by the chair. */
    aVote: async (number: string, secret: "oui" | "non" = "non") => {
      const { id } = await openVote(jury.chair, {
        session,
        number,
        question: "Financer ?",
        secret,
      });
      return { session, vote: id };
    },
  };
}

export async function stateFor(who: Actor, session: string): Promise<RoomState> {
  const state = await readRoomState(who, session);
  if (!state) throw new Error("A first question has an answer");
  return state;
}

/** Complete sheets, the same value everywhere. */
export async function handsIn(juror: Actor, number: string, value: 3 | 4 = 3): Promise<void> {
  const scores = itn3.criteria.map(({ key }) => ({
    criterion: key,
    value,
    justification: "Raison",
  }));
  await saveSheet(juror, { number, baseRevision: 0, scores, privateNotes: "" });
  await handInSheet(juror, { number, revision: 1 });
}

export async function scoredAndClosed(
  { secretary }: Jury,
  number: string,
  jurors: readonly Actor[],
): Promise<void> {
  for (const juror of jurors) await handsIn(juror, number);
  await closeScoring(secretary, { number });
}
