import { formatScore } from "@/domain/evaluation/scores";
import { resultSentence } from "@/domain/sitting/votes";
import type { ClosedVote, RoomState } from "./room-state";

/** What is worth saying aloud of a change of the room, in the order of its importance. Typing and comings are not. */
export function announcements(before: RoomState, after: RoomState): string[] {
  return [
    ...phase(before, after),
    ...current(before, after),
    ...quorum(before, after),
    ...votes(before, after),
    ...outcome(before, after),
  ];
}

function phase(before: RoomState, after: RoomState): string[] {
  if (before.phase === after.phase) return [];
  return [after.phase === "open" ? "La séance est ouverte." : "La séance est levée."];
}

const pointOf = ({ current: point }: RoomState) =>
  point === null ? "" : point.kind === "apart" ? point.word : point.number;

function current(before: RoomState, after: RoomState): string[] {
  if (pointOf(before) === pointOf(after)) return [];
  const { current: point } = after;
  if (point === null) return ["Aucun dossier n’est en cours d’examen."];
  if (point.kind === "apart") return [point.sentence];
  return [`Dossier en cours d’examen\u00A0: ${point.number}, ${point.title}.`];
}

function quorum(before: RoomState, after: RoomState): string[] {
  const was = before.quorum?.reached;
  const is = after.quorum;
  if (was === undefined || is === null || was === is.reached) return [];
  return [is.sentence];
}

function closedVotes({ current: point, votes: general }: RoomState): readonly ClosedVote[] {
  return point?.kind === "seen" ? point.votes : general;
}

function votes(before: RoomState, after: RoomState): string[] {
  const said: string[] = [];
  const opened = after.vote;
  if (opened && opened.id !== before.vote?.id) said.push(`Vote ouvert\u00A0: ${opened.question}`);
  const known = new Set(closedVotes(before).map(({ id }) => id));
  // Another point has votes of its own: they are not news.
  if (pointOf(before) !== pointOf(after)) return said;
  for (const { id, counts } of closedVotes(after)) {
    if (known.has(id)) continue;
    said.push(counts ? `Vote clos. ${resultSentence(counts)}` : "Vote annulé, sans résultat.");
  }
  return said;
}

function outcome(before: RoomState, after: RoomState): string[] {
  const [was, is] = [before.current, after.current];
  if (was?.kind !== "seen" || is?.kind !== "seen" || was.number !== is.number) return [];
  const said: string[] = [];
  if (!was.scores && is.scores) {
    said.push(`La notation est close. Note du dossier\u00A0: ${formatScore(is.scores.mean)}.`);
  }
  if (!was.hearing.heardAt && is.hearing.heardAt) said.push("L’audition est enregistrée.");
  if (!was.decision && is.decision) {
    said.push(`Décision proposée\u00A0: ${is.decision.label.toLowerCase()}.`);
  }
  return said;
}
