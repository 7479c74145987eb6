import { describe, expect, it } from "vitest";
import { endOfDay, startOfDay } from "@/domain/calendar";
import { simulate } from "@/domain/funding/simulate";
import { cents, euros } from "@/domain/money";
import { codes, request, spending, staff } from "../../../tests/fixtures/simulation";
import { snap3Rules } from "./snap3/rules";
import { snap4Rules } from "./snap4/rules";

describe.each([
  ["SNAP3", snap3Rules, 3_000_000],
  ["SNAP4", snap4Rules, 8_000_000],
] as const)("%s", (_code, rules, max) => {
  const simulated = (more: Parameters<typeof request>[0]) =>
    simulate(rules, request({ expenses: [spending(euros(800_000))], ...more }));

  it("pays 75 %, staff cost valued in the ministry's share", () => {
    const result = simulated({ expenses: [spending(euros(800_000)), staff(euros(200_000))] });
    expect(result.amounts).toMatchObject({ base: euros(1_000_000), grant: euros(750_000) });
    expect(codes(result)).toEqual([]);
  });

  it("never pays staff cost", () => {
    const result = simulated({ expenses: [spending(euros(300_000)), staff(euros(300_000))] });
    expect(result.amounts).toMatchObject({ base: euros(600_000), grant: euros(300_000) });
    expect(codes(result)).toEqual(["GRANT_CAPPED"]);
  });

  it("counts 2021 and 2022, neither terminals nor licences from outside Europe", () => {
    const result = simulated({
      expenses: [
        spending(euros(800_000)),
        spending(euros(40_000), { year: 2023 }),
        spending(euros(30_000), { category: "terminal" }),
        spending(euros(20_000), { category: "licence", nonEuropeanLicence: true }),
        spending(euros(10_000), { category: "licence" }),
      ],
    });
    expect(result.amounts).toEqual({
      total: euros(900_000),
      base: euros(810_000),
      grant: euros(607_500),
      remaining: euros(292_500),
    });
    expect(codes(result)).toEqual([
      "EXPENSE_OUT_OF_BASE",
      "EXPENSE_OUT_OF_BASE",
      "EXPENSE_OUT_OF_BASE",
    ]);
  });

  it.each([
    [50_000_000 - 1, true],
    [50_000_000, false],
    [max * 100, false],
    [max * 100 + 1, true],
  ])("expects 500 000 € to its upper bound, included: %d cents", (amount, out) => {
    const result = simulated({ expenses: [spending(cents(amount))] });
    expect(codes(result).includes("SIZE_OUT")).toBe(out);
  });

  it("reads the size of a phase on the whole project", () => {
    const phase = { expenses: [spending(euros(200_000))], phaseOfLargerProject: true };
    expect(codes(simulated({ ...phase, projectTotal: euros(2_000_000) }))).toEqual([]);
    expect(codes(simulated({ ...phase, projectTotal: euros(499_999) }))).toEqual(["SIZE_OUT"]);
  });

  it.each([
    ["dnum", "eligible"],
    ["central-administration", "eligible"],
    ["business-directorate", "eligible"],
    ["state-operator", "eligible"],
    ["deconcentrated-service", "ineligible"],
    ["public-laboratory", "ineligible"],
    ["local-authority", "ineligible"],
  ] as const)("judges a %s: %s", (kind, verdict) => {
    expect(simulated({ carrier: { kind } }).verdict).toBe(verdict);
  });

  it.each([
    [{ dnumInformed: false }, "state-operator", ["DNUM_INFORMATION_MISSING"]],
    [{ dnumInformed: false }, "dnum", []],
    [{ frenchCompanyInvolved: false }, "dnum", ["FRENCH_COMPANY_MISSING"]],
    [{ frenchCompanyInvolved: true }, "dnum", []],
    [{ indicatorCadence: "month" }, "dnum", []],
    [{ indicatorCadence: "quarter" }, "dnum", ["INDICATOR_CADENCE_TOO_SLOW"]],
    [{ indicatorCadence: "year" }, "dnum", ["INDICATOR_CADENCE_TOO_SLOW"]],
  ] as const)("reads %j from a %s as %j", (answers, kind, expected) => {
    expect(codes(simulated({ carrier: { kind }, answers }))).toEqual(expected);
  });

  it("opens on 9 November 2020, without a closing", () => {
    expect(simulated({ filedAt: endOfDay("2020-11-08") }).verdict).toBe("not-open");
    expect(simulated({ filedAt: startOfDay("2020-11-09") }).verdict).toBe("eligible");
    expect(simulated({ filedAt: endOfDay("2022-12-31") }).verdict).toBe("eligible");
  });
});

