import { type Cents, euros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import { type RankingPage, readRanking } from "@/features/ranking/queries/ranking";
import { linesOf } from "@/features/ranking/ranking-lines";
import type { MoveInput } from "@/features/ranking/schemas";
import { database } from "@/server/database/client";
import { aReviewedDossier, type Room } from "../../fixtures/jury";

/** A scored dossier, whose juror gave every criterion the same value, but the first one where told. */
export async function aScoredDossier(
  room: Room,
  value: 0 | 1 | 2 | 3 | 4 | 5,
  grant: Cents = euros(300_000),
  onFirst: number = value,
) {
  const dossier = await aReviewedDossier(room, { status: "scored", grant, total: grant }, [
    room.juror,
  ]);
  const assignment = await database().jurorAssignment.findFirstOrThrow({
    where: { dossierId: dossier.id, jurorId: room.juror.agentId },
  });
  const sheet = await database().scoreSheet.create({
    data: {
      assignmentId: assignment.id,
      scores: {
        create: THEMES[room.call.themeCode as "ITN3"].criteria.map(({ key }, index) => ({
          criterion: key,
          value: index === 0 ? onFirst : value,
          justification: "Bien.",
        })),
      },
    },
  });
  // Submitted, a sheet is final.
  await database().scoreSheet.update({
    where: { id: sheet.id },
    data: { submittedAt: new Date() },
  });
  return dossier;
}

export const scopeOf = (room: Room) => ({ callId: room.call.id, roundId: null });

/** The page as the actor reads it: they have no part in any of its dossiers. */
export async function pageOf(room: Room, actor: Actor = room.owner): Promise<RankingPage> {
  const page = await readRanking(actor, scopeOf(room));
  if (page.sight === "apart") throw new Error("The actor has a part in a dossier");
  return page;
}

/** Number and situation of each row, in order. */
export async function situationsOf(room: Room): Promise<[string, string][]> {
  const page = await pageOf(room);
  const facts = new Map(page.lines.map((line) => [line.number, line]));
  const { positions } = linesOf(page.rows, facts, page.levels);
  return positions.map(({ row, situation }) => [row.dossier, situation]);
}

export const orderOf = async (room: Room) =>
  (await pageOf(room)).rows.map(({ dossier }) => dossier);

/** A move as the form posts it. */
export function aMove(room: Room, input: Partial<MoveInput> & { revision: number }): MoveInput {
  return {
    call: room.call.id,
    round: "",
    session: "",
    act: "apply",
    dossier: "",
    rank: "",
    amount: "",
    place: "",
    ...input,
  };
}

export const seenAt = (room: Room, revision: number) => ({
  call: room.call.id,
  round: "",
  session: "",
  revision,
});
