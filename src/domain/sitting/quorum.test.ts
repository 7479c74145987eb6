import { describe, expect, test } from "vitest";
import {
  proposedQuorum,
  quorumOf,
  quorumSentence,
  type SittingMember,
  type Standing,
  votersOf,
} from "./quorum";

const member = (agentId: string, capacity: SittingMember["capacity"] = "juror") => ({
  agentId,
  capacity,
});
const ROOM: SittingMember[] = [
  ...["a", "b", "c", "d"].map((id) => member(id)),
  member("chair", "chair"),
  member("secretary", "secretary"),
];

describe("the quorum of an item", () => {
  test.each<[string, string, Record<string, Standing>, number, [number, number, boolean]]>([
    ["nobody is there", "", {}, 3, [0, 5, false]],
    ["one short", "a b", {}, 3, [2, 5, false]],
    ["just enough", "a b c", {}, 3, [3, 5, true]],
    ["the chair has a voice", "a b chair", {}, 3, [3, 5, true]],
    ["the secretary has none", "a b secretary", {}, 3, [2, 5, false]],
    ["the recused does not count, even there", "a b c", { c: "recused" }, 3, [2, 4, false]],
    ["who abstains does not count", "a b c", { c: "abstained" }, 3, [2, 4, false]],
    ["nor a juror it is not entrusted to", "a b c", { c: "not-entrusted" }, 3, [2, 4, false]],
    ["a recused chair does not count", "a b chair", { chair: "recused" }, 3, [2, 4, false]],
    ["what is required stays the same", "a b c", { d: "recused" }, 4, [3, 4, false]],
    ["a stranger in the room changes nothing", "a b stranger", {}, 3, [2, 5, false]],
    [
      "recusals may make it impossible",
      "a b",
      { c: "recused", d: "recused", chair: "recused" },
      3,
      [2, 2, false],
    ],
  ])("%s", (_, present, standings, required, [there, possible, reached]) => {
    const quorum = quorumOf({
      required,
      members: ROOM,
      present: new Set(present.split(" ")),
      standings: new Map(Object.entries(standings)),
    });
    expect(quorum).toEqual({ required, present: there, possible, reached });
  });

  test("the voters of an item are those who count for its quorum", () => {
    const voters = votersOf(ROOM, new Map([["b", "recused"]]));
    expect(voters.map(({ agentId }) => agentId)).toEqual(["a", "c", "d", "chair"]);
  });

  test.each([
    [
      { required: 3, present: 4, possible: 5, reached: true },
      "Quorum atteint\u00A0: 4 membres présents, 3 requis.",
    ],
    [
      { required: 1, present: 1, possible: 5, reached: true },
      "Quorum atteint\u00A0: 1 membre présent, 1 requis.",
    ],
    [
      { required: 3, present: 2, possible: 5, reached: false },
      "Quorum non atteint\u00A0: 2 membres présents, 3 requis. La délibération est suspendue et aucun vote n’est reçu.",
    ],
    [
      { required: 3, present: 1, possible: 1, reached: false },
      "Quorum impossible\u00A0: 1 membre seulement a une voix sur ce dossier, 3 requis. Ajournez ce dossier ou complétez le jury.",
    ],
  ])("in words", (quorum, sentence) => {
    expect(quorumSentence(quorum)).toBe(sentence);
  });
});

test.each([
  [0, 1],
  [1, 1],
  [2, 1],
  [3, 2],
  [5, 3],
  [6, 3],
])("for %i voices a quorum of %i is proposed", (voices, quorum) => {
  expect(proposedQuorum(voices)).toBe(quorum);
});
