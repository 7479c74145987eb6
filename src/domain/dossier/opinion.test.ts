import { describe, expect, test } from "vitest";
import { dueDayRefusal, dueOpinionReminder, isDomain, mayAnswer } from "./opinion";

describe("who may answer", () => {
  test.each([
    ["lucie.morel@interieur.gouv.fr", "lucie.morel@interieur.gouv.fr", true],
    ["lucie.morel@interieur.gouv.fr", "l.morel-durand@interieur.gouv.fr", true],
    ["lucie.morel@interieur.gouv.fr", "lucie.morel@dgsi.INTERIEUR.gouv.fr", true],
    ["lucie.morel@dgsi.interieur.gouv.fr", "lucie.morel@interieur.gouv.fr", false],
    ["@interieur.gouv.fr", "quelqu.un@interieur.gouv.fr", true],
    ["@interieur.gouv.fr", "quelqu.un@fauxinterieur.gouv.fr", false],
    ["@interieur.gouv.fr", "quelqu.un@interieur.gouv.fr.example", false],
    ["@interieur.gouv.fr", "", false],
  ] as const)("asked to %s, %s: %s", (request, email, may) => {
    expect(mayAnswer(request, email)).toBe(may);
  });

  test("a domain is told from a person", () => {
    expect(isDomain("@interieur.gouv.fr")).toBe(true);
    expect(isDomain("lucie.morel@interieur.gouv.fr")).toBe(false);
  });
});

test.each([
  ["2021-01-19", false],
  ["2021-01-20", false],
  ["2021-01-21", true],
  ["2022-01-20", true],
  ["2022-01-21", false],
] as const)("due on %s, asked on 20 January 2021: %s", (dueOn, may) => {
  expect(dueDayRefusal(dueOn, "2021-01-20") === null).toBe(may);
});

describe("reminders of an opinion due on 10 February", () => {
  const of = (requestedOn: `${number}-${number}-${number}`) =>
    ({ dueOn: "2021-02-10", requestedOn }) as const;

  test.each([
    ["2021-02-06", null],
    ["2021-02-07", "opinion-reminder"],
    ["2021-02-10", "opinion-reminder"],
    ["2021-02-11", "opinion-late"],
    ["2021-03-01", "opinion-late"],
  ] as const)("on %s: %s", (today, kind) => {
    expect(dueOpinionReminder(of("2021-01-20"), today)).toBe(kind);
  });

  test("one asked within the last three days is not reminded before its due day", () => {
    expect(dueOpinionReminder(of("2021-02-06"), "2021-02-08")).toBe("opinion-reminder");
    expect(dueOpinionReminder(of("2021-02-07"), "2021-02-08")).toBeNull();
    expect(dueOpinionReminder(of("2021-02-09"), "2021-02-10")).toBeNull();
    expect(dueOpinionReminder(of("2021-02-09"), "2021-02-11")).toBe("opinion-late");
  });
});
