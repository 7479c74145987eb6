import { describe, expect, it } from "vitest";
import { euros } from "@/domain/money";
import {
  blankIndicator,
  blankPhase,
  parsePhases,
  slowestCadence,
  type TypedPhase,
  typedPhasesSchema,
} from "./phases";

const indicator = {
  name: "Agents actifs",
  definition: "Par mois",
  unit: "agents",
  cadence: "month",
  minimum: "1 200",
};
const first: TypedPhase = {
  name: "Essai",
  startMonth: "03/2021",
  endMonth: "08/2021",
  amount: "100 000",
  milestone: "Homologation signée",
  indicators: [indicator],
};
const second: TypedPhase = {
  ...first,
  name: "Ouverture",
  startMonth: "2021-08",
  endMonth: "2022-06",
};
const paths = (phases: readonly TypedPhase[], total = euros(100_000)) =>
  parsePhases(phases, total).errors.map(({ path }) => path);

describe("the phases of a project", () => {
  it("reads phases that share the plan to the cent", () => {
    const { phases, errors } = parsePhases([first, second], euros(200_000));
    expect(errors).toEqual([]);
    expect(phases.map(({ startMonth, amount }) => [startMonth, amount])).toEqual([
      ["2021-03", euros(100_000)],
      ["2021-08", euros(100_000)],
    ]);
    expect(phases[0]?.indicators[0]?.minimum).toBe(1200);
  });

  it("wants at least one phase", () => {
    expect(paths([])).toEqual(["phases.0.name"]);
    expect(paths([blankPhase()])).toEqual(["phases.0.name"]);
  });

  it.each<[Partial<TypedPhase>, string]>([
    [{ name: "" }, "phases.0.name"],
    [{ name: "x".repeat(121) }, "phases.0.name"],
    [{ startMonth: "mars" }, "phases.0.startMonth"],
    [{ endMonth: "" }, "phases.0.endMonth"],
    [{ endMonth: "02/2021" }, "phases.0.endMonth"],
    [{ amount: "0" }, "phases.0.amount"],
    [{ milestone: "" }, "phases.0.milestone"],
    [{ indicators: [] }, "phases.0.indicators.0.name"],
    [{ indicators: [blankIndicator()] }, "phases.0.indicators.0.name"],
    [{ indicators: [{ ...indicator, name: "" }] }, "phases.0.indicators.0.name"],
    [{ indicators: [{ ...indicator, definition: "" }] }, "phases.0.indicators.0.definition"],
    [{ indicators: [{ ...indicator, unit: "" }] }, "phases.0.indicators.0.unit"],
    [{ indicators: [{ ...indicator, cadence: "parfois" }] }, "phases.0.indicators.0.cadence"],
    [
      { indicators: [indicator, { ...indicator, minimum: "haut" }] },
      "phases.0.indicators.1.minimum",
    ],
  ])("refuses %j", (wrong, path) => {
    expect(paths([{ ...first, ...wrong }])).toEqual([path]);
  });

  it("refuses a phase that begins before the end of the one before", () => {
    expect(paths([first, { ...second, startMonth: "07/2021" }], euros(200_000))).toEqual([
      "phases.1.startMonth",
    ]);
  });

  it("tells both totals when they differ, even by a cent", () => {
    const [error] = parsePhases([{ ...first, amount: "99 999,99" }], euros(100_000)).errors;
    expect(error).toEqual({
      path: "phases.0.amount",
      message:
        "Les phases totalisent 99\u202F999,99\u00A0€ et le plan de financement 100\u202F000,00\u00A0€. Faites concorder les deux.",
    });
  });

  it("compares nothing while the plan cannot be read", () => {
    expect(parsePhases([first], null).errors).toEqual([]);
  });

  it.each([
    [["day", "week", "month"], "month"],
    [["month", "quarter"], "quarter"],
    [["quarter", "year"], "year"],
    [[], undefined],
  ])("reads the slowest of %j as %j", (cadences, slowest) => {
    const indicators = cadences.map((cadence) => ({ ...indicator, cadence }));
    const { phases } = parsePhases([{ ...first, indicators }], null);
    expect(slowestCadence(phases)).toBe(slowest);
  });

  it("keeps eight phases of six indicators at most", () => {
    expect(typedPhasesSchema.safeParse(Array(8).fill(first)).success).toBe(true);
    expect(typedPhasesSchema.safeParse(Array(9).fill(first)).success).toBe(false);
    expect(
      typedPhasesSchema.safeParse([{ ...first, indicators: Array(7).fill(indicator) }]).success,
    ).toBe(false);
  });
});
