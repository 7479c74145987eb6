import { describe, expect, test } from "vitest";
import { inTransaction } from "@/server/database/client";
import { installReferenceData } from "@/server/reference-data";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { CODES, line, post, simulated, staff } from "./api-calls";

// The table below is longer than a minute's allowance.
process.env.API_RATE_LIMIT = "1000000";

const db = await testDatabase();
await inTransaction(installReferenceData);
await setClock("2021-01-20T10:00:00+01:00");

const AT = "2021-01-20T10:00:00+01:00";

/** A project that each theme finds eligible, on the day of the demonstration unless told. */
const GOOD: Record<string, object> = {
  ITN1: {
    carrier: { kind: "central-administration" },
    expenses: [line("100000.00")],
    answers: { procedureInObservatoire: true, inChargeOfProcedure: true },
  },
  ITN2: { carrier: { kind: "business-directorate" }, expenses: [line("200000.00")] },
  ITN3: {
    carrier: { kind: "deconcentrated-service" },
    expenses: [line("200000.00"), staff("50000.00")],
    answers: { deconcentratedShare: "0.50", centralAdministrationInvolved: true },
  },
  ITN4: { carrier: { kind: "dnum" }, expenses: [line("1000.00")] },
  ITN5: { carrier: { kind: "state-operator" }, expenses: [line("99999.99")] },
  ITN6: {
    carrier: { kind: "public-laboratory" },
    expenses: [line("20000.00", { provider: { seatInFrance: true, innovative: true } })],
    answers: { impactAnalysis: true, resultsWithinMonths: 3 },
  },
  ...Object.fromEntries(
    ["ITN8A", "ITN8B", "ITN8C", "ITN8D"].map((code) => [
      code,
      {
        carrier: { kind: "deconcentrated-service" },
        expenses: [line("150000.01")],
        answers: { frenchCompanyInvolved: true, resultsWithinMonths: 12, onlySystemRebuild: false },
      },
    ]),
  ),
  SNAP1: {
    carrier: { kind: "state-operator" },
    expenses: [line("100000.00", { category: "telecom" })],
    answers: { filedWithDnum: true, riePartnerNetworkSince: "2020-12-01" },
  },
  SNAP2A: {
    carrier: { kind: "state-operator" },
    expenses: [line("100000.00"), staff("10000.00")],
    answers: { dnumInformed: true, implementationWithinMonths: 12 },
  },
  SNAP2B: {
    carrier: { kind: "dnum" },
    expenses: [line("50000.00"), staff("10000.00")],
    answers: { dnumInformed: false },
  },
  SNAP3: {
    carrier: { kind: "dnum" },
    expenses: [line("500000.00")],
    answers: { frenchCompanyInvolved: true, indicatorCadence: "month", hosting: "other" },
  },
  SNAP4: {
    carrier: { kind: "central-administration" },
    expenses: [line("500000.00")],
    answers: {
      dnumInformed: true,
      frenchCompanyInvolved: true,
      indicatorCadence: "month",
      hosting: "secnumcloud",
      tradeSpecificDomain: false,
    },
  },
  SNAP5: {
    carrier: { kind: "state-operator" },
    expenses: [line("30000.00")],
    answers: { retrainingToDigitalJobs: false },
  },
};

const good = (code: string, more: object = {}) => ({ filedAt: AT, ...GOOD[code], ...more });
const answering = (code: string, answers: object) => good(code, { answers });
const carriedBy = (code: string, kind: string) => good(code, { carrier: { kind } });
const spending = (code: string, ...expenses: object[]) => good(code, { expenses });
const filed = (code: string, filedAt: string) => good(code, { filedAt });

/** Notices that a good project of these themes may carry. */
const OF_GOOD: Record<string, string[]> = { SNAP2A: ["NEXT_ROUND"], SNAP2B: ["NEXT_ROUND"] };

describe("a project that respects every rule", () => {
  test.each(Object.keys(GOOD))("of %s is eligible, without another word", async (code) => {
    const { verdict, findings, theme, themeVersion } = await simulated(code, good(code));
    expect({ verdict, theme, themeVersion }).toEqual({
      verdict: "eligible",
      theme: code,
      themeVersion: 1,
    });
    expect(findings.map(({ code: found }: { code: string }) => found)).toEqual(OF_GOOD[code] ?? []);
  });

  test.each(Object.keys(GOOD))("of %s with nothing answered raises no objection", async (code) => {
    const { verdict } = await simulated(code, answering(code, {}));
    expect(verdict).toBe("eligible");
  });
});

