import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  amount,
  choice,
  choices,
  line,
  month,
  paragraph,
  parseMonth,
  parsePercentage,
  parseWhole,
  percentage,
  whole,
  yesNo,
} from "./field-kinds";

const sentences = { label: "?", missing: "Manque.", wrong: "Faux." };
const said = (schema: z.ZodType, typed: unknown) => {
  const parsed = schema.safeParse(typed);
  return parsed.success ? parsed.data : parsed.error.issues[0]?.message;
};

describe("what a person types", () => {
  it.each([
    ["45", 4_500],
    ["45,5", 4_550],
    ["45.05", 4_505],
    ["45 %", 4_500],
    ["45\u00A0%", 4_500],
    ["0", 0],
    ["100", 10_000],
    ["100,00", 10_000],
    ["100,01", null],
    ["45,555", null],
    ["-1", null],
    ["", null],
    ["la moitié", null],
  ])("reads the percentage %j as %j ten-thousandths", (typed, value) => {
    expect(parsePercentage(typed)).toBe(value);
  });

  it.each([
    ["1 250", 1_250],
    ["1\u202F250\u00A0000", 1_250_000],
    ["0", 0],
    ["007", 7],
    ["12,5", null],
    ["-3", null],
    ["1234567890", null],
    ["", null],
  ])("reads the whole number %j as %j", (typed, value) => {
    expect(parseWhole(typed)).toBe(value);
  });

  it.each([
    ["2021-03", "2021-03"],
    ["03/2021", "2021-03"],
    ["3/2021", "2021-03"],
    ["12/2035", "2035-12"],
    ["01/2020", "2020-01"],
    ["12/2019", null],
    ["01/2036", null],
    ["13/2021", null],
    ["00/2021", null],
    ["mars 2021", null],
    ["", null],
  ])("reads the month %j as %j", (typed, value) => {
    expect(parseMonth(typed)).toBe(value);
  });
});

describe("fields", () => {
  it("says what is missing for nothing typed, whatever the kind", () => {
    const fields = [
      line(sentences),
      paragraph(sentences),
      whole(sentences),
      percentage(sentences),
      amount(sentences),
      month(sentences),
      yesNo(sentences),
      choice({ ...sentences, options: [{ value: "a", label: "A" }] }),
      choices({ ...sentences, options: [{ value: "a", label: "A" }] }),
    ];
    for (const field of fields) {
      for (const typed of [undefined, "", "   ", null]) {
        expect(said(field, typed)).toBe("Manque.");
      }
      expect(z.strictObject({ field }).safeParse({}).success).toBe(false);
    }
  });

  it("takes nothing for an answer where the field is optional", () => {
    expect(said(line({ label: "?", optional: true }), " ")).toBeUndefined();
    expect(said(amount({ ...sentences, optional: true }), "")).toBeUndefined();
    expect(said(amount({ ...sentences, optional: true }), "douze")).toBe("Faux.");
  });

  it("keeps the bounds of a whole number, both included", () => {
    const months = whole(sentences, { min: 1, max: 60 });
    expect(["0", "1", "60", "61"].map((typed) => said(months, typed))).toEqual([
      "Faux.",
      1,
      60,
      "Faux.",
    ]);
  });

  it("refuses an amount of zero and reads the others in cents", () => {
    expect(said(amount(sentences), "0")).toBe("Faux.");
    expect(said(amount(sentences), "12 500,50")).toBe(1_250_050);
  });

  it("reads a yes, a no, and nothing else", () => {
    expect(["oui", "non", "true"].map((typed) => said(yesNo(sentences), typed))).toEqual([
      true,
      false,
      "Manque.",
    ]);
  });

  it("takes known options only", () => {
    const options = [
      { value: "a", label: "A" },
      { value: "b", label: "B" },
    ];
    expect(said(choice({ ...sentences, options }), "c")).toBe("Manque.");
    expect(said(choices({ ...sentences, options }), ["a", "b"])).toEqual(["a", "b"]);
    expect(said(choices({ ...sentences, options }), "a")).toEqual(["a"]);
    expect(said(choices({ ...sentences, options }), ["a", "c"])).toBe("Manque.");
    expect(said(choices({ ...sentences, options }), [])).toBe("Manque.");
  });

  it("keeps a name on one line and a paragraph within its length", () => {
    expect(said(line(sentences), "deux\nlignes")).toMatch(/une ligne/);
    expect(said(paragraph({ ...sentences, maxLength: 3 }), "abcd")).toMatch(
      /dépasse 3\u00A0caractères/,
    );
    expect(said(paragraph({ ...sentences, maxLength: 3 }), "abc")).toBe("abc");
    expect(said(paragraph(sentences), "a\u0000b")).toMatch(/invisible/);
  });
});
