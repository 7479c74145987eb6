import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents } from "@/domain/money";
import {
  applied,
  changeSchema,
  filled,
  inverse,
  PLACES,
  planned,
  type RankedRow,
  rankOf,
  type Wanted,
  withNewcomers,
} from "./ranked-list";

const row = (dossier: string, more: Partial<RankedRow> = {}): RankedRow => ({
  dossier,
  amount: null,
  place: "ranked",
  ...more,
});
const list = (letters: string) => [...letters].map((letter) => row(letter));
const letters = (rows: readonly RankedRow[]) => rows.map(({ dossier }) => dossier).join("");

describe("a move", () => {
  test.each([
    ["up", { dossier: "c", rank: 2 }, "acbd"],
    ["to the first rank", { dossier: "d", rank: 1 }, "dabc"],
    ["down", { dossier: "a", rank: 2 }, "bacd"],
    ["beyond the end, to the last", { dossier: "a", rank: 99 }, "bcda"],
  ] as const)("%s", (_, wanted, order) => {
    const change = planned(list("abcd"), wanted);
    expect(change).not.toBeNull();
    if (change) expect(letters(applied(list("abcd"), change))).toBe(order);
  });

  test.each([
    ["nothing is asked", { dossier: "a" }],
    ["it is there already", { dossier: "a", rank: 1, amount: null, place: "ranked" }],
    ["already the last", { dossier: "d", rank: 9 }],
    ["the list does not hold it", { dossier: "z", rank: 1 }],
  ] as const)("changes nothing when %s", (_, wanted) => {
    expect(planned(list("abcd"), wanted)).toBeNull();
  });

  test("gives rank, amount and place together, and is told as one change", () => {
    const wanted: Wanted = { dossier: "c", rank: 1, amount: cents(500), place: "reserve" };
    const change = planned(list("abc"), wanted);
    expect(change?.parts.map(({ kind }) => kind)).toEqual(["rank", "amount", "place"]);
    expect(change && applied(list("abc"), change)[0]).toEqual(
      row("c", { amount: cents(500), place: "reserve" }),
    );
  });

  test("of a dossier that has left the list does nothing", () => {
    const change = planned(list("abc"), { dossier: "b", rank: 1 });
    expect(change && letters(applied(list("ac"), change))).toBe("ac");
  });
});

const anyRow = fc.record({
  amount: fc.option(fc.integer({ min: 1, max: 1_000_000 }).map(cents)),
  place: fc.constantFrom(...PLACES),
});
const anyList = fc
  .array(anyRow, { minLength: 1, maxLength: 30 })
  .map((rows) => rows.map((each, index): RankedRow => ({ dossier: `d${index}`, ...each })));
const anyWanted = fc.record(
  {
    index: fc.nat(40),
    rank: fc.integer({ min: -2, max: 40 }),
    amount: fc.option(fc.integer({ min: 1, max: 1_000_000 }).map(cents)),
    place: fc.constantFrom(...PLACES),
  },
  { requiredKeys: ["index"] },
);
const wantedIn = ({ index, ...more }: { index: number } & Omit<Wanted, "dossier">): Wanted => ({
  dossier: `d${index}`,
  ...more,
});

test("whatever the moves, the list stays a permutation; each is taken back by its inverse", () => {
  fc.assert(
    fc.property(anyList, fc.array(anyWanted, { maxLength: 20 }), (start, moves) => {
      const states: RankedRow[][] = [start];
      const changes = [];
      for (const move of moves) {
        const now = states.at(-1) ?? [];
        const change = planned(now, wantedIn(move));
        if (!change) continue;
        const next = applied(now, change);
        expect(next.map(({ dossier }) => dossier).sort()).toEqual(
          start.map(({ dossier }) => dossier).sort(),
        );
        // Kept in the database and read again, a change says the same.
        expect(changeSchema.parse(structuredClone(change))).toEqual(change);
        changes.push(change);
        states.push(next);
      }
      for (const change of changes.toReversed()) {
        const after = states.pop() ?? [];
        expect(applied(after, inverse(change))).toEqual(states.at(-1));
        expect(applied(applied(after, inverse(change)), change)).toEqual(after);
      }
    }),
  );
});

test("a whole list adopted is taken back whole, and keeps whoever it does not name", () => {
  const from = list("abcd");
  const to = [row("c", { place: "reserve" }), row("a"), row("z")];
  const change = { kind: "all", scenario: "Prudent", from, to } as const;
  const adopted = applied(from, { ...change, from: [...from], to: [...to] });
  expect(letters(adopted)).toBe("cabd");
  expect(adopted[0]?.place).toBe("reserve");
  expect(applied(adopted, inverse({ ...change, from: [...from], to: [...to] }))).toEqual(from);
});

describe("dossiers that come later", () => {
  test.each([
    ["below the one that precedes it by the scores", "acb", "abnc", "acbn"],
    ["first when none does", "ab", "nab", "nab"],
    ["even where that one was moved down", "bca", "anbc", "bcan"],
    ["in the order of the scores among themselves", "a", "amno", "amno"],
    ["all of them, while nobody has moved anything", "", "abc", "abc"],
  ])("%s", (_, kept, byScore, expected) => {
    expect(letters(withNewcomers(list(kept), list(byScore)))).toBe(expected);
  });

  test("lose nobody and add nobody twice", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(30)),
        fc.uniqueArray(fc.nat(30)),
        (keptNumbers, scoreNumbers) => {
          const kept = keptNumbers.map((n) => row(`d${n}`));
          const all = withNewcomers(
            kept,
            scoreNumbers.map((n) => row(`d${n}`)),
          );
          expect(all.map(({ dossier }) => dossier).sort()).toEqual(
            [...new Set([...keptNumbers, ...scoreNumbers])].map((n) => `d${n}`).sort(),
          );
          const keptThen = all.filter(({ dossier }) => rankOf(kept, dossier) > 0);
          expect(keptThen).toEqual(kept);
        },
      ),
    );
  });
});

test("the rows no longer ranked keep their places around the others", () => {
  expect(letters(filled(list("aXbYc"), list("cab")))).toBe("cXaYb");
});
