import { describe, expect, it } from "vitest";
import { simulate } from "@/domain/funding/simulate";
import { cents } from "@/domain/money";
import { itn6Rules } from "@/domain/themes/itn6/rules";
import { itn7Rules } from "@/domain/themes/itn7/rules";
import { DEMONSTRATION, request } from "../../../tests/fixtures/simulation";
import { MAX_EXPENSES, parseSimulationRequest } from "./request";
import { effectiveRate, toResponse } from "./response";

const line = {
  amount: "120000.00",
  nature: "T3",
  year: 2021,
  category: "development",
  nonEuropeanLicence: false,
  provider: { seatInFrance: true, innovative: true },
};
/** The request of the contract, whole. */
const whole = {
  carrier: { kind: "central-administration" },
  call: "guichet",
  filedAt: "2021-01-20T10:00:00+01:00",
  requestedGrant: "1200000.00",
  priorGrants: ["750000.00"],
  phaseOfLargerProject: false,
  projectTotal: "3000000.00",
  expenses: [line],
  answers: {
    procedureInObservatoire: true,
    inChargeOfProcedure: true,
    deconcentratedShare: "0.50",
    centralAdministrationInvolved: true,
    impactAnalysis: true,
    resultsWithinMonths: 3,
    frenchCompanyInvolved: true,
    onlySystemRebuild: false,
    dnumInformed: true,
    filedWithDnum: true,
    riePartnerNetworkSince: "2020-12-01",
    implementationWithinMonths: 12,
    hosting: "cercle-1",
    indicatorCadence: "month",
    tradeSpecificDomain: false,
    retrainingToDigitalJobs: false,
  },
};
const parse = (json: unknown) => parseSimulationRequest(json, DEMONSTRATION);
const fieldsOf = (json: unknown) => {
  const parsed = parse(json);
  return parsed.success ? [] : parsed.fields;
};

