import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moved, slotsOf } from "./agenda";
import { presence, stays } from "./attendance";
import { minutesLeft, turnAnnouncement, turnSentence } from "./turn";
import { closingObstacle, openingObstacle, resultSentence, voteResult } from "./votes";

const at = (time: string) => new Date(`2021-01-20T${time}:00+01:00`);

describe("attendance", () => {
  const event = fc.record({
    agentId: fc.constantFrom("a", "b", "c"),
    present: fc.boolean(),
    minute: fc.integer({ min: 0, max: 59 }),
  });

  test("who is present is the fold of the events, and their stays say the same", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (drawn) => {
        const events = drawn
          .sort((one, other) => one.minute - other.minute)
          .map(({ minute, ...each }) => ({
            ...each,
            at: at(`14:${String(minute).padStart(2, "0")}`),
          }));
        const now = presence(events);
        for (const agentId of ["a", "b", "c"]) {
          const last = events.findLast((each) => each.agentId === agentId);
          expect(now.has(agentId)).toBe(last?.present ?? false);
          const own = stays(events, agentId);
          const open = own.filter(({ to }) => to === null);
          expect(open.map(({ from }) => from)).toEqual(now.has(agentId) ? [now.get(agentId)] : []);
          // In order, never overlapping, only the last may last.
          own.slice(0, -1).forEach(({ from, to }, index) => {
            expect(to).not.toBeNull();
            expect(Number(from)).toBeLessThanOrEqual(Number(to));
            expect(Number(to)).toBeLessThanOrEqual(Number(own[index + 1]?.from));
          });
        }
      }),
    );
  });

  test("a second arrival keeps the hour of the first", () => {
    const events = [
      { agentId: "a", present: true, at: at("14:00") },
      { agentId: "a", present: true, at: at("14:10") },
      { agentId: "a", present: false, at: at("15:00") },
      { agentId: "a", present: false, at: at("15:05") },
      { agentId: "a", present: true, at: at("15:30") },
    ];
    expect(stays(events, "a")).toEqual([
      { from: at("14:00"), to: at("15:00") },
      { from: at("15:30"), to: null },
    ]);
    expect(presence(events).get("a")).toEqual(at("15:30"));
  });
});

describe("votes", () => {
  test.each([
    [3, 1, 1, "adopted", "Adopté\u00A0: 3 pour, 1 contre, 1 abstention."],
    [2, 2, 0, "tied", "Partage égal des voix\u00A0: 2 pour, 2 contre, 0 abstention."],
    [1, 2, 4, "rejected", "Rejeté\u00A0: 1 pour, 2 contre, 4 abstentions."],
    [1, 0, 9, "adopted", "Adopté\u00A0: 1 pour, 0 contre, 9 abstentions."],
    [0, 0, 2, "nobody", "Aucune voix exprimée\u00A0: 0 pour, 0 contre, 2 abstentions."],
    [0, 0, 0, "nobody", "Aucune voix exprimée\u00A0: 0 pour, 0 contre, 0 abstention."],
  ] as const)(
    "%i for, %i against, %i abstained: %s",
    (inFavour, against, abstained, result, said) => {
      expect(voteResult({ inFavour, against, abstained })).toBe(result);
      expect(resultSentence({ inFavour, against, abstained })).toBe(said);
    },
  );

  const open = { quorumReached: true, votersPresent: 3, secret: false, anotherIsOpen: false };
  test.each([
    ["all is there", open, null],
    ["another vote is open", { ...open, anotherIsOpen: true }, /déjà ouvert/],
    ["no quorum", { ...open, quorumReached: false }, /quorum n’est pas atteint/],
    ["an open vote of two", { ...open, votersPresent: 2 }, null],
    ["a secret vote of three", { ...open, secret: true }, null],
    ["a secret vote of two", { ...open, secret: true, votersPresent: 2 }, /au moins 3 votants/],
  ])("opening: %s", (_, situation, said) => {
    const obstacle = openingObstacle(situation);
    if (said === null) expect(obstacle).toBeNull();
    else expect(obstacle).toMatch(said);
  });
});

test.each([
  ["an open vote, whoever has voted", {}, null],
  ["nobody has voted yet", { given: "" }, null],
  ["a secret vote of three", { secret: true, given: "a b c" }, null],
  ["a secret vote of two", { secret: true, given: "a b" }, /au moins 3 bulletins/],
  ["the quorum is lost", { quorumReached: false }, /quorum n’est plus atteint/],
  ["a voter was recused since", { given: "a z" }, /n’a plus de voix/],
])(
  "closing a vote: %s",
  (_, change: { secret?: boolean; given?: string; quorumReached?: boolean }, said) => {
    const { secret = false, given = "a b", quorumReached = true } = change;
    const obstacle = closingObstacle({
      secret,
      given: new Set(given.split(" ").filter((id) => id !== "")),
      voters: ["a", "b", "c"].map((agentId) => ({ agentId })),
      quorumReached,
    });
    if (said === null) expect(obstacle).toBeNull();
    else expect(obstacle).toMatch(said);
  },
);

describe("the agenda", () => {
  test("slots follow one another from the start", () => {
    expect(slotsOf(at("14:00"), 30, 3)).toEqual([at("14:00"), at("14:30"), at("15:00")]);
    expect(slotsOf(at("14:00"), 30, 0)).toEqual([]);
  });

  test.each([
    ["b", "up", "bac"],
    ["b", "down", "acb"],
    ["a", "up", "abc"],
    ["c", "down", "abc"],
    ["z", "down", "abc"],
  ] as const)("%s %s gives %s", (item, direction, order) => {
    expect(moved(["a", "b", "c"], item, direction).join("")).toBe(order);
  });

  test("moving never loses nor repeats an item", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer()),
        fc.integer(),
        fc.constantFrom("up" as const, "down" as const),
        (order, item, direction) => {
          expect([...moved(order, item, direction)].sort()).toEqual([...order].sort());
        },
      ),
    );
  });
});

describe("the turn", () => {
  const end = at("14:30");
  test.each([
    ["14:00", 30, "Fin du tour à 14\u00A0h\u00A030, dans 30 minutes."],
    ["14:29", 1, "Fin du tour à 14\u00A0h\u00A030, dans 1 minute."],
    ["14:30", 0, "Le tour est terminé depuis 14\u00A0h\u00A030."],
    ["15:00", 0, "Le tour est terminé depuis 14\u00A0h\u00A030."],
  ])("at %s", (now, left, sentence) => {
    expect(minutesLeft(end, at(now))).toBe(left);
    expect(turnSentence(end, at(now))).toBe(sentence);
  });

  test.each([
    ["14:00", "14:10", null],
    ["14:24", "14:25", "Il reste 5 minutes."],
    ["14:25", "14:26", null],
    ["14:28", "14:29", "Il reste 1 minute."],
    ["14:20", "14:29", "Il reste 1 minute."],
    ["14:29", "14:30", "Le tour est terminé."],
    ["14:10", "14:45", "Le tour est terminé."],
    ["14:30", "14:31", null],
  ])("between %s and %s: %s", (before, now, said) => {
    expect(turnAnnouncement(end, at(before), at(now))).toBe(said);
  });
});