const foreign = line("100000.00", { category: "licence", nonEuropeanLicence: true });
const innovative = { provider: { seatInFrance: true, innovative: true } };

/** Theme, request, code, verdict. Every code of the contract is here. */
const FINDINGS: [string, object, string, string][] = [
  ["ITN1", carriedBy("ITN1", "local-authority"), "CARRIER_INELIGIBLE", "ineligible"],
  ["ITN2", carriedBy("ITN2", "dnum"), "CARRIER_INELIGIBLE", "ineligible"],
  ["ITN2", carriedBy("ITN2", "central-administration"), "CARRIER_INELIGIBLE", "ineligible"],
  ["ITN5", carriedBy("ITN5", "dnum"), "CARRIER_INELIGIBLE", "ineligible"],
  ["ITN6", carriedBy("ITN6", "deconcentrated-service"), "CARRIER_INELIGIBLE", "ineligible"],
  ["SNAP3", carriedBy("SNAP3", "deconcentrated-service"), "CARRIER_INELIGIBLE", "ineligible"],
  ["SNAP5", carriedBy("SNAP5", "public-laboratory"), "CARRIER_INELIGIBLE", "ineligible"],
  [
    "ITN1",
    answering("ITN1", { procedureInObservatoire: false }),
    "PROCEDURE_NOT_LISTED",
    "ineligible",
  ],
  [
    "ITN1",
    answering("ITN1", { inChargeOfProcedure: false }),
    "NOT_IN_CHARGE_OF_PROCEDURE",
    "ineligible",
  ],
  [
    "ITN3",
    answering("ITN3", { deconcentratedShare: "0.4999" }),
    "DECONCENTRATED_SHARE_LOW",
    "ineligible",
  ],
  [
    "ITN3",
    answering("ITN3", { centralAdministrationInvolved: false }),
    "CENTRAL_ADMINISTRATION_MISSING",
    "ineligible",
  ],
  [
    "ITN6",
    spending("ITN6", line("15000.00", innovative), line("15000.01")),
    "INNOVATIVE_SHARE_LOW",
    "ineligible",
  ],
  ["ITN6", answering("ITN6", { resultsWithinMonths: 4 }), "RESULTS_TOO_LATE", "ineligible"],
  ["ITN6", answering("ITN6", { impactAnalysis: false }), "IMPACT_ANALYSIS_MISSING", "ineligible"],
  [
    "ITN8A",
    answering("ITN8A", { frenchCompanyInvolved: false }),
    "FRENCH_COMPANY_MISSING",
    "ineligible",
  ],
  ["ITN8C", answering("ITN8C", { resultsWithinMonths: 13 }), "RESULTS_TOO_LATE", "ineligible"],
  ["ITN8D", answering("ITN8D", { onlySystemRebuild: true }), "ONLY_SYSTEM_REBUILD", "ineligible"],
  [
    "SNAP1",
    answering("SNAP1", { riePartnerNetworkSince: "2020-12-02" }),
    "RIE_NETWORK_TOO_RECENT",
    "ineligible",
  ],
  [
    "SNAP3",
    answering("SNAP3", { frenchCompanyInvolved: false }),
    "FRENCH_COMPANY_MISSING",
    "ineligible",
  ],
  [
    "SNAP3",
    answering("SNAP3", { indicatorCadence: "quarter" }),
    "INDICATOR_CADENCE_TOO_SLOW",
    "ineligible",
  ],
  [
    "SNAP4",
    answering("SNAP4", { indicatorCadence: "year" }),
    "INDICATOR_CADENCE_TOO_SLOW",
    "ineligible",
  ],
  ["SNAP4", answering("SNAP4", { hosting: "other" }), "HOSTING_NOT_COMPLIANT", "ineligible"],
  [
    "SNAP4",
    answering("SNAP4", { tradeSpecificDomain: true }),
    "TRADE_SPECIFIC_DOMAIN",
    "ineligible",
  ],
  [
    "SNAP1",
    answering("SNAP1", { filedWithDnum: false }),
    "DNUM_JOINT_FILING_MISSING",
    "incomplete",
  ],
  ["SNAP4", answering("SNAP4", { dnumInformed: false }), "DNUM_INFORMATION_MISSING", "incomplete"],
  ["SNAP2A", spending("SNAP2A", line("100000.00")), "T2_COUNTERPART_MISSING", "incomplete"],
  ["SNAP2B", spending("SNAP2B", line("50000.00")), "T2_COUNTERPART_MISSING", "incomplete"],
  ["ITN3", filed("ITN3", "2020-11-30T23:59:59.999+01:00"), "NOT_OPEN", "not-open"],
  ["ITN3", filed("ITN3", "2021-02-01T00:00:00+01:00"), "LATE", "not-open"],
  ["ITN5", spending("ITN5", line("100000.00")), "LATE", "not-open"],
  ["ITN5", good("ITN5", { call: "aap" }), "OTHER_CALL", "not-open"],
  [
    "ITN5",
    good("ITN5", { call: "guichet", expenses: [line("100000.00")] }),
    "OTHER_CALL",
    "redirect",
  ],
  ["ITN6", good("ITN6", { call: "aap" }), "OTHER_CALL", "redirect"],
  ["SNAP5", answering("SNAP5", { retrainingToDigitalJobs: true }), "OTHER_THEME", "redirect"],
  [
    "ITN7",
    { carrier: { kind: "local-authority" }, expenses: [line("1.00")] },
    "NO_RULE_PUBLISHED",
    "not-computable",
  ],
  ["ITN1", spending("ITN1", line("49999.99")), "SIZE_OUT", "eligible"],
  ["ITN1", spending("ITN1", line("1000000.01")), "SIZE_OUT", "eligible"],
  [
    "ITN8B",
    good("ITN8B", { carrier: { kind: "dnum" }, expenses: [line("250000.00")] }),
    "SIZE_OUT",
    "eligible",
  ],
  ["ITN8B", spending("ITN8B", line("150000.00")), "SIZE_OUT", "eligible"],
  ["SNAP2A", spending("SNAP2A", line("99999.99"), staff("5000.00")), "SIZE_OUT", "eligible"],
  ["ITN1", spending("ITN1", line("100000.00"), staff("5000.00")), "T2_NOT_ACCEPTED", "eligible"],
  [
    "SNAP3",
    spending("SNAP3", line("500000.00"), line("40000.00", { year: 2023 })),
    "EXPENSE_OUT_OF_BASE",
    "eligible",
  ],
  ["SNAP4", spending("SNAP4", line("500000.00"), foreign), "EXPENSE_OUT_OF_BASE", "eligible"],
  [
    "SNAP1",
    spending("SNAP1", line("100000.00", { category: "terminal" })),
    "EXPENSE_OUT_OF_BASE",
    "eligible",
  ],
  [
    "SNAP2B",
    spending("SNAP2B", line("50000.00", { category: "training" }), staff("1.00")),
    "EXPENSE_OUT_OF_BASE",
    "eligible",
  ],
  ["ITN6", spending("ITN6", line("48000.01", innovative)), "GRANT_CAPPED", "eligible"],
  ["SNAP3", spending("SNAP3", line("2666666.68")), "GRANT_CAPPED", "eligible"],
  ["SNAP4", spending("SNAP4", line("4000000.02")), "GRANT_CAPPED", "eligible"],
  ["ITN3", spending("ITN3", line("100000.00"), staff("300000.00")), "GRANT_CAPPED", "eligible"],
  [
    "SNAP3",
    good("SNAP3", { priorGrants: ["1500000.00", "500000.00"] }),
    "PROJECT_CAP_REACHED",
    "eligible",
  ],
  ["ITN2", good("ITN2", { requestedGrant: "99999.99" }), "REQUESTED_GRANT_RETAINED", "eligible"],
  [
    "SNAP2A",
    answering("SNAP2A", { implementationWithinMonths: 13 }),
    "IMPLEMENTATION_TOO_LONG",
    "eligible",
  ],
  ["ITN4", spending("ITN4", line("9000000.01")), "DIRECTOR_OPINION_REQUIRED", "eligible"],
  ["SNAP2B", filed("SNAP2B", "2021-01-15T00:00:00+01:00"), "NEXT_ROUND", "eligible"],
];