describe("SNAP3", () => {
  const simulated = (more: Parameters<typeof request>[0]) =>
    simulate(snap3Rules, request({ expenses: [spending(euros(3_000_000))], ...more }));

  it.each([
    [[], euros(2_000_000), ["GRANT_CAPPED"]],
    [[euros(750_000)], euros(1_250_000), ["GRANT_CAPPED"]],
    [[euros(750_000), euros(1_250_000)], euros(0), ["PROJECT_CAP_REACHED", "GRANT_CAPPED"]],
    [[euros(2_500_000)], euros(0), ["PROJECT_CAP_REACHED", "GRANT_CAPPED"]],
  ])("caps a project at 2 M€ over all its dossiers: after %j", (priorGrants, grant, expected) => {
    const result = simulated({ priorGrants });
    expect(result.amounts?.grant).toBe(grant);
    expect(codes(result)).toEqual(expected);
  });

  it("never pays more than asked, as the fiche writes (Livret l.747)", () => {
    const result = simulated({ requestedGrant: euros(600_000) });
    expect(result.amounts?.grant).toBe(euros(600_000));
    expect(result.findings.at(-1)).toMatchObject({
      code: "REQUESTED_GRANT_RETAINED",
      source: "Livret l.747",
      interpretation: false,
    });
  });

  it("rates the hosting without making it a condition (Livret l.783)", () => {
    const answers = { hosting: "other" } as const;
    const result = simulate(snap3Rules, request({ expenses: [spending(euros(800_000))], answers }));
    expect(result.verdict).toBe("eligible");
    expect(codes(result)).toEqual([]);
  });
});

describe("SNAP4", () => {
  const simulated = (more: Parameters<typeof request>[0]) =>
    simulate(snap4Rules, request({ expenses: [spending(euros(4_000_000))], ...more }));

  it.each([
    [euros(4_000_000), [], euros(3_000_000), []],
    [cents(400_000_004), [], euros(3_000_000), ["GRANT_CAPPED"]],
    [euros(4_000_000), [euros(3_000_000), euros(2_000_000)], euros(3_000_000), []],
    [euros(4_000_000), [euros(3_000_000), euros(3_000_000)], euros(2_000_000), ["GRANT_CAPPED"]],
    [euros(4_000_000), [euros(8_000_000)], euros(0), ["PROJECT_CAP_REACHED", "GRANT_CAPPED"]],
  ])(
    "caps a dossier at 3 M€ and a project at 8 M€: %d cents after %j",
    (total, priorGrants, grant, expected) => {
      const result = simulated({ expenses: [spending(total)], priorGrants });
      expect(result.amounts?.grant).toBe(grant);
      expect(codes(result)).toEqual(expected);
    },
  );

  it.each([
    [{ hosting: "cercle-1" }, []],
    [{ hosting: "secnumcloud" }, []],
    [{ hosting: "other" }, ["HOSTING_NOT_COMPLIANT"]],
    [{ tradeSpecificDomain: false }, []],
    [{ tradeSpecificDomain: true }, ["TRADE_SPECIFIC_DOMAIN"]],
  ] as const)("reads %j as %j (Livret l.808)", (answers, expected) => {
    const result = simulated({ answers });
    expect(codes(result)).toEqual(expected);
    expect(result.verdict).toBe(expected.length > 0 ? "ineligible" : "eligible");
  });
});
