import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EnvelopeLevel } from "@/domain/funding/envelopes";
import { type Cents, cents, euros, ZERO } from "@/domain/money";
import { type Claim, nextOfReserve, paidBy, waterline } from "./waterline";

const level = (id: string, remaining: Cents): EnvelopeLevel => ({
  id,
  label: `Enveloppe ${id}`,
  total: cents(remaining + 5),
  committed: cents(5),
});
const claim = (amount: number | null, more: Partial<Claim> = {}): Claim => ({
  amount: amount === null ? null : euros(amount),
  held: false,
  envelopes: ["theme"],
  ...more,
});
const situations = (rows: readonly Claim[], ...levels: EnvelopeLevel[]) =>
  waterline(rows, levels).positions.map(({ situation }) => situation);

describe("one envelope", () => {
  test.each([
    ["an exact fit leaves no partial line", [60, 40, 1], 100, ["funded", "funded", "reserve"], 0],
    ["the first that does not fit, in part", [60, 50, 10], 100, ["funded", "partly", "reserve"], 0],
    ["nobody passes above a better rank", [200, 10], 100, ["partly", "reserve"], 0],
    ["not retained takes nothing", [60, null, 40], 100, ["funded", "not-retained", "funded"], 0],
    ["nothing left, nothing paid", [1], 0, ["reserve"], 0],
    ["no dossier", [], 100, [], 100],
  ] as const)("%s", (_, amounts, total, expected, left) => {
    const line = waterline(
      amounts.map((amount) => claim(amount)),
      [level("theme", euros(total))],
    );
    expect(line.positions.map(({ situation }) => situation)).toEqual(expected);
    expect(line.tightest).toMatchObject({ id: "theme", left: euros(left) });
  });

  test("a dossier held in reserve takes nothing and stops nobody", () => {
    const rows = [claim(60), claim(50, { held: true }), claim(40)];
    expect(situations(rows, level("theme", euros(100)))).toEqual(["funded", "reserve", "funded"]);
    expect(waterline(rows, [level("theme", euros(100))]).positions[1]?.short).toBeNull();
  });

  test("an envelope already overspent pays nothing", () => {
    const spent = { id: "theme", label: "Thème", total: euros(10), committed: euros(30) };
    expect(situations([claim(1)], spent)).toEqual(["reserve"]);
  });
});

describe("several envelopes at once", () => {
  const bop = (left: number) => level("bop", euros(left));
  const theme = (left: number) => level("theme", euros(left));
  const nested = (amount: number) => claim(amount, { envelopes: ["theme", "bop"] });

  test("the tightest bites, and is named", () => {
    const line = waterline([nested(60), nested(60)], [theme(200), bop(100)]);
    expect(line.positions.map(({ situation, short }) => [situation, short])).toEqual([
      ["funded", null],
      ["partly", "bop"],
    ]);
    expect(line.positions[1]?.paid).toBe(euros(40));
    expect(line.tightest?.id).toBe("bop");
  });

  test("the share of a sitting stops its own dossiers only", () => {
    const own = (amount: number) => claim(amount, { envelopes: ["sitting", "theme"] });
    const rows = [own(60), own(60), claim(50), own(1), claim(1)];
    const line = waterline(rows, [level("sitting", euros(100)), theme(1000)]);
    expect(line.positions.map(({ situation, short }) => [situation, short])).toEqual([
      ["funded", null],
      ["partly", "sitting"],
      ["funded", null],
      ["reserve", "sitting"],
      ["funded", null],
    ]);
    // What is given in part by the sitting's share leaves the theme's too.
    expect(line.envelopes.map(({ left }) => left)).toEqual([euros(0), euros(1000 - 151)]);
  });

  test("two envelopes short at the same dossier are both closed to lesser ranks", () => {
    const both = claim(100, { envelopes: ["sitting", "theme"] });
    const rows = [both, claim(1)];
    expect(situations(rows, level("sitting", euros(50)), theme(80))).toEqual(["partly", "reserve"]);
  });
});

