import { describe, expect, it } from "vitest";
import { simulate } from "@/domain/funding/simulate";
import { codes, request } from "../../../../tests/fixtures/simulation";
import { itn7Rules } from "./rules";

describe("ITN7", () => {
  const open = new Date("2021-01-24T23:00:00.000Z");

  it("computes nothing, and says why", () => {
    const result = simulate(
      itn7Rules,
      request({ carrier: { kind: "local-authority" }, filedAt: open }),
    );
    expect(result).toMatchObject({ verdict: "not-computable", amounts: null, explanation: [] });
    expect(codes(result)).toEqual(["NO_RULE_PUBLISHED"]);
    expect(result.findings[0]?.message).toBe(
      "Aucune règle de financement n’est publiée pour ITN7\u00A0: le portail ne calcule pas de subvention.",
    );
  });

  it("still tells the calendar and the carrier (Action 6-2 l.67, l.76)", () => {
    const result = simulate(itn7Rules, request({ filedAt: new Date(open.getTime() - 1) }));
    expect(codes(result)).toEqual(["NO_RULE_PUBLISHED", "NOT_OPEN", "CARRIER_INELIGIBLE"]);
    expect(result.verdict).toBe("not-computable");
  });
});
