import { expect, test } from "vitest";
import { withoutUnusedAccents, withoutUnusedVariables } from "../../scripts/portal/accents";

test("accent colours nobody names leave the sheet, selector by selector", () => {
  const css =
    "@media print{.fr-badge--green-menthe{color:red}}.fr-card--blue-ecume,.fr-tile,.fr-tag:not(.fr-x,.fr-tag--pink-tuile){a:b}.fr-badge--brown-opera{c:d}";
  expect(withoutUnusedAccents(css, new Set(["fr-badge--brown-opera"]))).toBe(
    "@media print{}.fr-tile{a:b}.fr-badge--brown-opera{c:d}",
  );
});

test("variables nobody reads leave it too, and those they read in turn", () => {
  const css = ":root{--a:1;--b:var(--a);--c:2}.x{color:var(--c)}";
  expect(withoutUnusedVariables(css, "")).toBe(":root{--c:2}.x{color:var(--c)}");
  expect(withoutUnusedVariables(css, "p{margin:var(--b)}")).toBe(css);
});
