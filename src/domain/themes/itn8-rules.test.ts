import { describe, expect, it } from "vitest";
import { simulate } from "@/domain/funding/simulate";
import { cents, euros } from "@/domain/money";
import type { CarrierKind } from "@/domain/themes/types";
import { codes, request, spending } from "../../../tests/fixtures/simulation";
import { itn8aRules } from "./itn8a/rules";
import { itn8bRules } from "./itn8b/rules";
import { itn8cRules } from "./itn8c/rules";
import { itn8dRules } from "./itn8d/rules";

const four = [itn8aRules, itn8bRules, itn8cRules, itn8dRules].map((rules) => ({
  code: rules.code,
  rules,
}));

describe.each(four)("$code", ({ rules }) => {
  const run = (more: Parameters<typeof request>[0]) => simulate(rules, request(more));

  it("grants 75 % at most, without upper size", () => {
    const result = run({ expenses: [spending(euros(5_000_000))] });
    expect(result.amounts?.grant).toBe(euros(3_750_000));
    expect(codes(result)).toEqual([]);
  });

  it.each<[CarrierKind, number, boolean]>([
    ["central-administration", 250_000_00, true],
    ["central-administration", 250_000_01, false],
    ["state-operator", 250_000_00, true],
    ["state-operator", 250_000_01, false],
    ["deconcentrated-service", 150_000_00, true],
    ["deconcentrated-service", 150_000_01, false],
    ["central-administration", 150_000_01, true],
  ])("expects more than the bound of a %s, strictly: %d", (kind, amount, out) => {
    const result = run({ carrier: { kind }, expenses: [spending(cents(amount))] });
    expect(codes(result)).toEqual(out ? ["SIZE_OUT"] : []);
    expect(result.verdict).toBe("eligible");
  });

  it.each([
    ["2020-11-15T22:59:59.999Z", ["NOT_OPEN"]],
    ["2020-11-15T23:00:00.000Z", []],
    ["2030-01-01T00:00:00.000Z", []],
  ])("opens on 16 November 2020 and does not close: %s", (instant, expected) => {
    expect(codes(run({ filedAt: new Date(instant) }))).toEqual(expected);
  });

  it.each([
    [{ frenchCompanyInvolved: true, resultsWithinMonths: 12 }, []],
    [{ frenchCompanyInvolved: false }, ["FRENCH_COMPANY_MISSING"]],
    [{ resultsWithinMonths: 13 }, ["RESULTS_TOO_LATE"]],
  ])("with %j finds %j", (answers, expected) => {
    expect(codes(run({ answers }))).toEqual(expected);
  });

  it("refuses the mere rebuild of a system in ITN8D alone (Livret l.604)", () => {
    const expected = rules.code === "ITN8D" ? ["ONLY_SYSTEM_REBUILD"] : [];
    expect(codes(run({ answers: { onlySystemRebuild: true } }))).toEqual(expected);
    expect(codes(run({ answers: { onlySystemRebuild: false } }))).toEqual([]);
  });
});
