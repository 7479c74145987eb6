import { expect, test } from "vitest";
import { nested } from "./nested-values";

test("dotted names become lists and objects, in the order of their numbers", () => {
  const posted = {
    number: "2021-000001",
    "plan.2.label": "Formation",
    "plan.0.label": "Développement",
    "plan.0.year": "2021",
    "plan.10.label": "Dernière",
  };
  expect(nested(posted, "plan")).toEqual([
    { label: "Développement", year: "2021" },
    { label: "Formation" },
    { label: "Dernière" },
  ]);
});

test("lists hold lists", () => {
  const posted = { "phases.0.name": "Une", "phases.0.indicators.0.unit": "agents" };
  expect(nested(posted, "phases")).toEqual([{ name: "Une", indicators: [{ unit: "agents" }] }]);
});

test("names that reach into every object are no more than names", () => {
  const posted = JSON.parse('{"plan.0.__proto__": "x", "plan.__proto__.label": "y"}');
  nested(posted, "plan");
  expect(({} as Record<string, unknown>).label).toBeUndefined();
  expect(nested({}, "plan")).toEqual({});
});
