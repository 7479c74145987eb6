import { describe, expect, it } from "vitest";
import { itn3Form } from "@/domain/themes/itn3/form";
import { itn6Form } from "@/domain/themes/itn6/form";
import { carriedAnswers, carriedFrom, carriedLines } from "./carried-answers";

const carried = (address: string) => carriedFrom(new URLSearchParams(address));

describe("carried answers", () => {
  it("are those of the address and no other", () => {
    expect(carried("theme=itn3&cout=300+000&personnel=&delai=6&titre=x")).toEqual({
      cout: "300 000",
      delai: "6",
    });
    expect(carried(`cout=${"9".repeat(99)}`)).toEqual({});
  });

  it("become lines that hold what was told and nothing else", () => {
    const [line, ...none] = carriedLines(carried("cout=300 000,5"));
    expect(none).toEqual([]);
    expect(line).toMatchObject({
      typedAmount: "300\u202F000,50",
      nature: "T3",
      tax: "TTC",
      label: "",
      year: "",
      category: "",
      provider: "",
    });
    expect(
      carriedLines(carried("cout=300000&personnel=50000")).map((each) => [
        each.nature,
        each.typedAmount,
      ]),
    ).toEqual([
      ["T3", "250\u202F000,00"],
      ["T2", "50\u202F000,00"],
    ]);
  });

  it.each(["", "cout=0", "cout=beaucoup", "personnel=10", "cout=10&personnel=20"])(
    "become no line when they say none: %j",
    (address) => expect(carriedLines(carried(address))).toEqual([]),
  );

  it("become the answers of a form that asks them", () => {
    expect(carriedAnswers(carried("delai=6"), itn6Form)).toEqual({ resultsWithinMonths: "6" });
    expect(carriedAnswers(carried("delai=6"), itn3Form)).toEqual({});
    expect(carriedAnswers(carried("delai=bientôt"), itn6Form)).toEqual({});
  });
});
