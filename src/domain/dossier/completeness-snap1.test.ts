import { describe, expect, it } from "vitest";
import type { SimulationResult } from "@/domain/funding/types";
import { cents } from "@/domain/money";
import { spend, staff } from "@/domain/themes/sample";
import { snap1Form } from "@/domain/themes/snap1/form";
import { snap1Sample } from "@/domain/themes/snap1/sample";
import { CARRIER_KINDS } from "@/domain/themes/types";
import { type Draft, missing } from "./completeness";

const { typed = {}, lines } = snap1Sample;
const draft = (more: Partial<Draft> = {}): Draft => ({
  form: snap1Form,
  theme: { commitments: [] },
  answers: typed,
  lines,
  simulation: null,
  accepted: [],
  ...more,
});
const paths = (more: Partial<Draft>) => missing(draft(more)).map(({ path }) => path);

describe("what stands before the filing of SNAP1", () => {
  it("is nothing for its sample, and one line per wrong site", () => {
    expect(missing(draft())).toEqual([]);
    const sites = (typed.sites as object[]).map((site, index) =>
      index === 2 ? { ...site, agents: "", shared: "" } : site,
    );
    expect(missing(draft({ answers: { ...typed, sites } }))).toMatchObject([
      { kind: "sites", effect: "blocks", step: "sites", path: "sites.2.agents" },
    ]);
    expect(paths({ answers: { ...typed, sites: [] } })).toEqual(["sites.0.name"]);
    expect(paths({ answers: { ...typed, sites: "rien" } })).toEqual(["sites.0.name"]);
  });

  it.each(CARRIER_KINDS.map((kind) => [kind, kind === "state-operator"]))(
    "asks a %s since when its network exists: %s (Livret l.638)",
    (carrier, asked) => {
      expect(paths({ carrier })).toEqual(asked ? ["riePartnerNetworkSince"] : []);
      const answers = { ...typed, riePartnerNetworkSince: "15/06/2019" };
      expect(paths({ carrier, answers })).toEqual([]);
    },
  );
});

describe("co-financers before a filing", () => {
  const simulation = (grant: number): SimulationResult => ({
    theme: "SNAP1",
    themeVersion: 1,
    verdict: "eligible",
    amounts: { total: cents(0), base: cents(0), grant: cents(grant), remaining: cents(0) },
    call: null,
    round: null,
    findings: [],
    explanation: [],
  });
  const coFinancer = (typedAmount: string, more: object = {}) => [
    { name: "Région", typedAmount, certainty: "acquired", ...more },
  ];
  const plan = [spend("Fibre", "telecom", "100"), staff("Agent", "20")];
  const found = (grant: number, typedAmount: string, more: object = {}) =>
    missing(
      draft({
        lines: plan,
        simulation: simulation(grant),
        coFinancers: coFinancer(typedAmount, more),
      }),
    ).map(({ path, effect }) => [path, effect]);

  it.each([
    [10_000, "0,01", {}, [["coFinancers.0.typedAmount", "acknowledge"]]],
    [9_999, "0,01", {}, []],
    [10_000, "20", {}, [["coFinancers.0.typedAmount", "acknowledge"]]],
    [10_000, "20,01", {}, [["coFinancers.0.typedAmount", "blocks"]]],
    [5_000, "10", { certainty: "" }, [["coFinancers.0.certainty", "blocks"]]],
  ] as const)("with a grant of %i cents and %s € of others", (grant, amount, more, expected) => {
    expect(found(grant, amount, more)).toEqual(expected);
  });
});
