import { expect, test } from "vitest";
import { LAST_RANK, rankText, UNRANKED } from "./ministry-rank";
import { typedRank } from "./typed-rank";

test.each([
  ["", UNRANKED],
  ["  ", UNRANKED],
  ["1", 1],
  [" 12 ", 12],
  ["999", LAST_RANK],
])("« %s » is the rank %i", (typed, rank) => {
  expect(typedRank.parse(typed)).toBe(rank);
});

test.each(["0", "01", "1000", "-1", "1,5", "un", "1 2"])("« %s » is no rank", (typed) => {
  expect(typedRank.safeParse(typed).success).toBe(false);
});

test("a rank is read back as it was typed", () => {
  for (const typed of ["", "1", "42", "999"]) expect(rankText(typedRank.parse(typed))).toBe(typed);
});
