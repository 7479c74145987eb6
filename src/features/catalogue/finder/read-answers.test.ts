import { describe, expect, it } from "vitest";
import { euros } from "@/domain/money";
import { QUESTIONS, readAnswers } from "./read-answers";

const read = (address: string) => readAnswers(new URLSearchParams(address));
const GOOD = "sujet=extension&porteur=services-deconcentres-de-l-etat&cout=300 000";

describe("the finder's address", () => {
  it("holds six questions at most", () => {
    expect(Object.keys(QUESTIONS).length).toBeLessThanOrEqual(6);
  });

  it("asks nothing by itself", () => {
    expect(read("")).toEqual({ answers: null, errors: [] });
    expect(read("utm=1").errors).toEqual([]);
  });

  it("is read as people write", () => {
    expect(read(`${GOOD}&personnel=60 000,50 €&delai=6&dnum=non`).answers).toMatchObject({
      subject: { value: "extension" },
      carrier: "deconcentrated-service",
      total: euros(300_000),
      staff: 6_000_050,
      resultsWithinMonths: 6,
      dnumInformed: false,
    });
    const { answers } = read(`${GOOD}&personnel=&delai=&dnum=`);
    expect(answers).toMatchObject({ staff: 0 });
    expect(answers).not.toHaveProperty("resultsWithinMonths");
    expect(answers).not.toHaveProperty("dnumInformed");
  });

  it("compares all for those who hesitate", () => {
    expect(read(GOOD.replace("extension", "tout")).answers?.subject).toBeNull();
  });

  it.each([
    ["sujet", "porteur=operateurs-de-l-etat&cout=1"],
    ["sujet", "sujet=autre&porteur=operateurs-de-l-etat&cout=1"],
    ["porteur", "sujet=tout&porteur=moi&cout=1"],
    ["cout", "sujet=tout&porteur=operateurs-de-l-etat&cout="],
    ["cout", "sujet=tout&porteur=operateurs-de-l-etat&cout=0"],
    ["cout", "sujet=tout&porteur=operateurs-de-l-etat&cout=-5"],
    ["personnel", `${GOOD}&personnel=beaucoup`],
    ["personnel", `${GOOD}&personnel=300 000,01`],
    ["delai", `${GOOD}&delai=1,5`],
    ["delai", `${GOOD}&delai=121`],
  ])("tells what is wrong with %s: %s", (path, address) => {
    const { answers, errors } = read(address);
    expect(answers).toBeNull();
    expect(errors.map((error) => error.path)).toEqual([path]);
    expect(errors[0]?.message).toMatch(/[.»]$/);
  });
});
