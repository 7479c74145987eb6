import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents, sum } from "@/domain/money";
import type { Baseline } from "./baseline";
import {
  answering,
  baselineDifference,
  changedBaseline,
  changeObstacle,
  type Proposed,
  proposedWords,
  type Standing,
} from "./changes";
import { formatQuantity, parseQuantity } from "./gains";

const phase = (position: number, startsOn: string, endsOn: string, grant: number) => ({
  position,
  name: `Phase ${position}`,
  startsOn,
  endsOn,
  amount: cents(grant * 2),
  grant: cents(grant),
  milestone: `Jalon ${position}`,
  indicators: [],
});

const BASELINE = {
  filing: 1,
  theme: "SNAP4",
  grant: cents(1000),
  total: cents(2000),
  base: cents(2000),
  startsOn: "2021-01-01",
  endsOn: "2021-12-31",
  suspendedOn: null,
  lines: [],
  coFinancing: [],
  partners: ["Préfecture"],
  phases: [
    phase(1, "2021-01-01", "2021-04-30", 200),
    phase(2, "2021-05-01", "2021-08-31", 300),
    phase(3, "2021-09-01", "2021-12-31", 500),
  ],
  milestones: [],
  spending: [{ month: "2021-01", amount: cents(2000), t2: cents(0) }],
  commitments: [],
  scope: [],
} as Baseline;
const NOW: Standing = { today: "2021-06-15", funded: [1, 2], passed: [1] };

describe("a later end", () => {
  test("moves what is not passed, and nothing of what is", () => {
    const after = changedBaseline(BASELINE, { kind: "delay", endsOn: "2022-01-10" }, NOW);
    expect(after.phases.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
      ["2021-01-01", "2021-04-30"],
      ["2021-05-01", "2021-09-10"],
      ["2021-09-11", "2022-01-10"],
    ]);
    expect(after.milestones.map(({ on }) => on)).toEqual([
      "2021-04-30",
      "2021-09-10",
      "2022-01-10",
    ]);
  });

  test.each([
    ["2021-12-31", /déjà la fin/],
    ["2021-06-14", /aujourd’hui ou plus tard/],
  ] as const)("is not %s", (endsOn, sentence) => {
    expect(() => changedBaseline(BASELINE, { kind: "delay", endsOn }, NOW)).toThrow(sentence);
  });

  test("is today at the earliest, unless a phase would end before it starts", () => {
    const whole = { ...BASELINE, phases: [] };
    expect(changedBaseline(whole, { kind: "delay", endsOn: "2021-06-15" }, NOW).endsOn).toBe(
      "2021-06-15",
    );
    const late = { ...NOW, today: "2021-10-01" as const };
    expect(() =>
      changedBaseline(BASELINE, { kind: "delay", endsOn: "2021-10-02" }, late),
    ).not.toThrow();
  });
});

describe("a lower amount", () => {
  test.each([
    [999, true],
    [500, true],
    [499, false],
    [1000, false],
    [1001, false],
  ])("of %s cents, 500 of them funded: %s", (grant, fits) => {
    const change = () => changedBaseline(BASELINE, { kind: "amount", grant: cents(grant) }, NOW);
    if (!fits) expect(change).toThrow();
    else expect(sum(change().phases.map((each) => each.grant))).toBe(grant);
  });

  test("whatever is funded, the shares are the grant and the funded ones do not move", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999 }),
        fc.subarray([1, 2, 3], { minLength: 1, maxLength: 2 }),
        (grant, funded) => {
          const floor = sum(
            BASELINE.phases.filter(({ position }) => funded.includes(position)).map((p) => p.grant),
          );
          const change = () =>
            changedBaseline(BASELINE, { kind: "amount", grant: cents(grant) }, { ...NOW, funded });
          if (grant < floor) {
            expect(change).toThrow();
            return;
          }
          const after = change();
          expect(sum(after.phases.map((each) => each.grant))).toBe(grant);
          for (const each of after.phases.filter(({ position }) => funded.includes(position))) {
            expect(each.grant).toBe(BASELINE.phases[each.position - 1]?.grant);
          }
        },
      ),
    ));

  test("without phases is anything above nothing", () => {
    const whole = { ...BASELINE, phases: [] };
    expect(changedBaseline(whole, { kind: "amount", grant: cents(1) }, NOW).grant).toBe(1);
    expect(() => changedBaseline(whole, { kind: "amount", grant: cents(0) }, NOW)).toThrow(
      /abandon/,
    );
  });
});

test.each([
  ["suspension", false, null],
  ["suspension", true, "Le projet est déjà suspendu."],
  ["resumption", false, "Le projet n’est pas suspendu."],
  ["resumption", true, null],
  ["abandonment", true, null],
] as const)("%s of a project suspended %s: %s", (kind, suspended, obstacle) => {
  expect(changeObstacle(kind, suspended)).toBe(obstacle);
});

test("what moves money or ends the project is its owner's to answer", () => {
  expect(answering("amount")).toBe("answer-award-change");
  expect(answering("abandonment")).toBe("answer-award-change");
  expect(answering("delay")).toBe("answer-change");
});

test.each([
  [{ kind: "delay", endsOn: "2022-01-01" }, "Nouvelle fin\u00A0: 1er\u00A0janvier\u00A02022."],
  [{ kind: "amount", grant: cents(100) }, "Subvention gardée\u00A0: 1,00\u00A0€."],
  [{ kind: "partner", partners: [] }, "Organisations associées\u00A0: Aucune."],
  [{ kind: "suspension" }, "Le projet s’arrête jusqu’à sa reprise."],
] as const)("what is proposed is told: %j", (proposed, words) => {
  expect(proposedWords({ ...proposed } as Proposed)).toBe(words);
});

test("a difference tells what moved, and only that", () => {
  const suspended = changedBaseline(BASELINE, { kind: "suspension" }, NOW);
  expect(baselineDifference(BASELINE, BASELINE)).toEqual([]);
  expect(baselineDifference(BASELINE, suspended)).toEqual([
    { what: "Suspension", before: "Aucune", after: "Depuis le 15\u00A0juin\u00A02021" },
  ]);
  const alone = changedBaseline(BASELINE, { kind: "partner", partners: [] }, NOW);
  expect(baselineDifference(BASELINE, alone)).toEqual([
    { what: "Organisations associées", before: "Préfecture", after: "Aucune" },
  ]);
  const scope = changedBaseline(BASELINE, { kind: "scope", scope: "Trois services." }, NOW);
  expect(baselineDifference(BASELINE, scope)).toEqual([
    { what: "Périmètre", before: "Comme déposé", after: "Trois services." },
  ]);
});

test.each([
  ["1\u202F600", 1_600_000n, "1\u202F600"],
  ["0,5", 500n, "0,5"],
  ["12.345", 12_345n, "12,345"],
  ["12,3456", null, ""],
  ["-1", null, ""],
  ["", null, ""],
])("a quantity typed %j is read exactly", (typed, thousandths, written) => {
  expect(parseQuantity(typed)).toBe(thousandths);
  if (thousandths !== null) expect(formatQuantity(thousandths)).toBe(written);
});
