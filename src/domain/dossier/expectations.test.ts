import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formByTheme } from "@/domain/themes/forms";
import {
  editExpectations,
  expectableTargets,
  expectationsShown,
  MOST_EXPECTATIONS,
  typedExpectations,
} from "./expectations";

const three = {
  outcome: "to-be-presented-again",
  expectations: "3",
  "expectation.1": "Un",
  "about.1": "",
  "expectation.2": "Deux",
  "about.2": "step:plan-de-financement",
  "expectation.3": "Trois",
  "about.3": "title",
};
const bodies = (values: Record<string, string | readonly string[]>) =>
  typedExpectations(values).map(({ body }) => body);

describe("the list of expectations, as its buttons change it", () => {
  test.each([
    ["up:2", ["Deux", "Un", "Trois"], "Attente 2 déplacée au rang 1."],
    ["down:2", ["Un", "Trois", "Deux"], "Attente 2 déplacée au rang 3."],
    ["remove:1", ["Deux", "Trois"], "Attente 1 retirée."],
    ["add", ["Un", "Deux", "Trois"], "Attente 4 ajoutée."],
  ])("%s", (button, left, message) => {
    const edited = editExpectations(three, button);
    expect(edited?.message).toBe(message);
    expect(bodies(edited?.values ?? {})).toEqual(left);
    // What else the form holds stays as typed.
    expect(edited?.values.outcome).toBe("to-be-presented-again");
  });

  test("a target goes with its expectation", () => {
    const { values = {} } = editExpectations(three, "up:3") ?? {};
    expect(typedExpectations(values)).toEqual([
      { position: 1, body: "Un", target: null },
      { position: 2, body: "Trois", target: "title" },
      { position: 3, body: "Deux", target: "step:plan-de-financement" },
    ]);
  });

  test.each(["up:1", "down:3", "remove:4", "up", "remove:0", "send", "", "up:-1", "add:x"])(
    "%s changes nothing",
    (button) => {
      expect(editExpectations(three, button)).toBeNull();
    },
  );

  test("the last one is emptied rather than taken away, and no eleventh is added", () => {
    const one = { expectations: "1", "expectation.1": "Seule", "about.1": "" };
    expect(editExpectations(one, "remove:1")?.values).toMatchObject({
      expectations: "1",
      "expectation.1": "",
    });
    const full = { expectations: String(MOST_EXPECTATIONS) };
    expect(editExpectations(full, "add")).toBeNull();
    expect(editExpectations({ expectations: "9" }, "add")?.values.expectations).toBe("10");
  });

  test.each([
    ["", 1],
    ["0", 1],
    ["1", 1],
    ["10", 10],
    ["11", 10],
    ["99", 10],
    ["-1", 1],
    ["trois", 1],
  ])("%j asks for %i fields", (typed, shown) => {
    expect(expectationsShown(typed)).toBe(shown);
  });

  test("whatever the buttons, only what is removed is lost", () => {
    const buttons = fc.array(
      fc.oneof(
        fc.constant("add"),
        fc.tuple(fc.constantFrom("up", "down", "remove"), fc.nat(11)).map((each) => each.join(":")),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(buttons, (pressed) => {
        let values: Parameters<typeof editExpectations>[0] = three;
        const kept = new Set(bodies(three));
        for (const button of pressed) {
          const [verb, place] = button.split(":");
          const gone = verb === "remove" && values[`expectation.${place}`];
          const edited = editExpectations(values, button);
          if (!edited) continue;
          if (typeof gone === "string") kept.delete(gone);
          values = edited.values;
        }
        expect(new Set(bodies(values))).toEqual(kept);
      }),
    );
  });
});

test("an expectation is about a step or a question, called by its step", () => {
  const form = formByTheme("SNAP4");
  if (!form) throw new Error("SNAP4 has a form");
  const targets = expectableTargets(form);
  expect(targets.map(({ value }) => value)).toContain("step:plan-de-financement");
  expect(new Set(targets.map(({ label }) => label)).size).toBe(targets.length);
  expect(targets.some(({ value }) => value === "step:engagements")).toBe(false);
});
