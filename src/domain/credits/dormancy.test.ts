import { expect, test } from "vitest";
import { cents } from "@/domain/money";
import { DORMANT_MONTHS, dormantAmount, dormantFrom } from "./dormancy";
import { EMPTY_ACCOUNT } from "./ledger";

const account = {
  ...EMPTY_ACCOUNT,
  received: { ae: cents(1_000), cp: cents(0) },
  returned: { ae: cents(100), cp: cents(0) },
  committed: cents(600),
};

test.each([
  ["the day before the delay", account, "2021-01-20", "2021-07-19", 0],
  ["the day of the delay", account, "2021-01-20", "2021-07-20", 300],
  ["a day that the month has not", account, "2021-08-31", "2022-02-28", 300],
  ["all committed", { ...account, committed: cents(900) }, "2021-01-20", "2022-01-20", 0],
  ["never moved", account, null, "2022-01-20", 0],
] as const)("%s", (_, sums, moved, today, amount) => {
  expect(dormantAmount(sums, moved, today)).toBe(amount);
});

test("the delay is a reading of its own", () => {
  expect(DORMANT_MONTHS).toBe(6);
  expect(dormantFrom("2021-01-20")).toBe("2021-07-20");
});
