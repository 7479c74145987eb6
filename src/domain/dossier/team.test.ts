import { describe, expect, test } from "vitest";
import { groupingOf } from "@/domain/themes/grouping";
import { THEMES } from "@/domain/themes/index";
import { ACCESSES, accessLabel, accessRefusal, accessSentence, covers } from "./team";

describe("accesses", () => {
  test("each covers itself and those before it, an unknown one covers none", () => {
    const table = ACCESSES.map((held) => ACCESSES.filter((needed) => covers(held, needed)).length);
    expect(table).toEqual([1, 2, 3, 4]);
    expect(ACCESSES.some((needed) => covers("owner", needed))).toBe(false);
  });

  test("only the carrier's agents file and lead", () => {
    const carrier = { id: "c", name: "Préfecture" };
    const held = (organisationId: string | null) =>
      ACCESSES.filter((access) => accessRefusal(access, { organisationId }, carrier) === null);
    expect(held("c")).toEqual(ACCESSES);
    expect(held("other")).toEqual(["read", "write"]);
    expect(held(null)).toEqual(["read", "write"]);
    expect(accessRefusal("file", { organisationId: null }, carrier)).toContain("Préfecture");
  });

  test("each is a word and a sentence", () => {
    expect(ACCESSES.map(accessLabel)).toEqual(["Lit", "Écrit", "Dépose", "Responsable"]);
    for (const access of ACCESSES) expect(accessSentence(access)).toMatch(/\.$/);
  });
});

test("every theme says whether carriers may group, where it is written, or that it is a reading", () => {
  const written = Object.values(THEMES).filter((theme) => {
    const { text, source, isReading } = groupingOf(theme.code, theme.carriersSource);
    expect(text).not.toBe("");
    expect(source).not.toBe("");
    return !isReading;
  });
  expect(written.map(({ code }) => code)).toEqual([
    "ITN2",
    "ITN3",
    "SNAP1",
    "SNAP3",
    "SNAP4",
    "SNAP5",
  ]);
});