describe("each finding", () => {
  test.each(FINDINGS)("%s %j: %s, %s", async (theme, request, code, verdict) => {
    const answer = await simulated(theme, request);
    const found = answer.findings.filter((finding: { code: string }) => finding.code === code);
    expect(found).toHaveLength(1);
    expect(found[0].source).toMatch(/^(Livret|Action 6-2|COSINUM) l\.\d/);
    expect(found[0].message).toMatch(/^[A-ZÀÉ0-9].*[.]$/);
    expect(answer.verdict).toBe(verdict);
    expect("theme" in found[0]).toBe(code === "OTHER_THEME");
    if (code === "OTHER_THEME") expect(found[0].theme).toBe("ITN4");
  });

  test("of the contract is in this table, and no other", () => {
    expect([...new Set(FINDINGS.map(([, , code]) => code))].sort()).toEqual([...CODES].sort());
  });
});

describe("the order of verdicts", () => {
  const failing = {
    carrier: { kind: "local-authority" },
    answers: { retrainingToDigitalJobs: true },
    expenses: [],
  };
  test.each([
    // Everything fails at once; then one reason less each time.
    ["ITN7", { ...failing, filedAt: "2021-01-01T00:00:00Z" }, "not-computable"],
    ["SNAP5", { ...failing, filedAt: "2021-01-01T00:00:00Z" }, "not-open"],
    ["SNAP5", { ...failing, filedAt: AT }, "ineligible"],
    ["SNAP5", { ...failing, filedAt: AT, carrier: { kind: "state-operator" } }, "redirect"],
    ["SNAP2A", good("SNAP2A", { call: "aap", answers: { dnumInformed: false } }), "redirect"],
    ["SNAP2A", answering("SNAP2A", { dnumInformed: false }), "incomplete"],
  ])("%s %j is %s", async (theme, request, verdict) => {
    const answer = await simulated(theme, request);
    expect(answer.verdict).toBe(verdict);
  });

  test("loses no finding", async () => {
    const { findings } = await simulated("SNAP4", {
      carrier: { kind: "local-authority" },
      filedAt: "2020-11-01T00:00:00Z",
      expenses: [staff("9000000.01"), line("10.00", { year: 2024 })],
      requestedGrant: "0.00",
      priorGrants: ["8000000.00"],
      answers: {
        dnumInformed: false,
        frenchCompanyInvolved: false,
        indicatorCadence: "quarter",
        hosting: "other",
        tradeSpecificDomain: true,
      },
    });
    expect(findings.map(({ code }: { code: string }) => code).sort()).toEqual([
      "CARRIER_INELIGIBLE",
      "DIRECTOR_OPINION_REQUIRED",
      "DNUM_INFORMATION_MISSING",
      "EXPENSE_OUT_OF_BASE",
      "FRENCH_COMPANY_MISSING",
      "GRANT_CAPPED",
      "HOSTING_NOT_COMPLIANT",
      "INDICATOR_CADENCE_TOO_SLOW",
      "NOT_OPEN",
      "PROJECT_CAP_REACHED",
      "SIZE_OUT",
      "TRADE_SPECIFIC_DOMAIN",
    ]);
  });
});

test("the clock is the portal's when the request gives no instant", async () => {
  const { filedAt: _, ...request } = good("ITN3") as { filedAt: string };
  expect((await simulated("ITN3", request)).verdict).toBe("eligible");
});

test("the dates are those that owners have set", async () => {
  await db.call.updateMany({
    where: { themeCode: "ITN5", key: "aap-2" },
    data: {
      opensAt: new Date("2021-04-01T00:00:00+02:00"),
      closesAt: new Date("2021-06-30T23:59:59.999+02:00"),
    },
  });
  const request = good("ITN5", {
    expenses: [line("100000.00")],
    filedAt: "2021-05-01T10:00:00+02:00",
  });
  expect(await simulated("ITN5", request)).toMatchObject({
    verdict: "eligible",
    call: { kind: "aap", label: "Appel à projets ITN5, 2e session" },
  });
  await db.call.updateMany({
    where: { themeCode: "ITN5", key: "aap-2" },
    data: { opensAt: null, closesAt: null },
  });
});

test("an unknown theme is a 404; a code is written in capitals", async () => {
  for (const code of ["ITN9", "itn3", "", "__proto__", "constructor"]) {
    expect((await post(code, good("ITN3"))).status, code).toBe(404);
  }
});