describe("the reserve", () => {
  const isInReserve = (row: Claim) => row.held;
  const reserve = (amount: number, envelopes = ["theme"]) =>
    claim(amount, { held: true, envelopes });
  const next = (rows: readonly Claim[], ...levels: EnvelopeLevel[]) => {
    const found = nextOfReserve(rows, isInReserve, levels);
    return found ? [rows.indexOf(found.row), found.situation, found.paid] : null;
  };

  test.each([
    ["its first fits", [claim(60), reserve(30), reserve(10)], 100, [1, "funded", euros(30)]],
    ["its first fits in part", [reserve(300), reserve(10)], 100, [0, "partly", euros(100)]],
    ["whoever is ranked lower comes before it", [reserve(10), claim(100)], 100, null],
    ["nothing is left", [claim(100), reserve(1)], 100, null],
    ["it is empty", [claim(10)], 100, null],
  ] as const)("%s", (_, rows, total, expected) => {
    expect(next(rows, level("theme", euros(total)))).toEqual(expected);
  });

  test("its first whose own envelope has something left", () => {
    const rows = [reserve(10, ["sitting", "theme"]), reserve(20)];
    const levels = [level("sitting", ZERO), level("theme", euros(50))];
    expect(next(rows, ...levels)).toEqual([1, "funded", euros(20)]);
  });
});

const anyAmount = fc.option(fc.integer({ min: 1, max: 2_000_000_00 }).map(cents), { freq: 6 });
/** Two shares of sittings within a theme, within a BOP: each dossier draws on a chain. */
const CHAINS = [
  ["s1", "theme", "bop"],
  ["s2", "theme", "bop"],
  ["theme", "bop"],
];
const anyClaims = fc.array(
  fc.record({
    amount: anyAmount,
    held: fc.boolean(),
    envelopes: fc.constantFrom(...CHAINS),
  }),
  { maxLength: 40 },
);
const anyLevels = fc
  .tuple(fc.nat(9_000_000_00), fc.nat(9_000_000_00), fc.nat(12_000_000_00), fc.nat(15_000_000_00))
  .map((left) =>
    ["s1", "s2", "theme", "bop"].map((id, index) => level(id, cents(left[index] ?? 0))),
  );

test("adds up to the cent on each envelope, and never overspends any", () => {
  fc.assert(
    fc.property(anyClaims, anyLevels, (claims, levels) => {
      const { positions, funded, envelopes } = waterline(claims, levels);
      for (const share of envelopes) {
        expect(share.funded + share.partial + share.left).toBe(share.remaining);
        expect(share.left).toBeGreaterThanOrEqual(0);
        const through = positions.filter(({ row }) => row.envelopes.includes(share.id));
        const paid = through.reduce((total, position) => total + position.paid, 0);
        expect(paid + share.left).toBe(share.remaining);
      }
      const inFull = positions.filter(({ situation }) => situation === "funded");
      expect(funded).toEqual({
        count: inFull.length,
        amount: inFull.reduce((total, { paid }) => total + paid, 0),
      });
      const paid = positions.reduce((total, position) => total + position.paid, 0);
      expect(positions.at(-1)?.running ?? 0).toBe(paid);
      const groups = paidBy(positions, ({ envelopes: [nearest] }) => nearest ?? "");
      expect(groups.reduce((total, group) => total + group.paid, 0)).toBe(paid);
    }),
  );
});

test("nobody is paid below a better rank that lacks the same envelope", () => {
  fc.assert(
    fc.property(anyClaims, anyLevels, (claims, levels) => {
      const { positions } = waterline(claims, levels);
      positions.forEach(({ short }, index) => {
        if (short === null) return;
        const below = positions.slice(index + 1);
        expect(below.filter(({ row, paid }) => paid > 0 && row.envelopes.includes(short))).toEqual(
          [],
        );
      });
      for (const { row, paid, situation } of positions) {
        if (situation === "funded") expect(paid).toBe(row.amount);
        else expect(paid).toBeLessThanOrEqual(row.amount ?? 0);
        if (situation === "partly") expect(paid).toBeGreaterThan(0);
        if (row.held || row.amount === null) expect(paid).toBe(0);
      }
    }),
  );
});
