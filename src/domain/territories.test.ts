import { expect, test } from "vitest";
import { REGION_CODES, territoryOf } from "./territories";

test("each of the eighteen regions has its code and its name; the rest is the whole country", () => {
  expect(new Set(REGION_CODES).size).toBe(18);
  expect(REGION_CODES.every((code) => /^\d{2}$/.test(code))).toBe(true);
  expect(territoryOf("53")).toBe("Bretagne");
  expect(territoryOf("04")).toBe("La Réunion");
  expect(territoryOf(null)).toBe("France entière");
  expect(territoryOf("99")).toBe("France entière");
});
