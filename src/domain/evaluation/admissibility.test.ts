import { expect, test } from "vitest";
import { finding } from "@/domain/funding/finding";
import { itn3 } from "@/domain/themes/itn3/theme";
import { checklist, leftOpen } from "./admissibility";

test("without finding every condition is met, and only the detail is left to judge", () => {
  const points = checklist(itn3, []);
  expect(points.map(({ prefilled }) => prefilled)).toEqual([
    ...itn3.eligibilityFacts.map(() => "yes"),
    "to-check",
  ]);
  expect(points.every(({ source }) => source !== "")).toBe(true);
});

test("a finding that blocks is not met, a warning is to check, and doubt reaches the conditions of the same line", () => {
  const points = checklist(itn3, [
    finding("DECONCENTRATED_SHARE_LOW", "Part trop basse.", "Livret l.174"),
    finding("SIZE_OUT", "Trop petit.", "Livret l.176"),
    finding("LATE", "Clos.", "Livret l.221"),
  ]);
  expect(points.slice(0, 3).map(({ key, prefilled }) => [key, prefilled])).toEqual([
    ["finding-deconcentrated_share_low", "no"],
    ["finding-size_out", "to-check"],
    ["condition-1", "to-check"],
  ]);
  expect(new Set(points.map(({ key }) => key)).size).toBe(points.length);
});

test("the rules leave nothing open but the completeness, or each point they doubt", () => {
  expect(leftOpen(checklist(itn3, []))).toEqual([]);
  expect(leftOpen(checklist(itn3, [finding("LATE", "Clos.", "Livret l.221")]))).toEqual([]);
  const doubtful = checklist(itn3, [finding("SIZE_OUT", "Trop petit.", "Livret l.176")]);
  expect(leftOpen(doubtful).map(({ key }) => key)).toContain("finding-size_out");
});
