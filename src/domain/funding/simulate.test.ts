import { describe, expect, it } from "vitest";
import { condition } from "@/domain/funding/conditions";
import { finding } from "@/domain/funding/finding";
import type { FindingCode, Verdict } from "@/domain/funding/types";
import { euros } from "@/domain/money";
import { CARRIER_KINDS, type CarrierKind, type ThemeRules } from "@/domain/themes/types";
import { codes, request, spending, staff } from "../../../tests/fixtures/simulation";
import { admits } from "./carriers";
import { simulate } from "./simulate";

const rules: ThemeRules = {
  code: "ITN1",
  version: 7,
  calls: [
    {
      key: "guichet",
      kind: "guichet",
      label: "Guichet ITN1",
      opensOn: "2021-01-04",
      closesOn: "2021-02-28",
      envelope: null,
      source: "Livret l.30",
    },
  ],
  funding: { rate: [3, 4], staffCost: "counterpart", sources: { rate: "Livret l.36" } },
  size: null,
  carriers: ["central-administration"],
  carriersSource: "Livret l.37",
  eligibility: [
    condition(
      "retrainingToDigitalJobs",
      (retraining) => !retraining,
      () => finding("OTHER_THEME", "Voyez ITN4.", "Livret l.886", { theme: "ITN4" }),
    ),
  ],
};
const good = { expenses: [spending(euros(100)), staff(euros(1))] };

describe("the verdict", () => {
  const late = { filedAt: new Date("2021-02-28T23:00:00.000Z") };
  const wrongCarrier = { carrier: { kind: "local-authority" as const } };
  const elsewhere = { answers: { retrainingToDigitalJobs: true } };
  const missing = { expenses: [spending(euros(100))] };

  it.each<[Verdict, FindingCode[], object]>([
    ["eligible", [], good],
    ["incomplete", ["T2_COUNTERPART_MISSING"], missing],
    ["redirect", ["OTHER_THEME", "T2_COUNTERPART_MISSING"], { ...missing, ...elsewhere }],
    [
      "ineligible",
      ["CARRIER_INELIGIBLE", "OTHER_THEME", "T2_COUNTERPART_MISSING"],
      { ...missing, ...elsewhere, ...wrongCarrier },
    ],
    [
      "not-open",
      ["LATE", "CARRIER_INELIGIBLE", "OTHER_THEME", "T2_COUNTERPART_MISSING"],
      { ...missing, ...elsewhere, ...wrongCarrier, ...late },
    ],
  ])("%s with %j, in order, the amounts computed all the same", (verdict, expected, input) => {
    const result = simulate(rules, request(input));
    expect(result.verdict).toBe(verdict);
    expect(codes(result)).toEqual(expected);
    expect(result.amounts?.grant).toBe(euros(75));
    expect(result).toMatchObject({ theme: "ITN1", themeVersion: 7 });
  });

  it("is not computable without rules, whatever else is found", () => {
    const result = simulate(
      { ...rules, funding: null },
      request({ ...missing, ...elsewhere, ...wrongCarrier, ...late }),
    );
    expect(result.verdict).toBe("not-computable");
    expect(codes(result)).toEqual([
      "NO_RULE_PUBLISHED",
      "LATE",
      "CARRIER_INELIGIBLE",
      "OTHER_THEME",
    ]);
    expect(result.amounts).toBeNull();
    expect(result.explanation).toEqual([]);
  });

  it("is not changed by warnings and information", () => {
    const result = simulate(rules, request({ ...good, requestedGrant: euros(10) }));
    expect(codes(result)).toEqual(["REQUESTED_GRANT_RETAINED"]);
    expect(result.verdict).toBe("eligible");
  });

  it("names the theme to go to", () => {
    const result = simulate(rules, request({ ...good, ...elsewhere }));
    expect(result.findings[0]).toMatchObject({ code: "OTHER_THEME", theme: "ITN4" });
  });

  it("redirects a filing for a kind of call the theme does not have", () => {
    const result = simulate(rules, request({ ...good, call: "aap" }));
    expect(result.verdict).toBe("redirect");
    expect(codes(result)).toEqual(["OTHER_CALL"]);
    expect(result.call).toEqual({ kind: "guichet", label: "Guichet ITN1" });
  });
});