describe("the request of the API", () => {
  it("is read whole", () => {
    const parsed = parse(whole);
    expect(parsed).toMatchObject({
      success: true,
      input: {
        carrier: { kind: "central-administration" },
        call: "guichet",
        filedAt: new Date("2021-01-20T09:00:00Z"),
        requestedGrant: 120_000_000,
        priorGrants: [75_000_000],
        projectTotal: 300_000_000,
        expenses: [{ ...line, amount: 12_000_000 }],
        answers: { ...whole.answers, deconcentratedShare: 5_000 },
      },
    });
  });

  it("needs a carrier and a list of expenses only; the clock is the portal's", () => {
    expect(parse({ carrier: { kind: "dnum" }, expenses: [] })).toEqual({
      success: true,
      input: {
        carrier: { kind: "dnum" },
        filedAt: DEMONSTRATION,
        priorGrants: [],
        phaseOfLargerProject: false,
        expenses: [],
        answers: {},
      },
    });
  });

  const withLine = (more: object) => ({ ...whole, expenses: [{ ...line, ...more }] });
  const withAnswer = (more: object) => ({ ...whole, answers: more });
  it.each<[string, object]>([
    ["carrier", { ...whole, carrier: undefined }],
    ["carrier.kind", { ...whole, carrier: { kind: "ministry" } }],
    ["carrier.name", { ...whole, carrier: { kind: "dnum", name: "DNUM" } }],
    ["call", { ...whole, call: "session" }],
    ["filedAt", { ...whole, filedAt: "2021-01-20T10:00:00" }],
    ["filedAt", { ...whole, filedAt: "2021-01-20" }],
    ["filedAt", { ...whole, filedAt: "1999-12-31T10:00:00Z" }],
    ["requestedGrant", { ...whole, requestedGrant: 1_200_000 }],
    ["requestedGrant", { ...whole, requestedGrant: "-1.00" }],
    ["priorGrants.0", { ...whole, priorGrants: ["1.5"] }],
    ["phaseOfLargerProject", { ...whole, phaseOfLargerProject: "yes" }],
    ["projectTotal", { ...whole, projectTotal: "1e6" }],
    ["expenses", { ...whole, expenses: undefined }],
    ["expenses", { ...whole, expenses: Array(MAX_EXPENSES + 1).fill(line) }],
    ["expenses.0.amount", withLine({ amount: "120000" })],
    ["expenses.0.amount", withLine({ amount: "120000,00" })],
    ["expenses.0.amount", withLine({ amount: "120000.000" })],
    ["expenses.0.nature", withLine({ nature: "T5" })],
    ["expenses.0.year", withLine({ year: 2019 })],
    ["expenses.0.year", withLine({ year: 2036 })],
    ["expenses.0.year", withLine({ year: 2021.5 })],
    ["expenses.0.category", withLine({ category: "consulting" })],
    ["expenses.0.provider.innovative", withLine({ provider: { seatInFrance: true } })],
    ["expenses.0.label", withLine({ label: "Prestation" })],
    ["answers.deconcentratedShare", withAnswer({ deconcentratedShare: "1.0001" })],
    ["answers.deconcentratedShare", withAnswer({ deconcentratedShare: "0.12345" })],
    ["answers.deconcentratedShare", withAnswer({ deconcentratedShare: 0.5 })],
    ["answers.resultsWithinMonths", withAnswer({ resultsWithinMonths: -1 })],
    ["answers.resultsWithinMonths", withAnswer({ resultsWithinMonths: 2.5 })],
    ["answers.riePartnerNetworkSince", withAnswer({ riePartnerNetworkSince: "2020-02-30" })],
    ["answers.hosting", withAnswer({ hosting: "cloud" })],
    ["answers.population", withAnswer({ population: 1 })],
    ["theme", { ...whole, theme: "ITN6" }],
  ])("refuses %s", (path, json) => {
    const fields = fieldsOf(json);
    expect(fields.map((field) => field.path)).toEqual([path]);
    // A French sentence, never the library's.
    expect(fields[0]?.message).toMatch(/^(Cette|Cet|Le|La|L’) .+\.$|^(Cette|Le|La) .+"$|Exemple/);
    expect(fields[0]?.message).not.toMatch(/invalid|expected|unrecognized/i);
  });

  it.each([["text"], [null], [[]], [42]])("refuses %j at the root", (json) => {
    expect(fieldsOf(json)).toEqual([{ path: "", message: "Cette valeur doit être un objet." }]);
  });

  it.each([
    ["0", 0],
    ["1", 10_000],
    ["0.5", 5_000],
    ["0.4999", 4_999],
    ["1.0000", 10_000],
  ])("reads the share %s exactly", (text, share) => {
    const parsed = parse(withAnswer({ deconcentratedShare: text }));
    expect(parsed.success && parsed.input.answers.deconcentratedShare).toBe(share);
  });

  it("sets no bound the contract does not set", () => {
    expect(parse(withAnswer({ resultsWithinMonths: 240 })).success).toBe(true);
    expect(parse({ ...whole, priorGrants: Array(500).fill("1.00") }).success).toBe(true);
  });

  it("refuses a key that means something to JavaScript like the others", () => {
    const hostile = JSON.parse('{"carrier":{"kind":"dnum"},"expenses":[],"__proto__":{"a":1}}');
    expect(fieldsOf(hostile).map((field) => field.path)).toEqual(["__proto__"]);
  });

  it("reads the years and the number of lines at their bounds", () => {
    expect(parse(withLine({ year: 2020 })).success).toBe(true);
    expect(parse(withLine({ year: 2035 })).success).toBe(true);
    expect(parse({ ...whole, expenses: Array(MAX_EXPENSES).fill(line) }).success).toBe(true);
  });

  it("refuses a sum that would no longer be exact", () => {
    const half = { ...line, amount: "5000000000000.00" };
    expect(fieldsOf({ ...whole, expenses: [half] })).toEqual([]);
    expect(fieldsOf({ ...whole, expenses: [half, half] })).toMatchObject([{ path: "expenses" }]);
  });
});

describe("the response of the API", () => {
  it("is the example of the contract: ITN6, 60 000 €", () => {
    const parsed = parse({
      carrier: { kind: "central-administration" },
      expenses: [{ ...line, amount: "60000.00" }],
      answers: { impactAnalysis: true, resultsWithinMonths: 3 },
    });
    if (!parsed.success) throw new Error("refused");
    const label =
      "Financé à 100\u00A0% jusqu’à 48\u202F000,00\u00A0€\u202F; les 12\u202F000,00\u00A0€ restants sont à votre charge.";
    expect(toResponse(simulate(itn6Rules, parsed.input))).toEqual({
      theme: "ITN6",
      themeVersion: 1,
      verdict: "eligible",
      total: "60000.00",
      base: "60000.00",
      grant: "48000.00",
      remaining: "12000.00",
      effectiveRate: "0.8000",
      call: { kind: "guichet", label: "Guichet ITN6" },
      round: null,
      findings: [
        {
          code: "GRANT_CAPPED",
          severity: "information",
          message: label,
          source: "Livret l.366",
          interpretation: false,
        },
      ],
      explanation: [
        { rule: "full-funding-threshold", label, amount: "48000.00", source: "Livret l.366" },
      ],
    });
  });

  it("has no amounts when nothing is published", () => {
    const result = simulate(itn7Rules, request({ carrier: { kind: "local-authority" } }));
    expect(toResponse(result)).toMatchObject({
      verdict: "not-computable",
      total: null,
      base: null,
      grant: null,
      remaining: null,
      effectiveRate: null,
      explanation: [],
    });
  });

  it.each([
    [0, 0, "0.0000"],
    [0, 100, "0.0000"],
    [100, 100, "1.0000"],
    [375_000_00, 500_000_01, "0.7500"],
    [1, 3, "0.3333"],
    [2, 3, "0.6667"],
    [999_999_999_999_999, 999_999_999_999_999, "1.0000"],
  ])("%d over %d is %s", (grant, total, rate) => {
    expect(effectiveRate(cents(grant), cents(total))).toBe(rate);
  });
});
