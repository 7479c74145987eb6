import { beforeAll, beforeEach } from "vitest";
import type { Day } from "@/domain/calendar";
import { requestComplement } from "@/features/complements/commands/request-complement";
import { saveAnswers } from "@/features/dossiers/commands/save-answers";
import { saveReplies } from "@/features/dossiers/commands/save-replies";
import { database } from "@/server/database/client";
import type { Room } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { aFiledSample, aReturningRoom, overRevision } from "./world";

/** What the tests of complements do alike, in one room of ITN3. */

export const DAY = "2021-01-20T10:00:00+01:00";
export const DUE: Day = "2021-02-05";
export const CANARY = "canari-précision-non-envoyée";
export let room: Room;

/** Opens the room for a file of tests, and takes each of them back to the same day. */
export function setUpComplements(): void {
  beforeAll(async () => {
    await setClock(DAY);
    room = await aReturningRoom("ITN3");
  });
  beforeEach(() => setClock(DAY));
}

export const aFiled = () => aFiledSample(room, "ITN3");

export const point = (position: number, target: string) => ({
  position,
  target,
  question: `Précisez le point ${position}.`,
});

export const ask = (number: string, ...targets: string[]) =>
  requestComplement(room.instructor, {
    number,
    message: "Avant la réunion du comité.",
    dueOn: DUE,
    points: targets.map((target, index) => point(index + 1, target)),
  });

export const reply = (number: string, position: number, value: string, baseRevision = 0) =>
  saveReplies(room.carrier, {
    number,
    answers: [{ field: `reply${position}`, value, baseRevision }],
  });

/** Saves one answer over the one in place. Returns what the carrier is told of it. */
export async function write(
  dossier: { id: string; number: string },
  field: string,
  value: unknown,
) {
  const change = await overRevision(dossier.id, field, value);
  const { answers } = await saveAnswers(room.carrier, {
    number: dossier.number,
    answers: [change],
  });
  return answers[0];
}

export const noticesOf = (dossierId: string, kind: string) =>
  database().notification.findMany({ where: { dossierId, kind } });
