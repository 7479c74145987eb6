import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { euros } from "@/domain/money";
import { formByTheme } from "@/domain/themes/forms";
import { THEMES } from "@/domain/themes/index";
import { SAMPLES } from "@/domain/themes/samples";
import type { ThemeCode } from "@/domain/themes/types";
import type { RowWords } from "./answer-words";
import {
  type ComparedFiling,
  filingDifference,
  type RowChange,
  rowChanges,
} from "./filing-difference";

function sample(code: ThemeCode): ComparedFiling {
  const form = formByTheme(code);
  const { typed = {}, lines } = SAMPLES[code];
  if (!form) throw new Error(`${code} has a form`);
  return {
    theme: THEMES[code],
    form,
    answers: typed,
    lines,
    coFinancers: [{ name: "Agence", typedAmount: "10 000", certainty: "acquired" }],
    commitments: THEMES[code].commitments.map(({ key }) => key),
    coCarriers: [],
    files: [{ field: "documents", name: "Devis.pdf", size: 2_048, sha256: "a".repeat(64) }],
    amounts: {
      total: euros(400_000),
      base: euros(400_000),
      computedGrant: euros(300_000),
      requestedGrant: euros(300_000),
    },
  };
}
const snap4 = sample("SNAP4");

describe("the difference between two filings", () => {
  test.each(Object.keys(SAMPLES).filter((code) => formByTheme(code as ThemeCode)))(
    "%s: a filing differs from itself in nothing",
    (code) => {
      expect(filingDifference(sample(code as ThemeCode), sample(code as ThemeCode))).toEqual([]);
    },
  );

  test("tells each part that changed, under its step, and nothing else", () => {
    const [first, ...others] = snap4.lines;
    if (!first) throw new Error("The sample has a plan");
    const phases = (snap4.answers.phases ?? []) as { milestone: string }[];
    const after: ComparedFiling = {
      ...snap4,
      answers: {
        ...snap4.answers,
        title: "Un autre nom",
        phases: phases.map((phase, index) =>
          index === 0 ? { ...phase, milestone: "Un autre jalon" } : phase,
        ),
      },
      lines: [...others, { ...first, typedAmount: "1" }],
      coFinancers: [],
      commitments: snap4.commitments.slice(1),
      coCarriers: ["Un établissement"],
      files: [{ field: "documents", name: "Devis.pdf", size: 2_048, sha256: "b".repeat(64) }],
      amounts: { ...snap4.amounts, total: euros(410_000) },
    };
    const told = filingDifference(snap4, after).flatMap(({ title, changes }) =>
      changes.map(({ label, rows }) => [title, label, rows?.map(({ state }) => state).join()]),
    );
    expect(told).toEqual([
      ["Le dossier", "Coût total, TTC", undefined],
      ["Le dossier", "Co-porteurs", "added"],
      [expect.any(String), "Quel est le nom du projet\u202F?", undefined],
      [expect.any(String), expect.any(String), "changed"],
      [expect.any(String), "Dépenses", "changed"],
      [expect.any(String), "Co-financeurs", "removed"],
      [expect.any(String), "Fichiers", "changed"],
      [expect.any(String), "Engagements", "removed"],
    ]);
  });

  test("what only a provider's seat changes is told", () => {
    const itn6 = sample("ITN6");
    const after = {
      ...itn6,
      lines: itn6.lines.map((line) => ({ ...line, seatInFrance: !line.seatInFrance })),
    };
    const [step] = filingDifference(itn6, after);
    expect(step?.changes[0]).toMatchObject({ label: "Dépenses" });
  });

  test("under another theme, what the former one asked comes last and is told as removed", () => {
    const before = sample("SNAP1");
    const steps = filingDifference(before, sample("ITN2"));
    expect(steps[0]?.changes[0]).toEqual({ label: "Thème", before: "SNAP1", after: "ITN2" });
    const last = steps.at(-1);
    expect(last?.title).toBe("Questions du thème SNAP1");
    expect(last?.changes.length).toBeGreaterThan(0);
    for (const change of last?.changes ?? []) {
      if (change.rows) expect(change.rows.every(({ state }) => state === "removed")).toBe(true);
      else expect(change.after).toBe("");
    }
  });
});

describe("the rows of a list", () => {
  const row = fc.record({
    name: fc.constantFrom("", "a", "b", "c"),
    text: fc.constantFrom("1", "2", "3", "4"),
  });
  const list = fc.array(row, { maxLength: 8 });
  const texts = (rows: readonly RowWords[]) => rows.map(({ text }) => text).sort();
  /** What a list becomes when the changes told are made to it. */
  function made(before: readonly RowWords[], changes: readonly RowChange[]): string[] {
    const result = before.map(({ text }) => text);
    for (const change of changes) {
      if (change.state !== "added") result.splice(result.indexOf(change.before), 1);
      if (change.state !== "removed") result.push(change.after);
    }
    return result.sort();
  }

  test("the changes told turn one list into the other, and an order alone is no change", () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const changes = rowChanges(before, after);
        expect(made(before, changes)).toEqual(texts(after));
        for (const change of changes) {
          if (change.state === "changed") expect(change.before).not.toBe(change.after);
        }
      }),
    );
    fc.assert(fc.property(list, (rows) => rowChanges(rows, rows.toReversed()).length === 0));
  });
});
