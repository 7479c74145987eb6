import { describe, expect, it } from "vitest";
import { THEME_LIST } from "@/domain/themes/index";
import { searchThemes, wordsOf } from "@/features/catalogue/search";

const found = (query: string) => searchThemes(THEME_LIST, query).hits.map(({ code }) => code);
const first = (query: string, count: number) => found(query).slice(0, count);

describe("words", () => {
  it("leaves out accents, capitals, plurals and common words", () => {
    expect(wordsOf("Les RÉSEAUX de l’État").map(({ plain }) => plain)).toEqual(["reseau", "etat"]);
    expect(wordsOf("niveaux locaux").map(({ plain }) => plain)).toEqual(["niveau", "local"]);
  });

  it("gives one family to a noun and its verb", () => {
    const [noun, verb] = wordsOf("dématérialisation dématérialiser");
    expect(noun?.stem).toBe(verb?.stem);
  });
});

describe("searchThemes", () => {
  it("gives every theme in the order of the texts when nothing is asked", () => {
    expect(found("").length).toBe(17);
    expect(found("les des")).toEqual(THEME_LIST.map(({ code }) => code));
  });

  it.each([
    ["fibre", "SNAP1"],
    ["débit", "SNAP1"],
    ["debits", "SNAP1"],
    ["visioconférence", "SNAP4"],
    ["messagerie instantanée", "SNAP4"],
    ["ordinateur", "SNAP3"],
    ["télétravail", "SNAP3"],
    ["AgentConnect", "SNAP2A"],
    ["mot de passe", "SNAP2A"],
    ["démarche en ligne", "ITN1"],
    ["formulaire", "ITN1"],
    ["open data", "ITN5"],
    ["intelligence artificielle", "ITN6"],
    ["préfecture", "ITN3"],
    ["commune", "ITN7"],
    ["recrutement", "ITN4"],
    ["centre d’appels", "ITN8A"],
  ])("leads « %s » to %s", (query, code) => {
    expect(first(query, 2)).toContain(code);
  });

  it("leads « formation » to the themes that train agents", () => {
    expect(found("formation")).toEqual(expect.arrayContaining(["ITN4", "SNAP5"]));
    expect(first("formation", 3)).toContain("ITN4");
  });

  it("reads codes, whole or not", () => {
    expect(first("itn3", 1)).toEqual(["ITN3"]);
    expect(first("ITN 8", 4)).toEqual(["ITN8A", "ITN8B", "ITN8C", "ITN8D"]);
    expect(first("snap2", 2)).toEqual(["SNAP2A", "SNAP2B"]);
  });

  it("forgives one wrong letter in a long word, none in a short one", () => {
    expect(first("visioconferance", 2)).toContain("SNAP4");
    expect(first("dematérialsation", 2)).toContain("ITN1");
    expect(first("fibru", 1)).toEqual(["SNAP1"]);
    expect(found("dta")).toEqual([]);
  });

  it("says when no theme holds every word, and gives those that hold some", () => {
    const { hits, partial } = searchThemes(THEME_LIST, "fibre zygomatique");
    expect(partial).toBe(true);
    expect(hits[0]?.code).toBe("SNAP1");
    expect(searchThemes(THEME_LIST, "zygomatique")).toEqual({ hits: [], partial: false });
  });
});