describe("the calendar", () => {
  it("says since when a call is closed", () => {
    const result = simulate(rules, request({ ...good, filedAt: new Date("2021-03-01T12:00:00Z") }));
    expect(result.findings[0]?.message).toBe(
      "Guichet ITN1\u00A0: clos depuis le 28\u00A0février\u00A02021 à 23\u00A0h\u00A059 (heure de Paris).",
    );
  });

  it("says when a call opens", () => {
    const result = simulate(
      rules,
      request({ ...good, filedAt: new Date("2021-01-03T22:59:59.999Z") }),
    );
    expect(result.verdict).toBe("not-open");
    expect(result.findings[0]).toMatchObject({
      code: "NOT_OPEN",
      message: "Guichet ITN1\u00A0: ouverture le 4\u00A0janvier\u00A02021.",
      source: "Livret l.30",
    });
  });

  it("follows the calls an owner has opened instead of the published ones", () => {
    const reopened = {
      key: "guichet-2",
      kind: "guichet" as const,
      label: "Guichet ITN1, réouverture",
      opensAt: new Date("2021-05-01T00:00:00Z"),
      closesAt: null,
      monthlyRounds: false,
    };
    const filedAt = new Date("2021-06-01T00:00:00Z");
    expect(simulate(rules, request({ ...good, filedAt })).verdict).toBe("not-open");
    expect(simulate(rules, request({ ...good, filedAt }), [reopened])).toMatchObject({
      verdict: "eligible",
      call: { kind: "guichet", label: "Guichet ITN1, réouverture" },
    });
  });

  it("is not open when no call of the kind exists", () => {
    expect(simulate(rules, request(good), [])).toMatchObject({
      verdict: "not-open",
      call: null,
      findings: [{ code: "NOT_OPEN" }],
    });
  });

  it("gives the month of the jury, and says when it is the next", () => {
    const monthly = {
      ...rules,
      calls: rules.calls.map((call) => ({ ...call, rounds: "monthly" as const })),
    };
    const on = (iso: string) => simulate(monthly, request({ ...good, filedAt: new Date(iso) }));
    expect(on("2021-01-14T23:59:59.999+01:00")).toMatchObject({
      round: { juryMonth: "2021-01" },
      findings: [],
    });
    const next = on("2021-01-15T00:00:00+01:00");
    expect(next.round).toEqual({ juryMonth: "2021-02" });
    expect(next.verdict).toBe("eligible");
    expect(next.findings[0]).toMatchObject({
      code: "NEXT_ROUND",
      severity: "information",
      message:
        "Vous déposez après le 14\u00A0janvier\u00A02021\u00A0: votre dossier passera au jury de février\u00A02021.",
    });
    expect(on("2020-12-20T00:00:00Z").round).toBeNull();
  });
});

describe("the carrier", () => {
  const admitted = (carriers: readonly CarrierKind[]) =>
    CARRIER_KINDS.filter((kind) => admits(carriers, kind));

  it("a business directorate and a DNUM are admitted wherever a central administration is", () => {
    expect(admitted(["central-administration"])).toEqual([
      "central-administration",
      "business-directorate",
      "dnum",
    ]);
  });

  it("the reverse does not hold", () => {
    expect(admitted(["business-directorate", "state-operator"])).toEqual([
      "business-directorate",
      "state-operator",
    ]);
  });

  it("is told who may carry a project", () => {
    const result = simulate(rules, request({ ...good, carrier: { kind: "local-authority" } }));
    expect(result.findings[0]?.message).toBe(
      "Porteur non prévu par ITN1\u00A0: collectivité territoriale. Peuvent porter un projet\u00A0: administration centrale.",
    );
  });
});
