import { expect, test } from "vitest";
import type { Capacity } from "./quorum";
import { type Preparation, readiness } from "./readiness";

const member = (
  capacity: Capacity,
  answer: Preparation["members"][number]["answer"] = "coming",
  convened = true,
) => ({ capacity, convened, answer });
const item: Preparation["items"][number] = {
  heard: true,
  slotOffered: true,
  slotAnswer: "confirmed",
  voices: 4,
  questionsOpen: 0,
  sheetsMissing: false,
};
const READY: Preparation = {
  hasStart: true,
  hasPlace: true,
  quorum: 2,
  members: [
    member("juror"),
    member("juror"),
    member("juror"),
    member("chair"),
    member("secretary"),
  ],
  jurorsLeftOut: 0,
  items: [item, item],
};
/** `key: state`, for the points that are not done. */
const left = (change: Partial<Preparation>) =>
  readiness({ ...READY, ...change }).flatMap(({ key, state }) =>
    state === "done" ? [] : [`${key}: ${state}`],
  );

test("a sitting that is ready has nothing left", () => {
  expect(left({})).toEqual([]);
});

test.each<[string, Partial<Preparation>, string[]]>([
  ["without an hour", { hasStart: false }, ["start: to-do"]],
  ["without a place", { hasPlace: false }, ["start: to-do"]],
  [
    "without a chair",
    { members: READY.members.filter(({ capacity }) => capacity !== "chair") },
    ["jury: to-do"],
  ],
  ["without a secretary", { members: READY.members.slice(0, 4) }, ["jury: to-do"]],
  [
    "a quorum nobody can reach",
    { quorum: 5, items: [{ ...item, voices: 5 }] },
    ["jury: to-do", "answers: waiting"],
  ],
  ["a juror left out", { jurorsLeftOut: 1 }, ["jury: to-do"]],
  ["nothing on the agenda", { items: [] }, ["agenda: to-do"]],
  ["too few voices on a dossier", { items: [{ ...item, voices: 1 }] }, ["voices: to-do"]],
  ["slots not offered", { items: [item, { ...item, slotOffered: false }] }, ["slots: to-do"]],
  ["slots not answered", { items: [item, { ...item, slotAnswer: "none" }] }, ["slots: waiting"]],
  [
    "a slot refused",
    { items: [item, { ...item, slotAnswer: "refused" }] },
    ["slots-refused: to-do"],
  ],
  ["no hearing, no slot", { items: [{ ...item, heard: false, slotOffered: false }] }, []],
  [
    "a member not convened",
    { members: [...READY.members, member("juror", "none", false)] },
    ["convocation: to-do"],
  ],
  [
    "too few who come",
    { members: READY.members.map((each) => ({ ...each, answer: "none" as const })) },
    ["answers: waiting"],
  ],
  ["a question without answer", { items: [{ ...item, questionsOpen: 2 }] }, ["questions: waiting"]],
  ["sheets missing", { items: [item, { ...item, sheetsMissing: true }] }, ["sheets: waiting"]],
])("%s", (_, change, expected) => {
  expect(left(change)).toEqual(expected);
});

test("sentences count in French", () => {
  const said = readiness({
    ...READY,
    jurorsLeftOut: 2,
    items: [{ ...item, slotOffered: false, questionsOpen: 1, sheetsMissing: true }],
  }).map(({ sentence }) => sentence);
  expect(said).toEqual([
    "L’heure et le lieu sont fixés.",
    "2 jurés à qui un dossier est confié ne sont pas membres de la séance.",
    "1 créneau d’audition à proposer aux porteurs.",
    "Toutes les personnes sont convoquées.",
    "4 membres du jury annoncés, 2 requis.",
    "1 question du jury sans réponse écrite du porteur.",
    "Il manque des fiches de notation.",
  ]);
});
