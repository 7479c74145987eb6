import { describe, expect, it } from "vitest";
import { windowOf } from "@/domain/funding/calls";
import { THEME_LIST } from "@/domain/themes/index";
import {
  activeFilters,
  addressOf,
  amountError,
  filtersToDrop,
  findThemes,
  readQuery,
} from "@/features/catalogue/filters";
import type { PublicCalls } from "@/features/catalogue/public-calls";

const all: PublicCalls = {
  now: new Date("2021-01-25T00:00:00+01:00"),
  calls: THEME_LIST.flatMap(({ code, calls }) =>
    calls.map((call) => ({ ...windowOf(call), theme: code, juryDays: {} })),
  ),
};
const asked = (query: string) => readQuery(new URLSearchParams(query));
const found = (query: string, calls = all) =>
  findThemes(THEME_LIST, asked(query), calls).themes.map(({ code }) => code);

describe("the address", () => {
  it("holds what is asked and nothing else", () => {
    const query = asked("recherche=+fibre+&volet=snap&type=&etat=inconnu&montant=120+000");
    expect(addressOf(query)).toBe("/themes?recherche=fibre&volet=snap&montant=120+000");
    expect(addressOf(asked(""))).toBe("/themes");
  });

  it("gives each filter in force, and the address without it", () => {
    const filters = activeFilters(asked("recherche=fibre&candidat=operateurs-de-l-etat"));
    expect(filters.map(({ label }) => label)).toEqual([
      "Recherche\u00A0: fibre",
      "Qui porte le projet\u00A0: Opérateurs de l’État",
    ]);
    expect(filters.map(({ without }) => addressOf(without))).toEqual([
      "/themes?candidat=operateurs-de-l-etat",
      "/themes?recherche=fibre",
    ]);
  });

  it("tells an amount that is none, and does not apply it", () => {
    expect(amountError(asked("montant=beaucoup"))).toMatch(/nombre en euros/);
    expect(amountError(asked("montant=12+500%2C50"))).toBeUndefined();
    expect(found("montant=beaucoup")).toHaveLength(17);
  });
});

describe("the filters", () => {
  it("keeps every theme without a query", () => {
    expect(found("")).toHaveLength(17);
  });

  it.each([
    ["volet=snap", ["SNAP1", "SNAP2A", "SNAP2B", "SNAP3", "SNAP4", "SNAP5"]],
    ["responsable=ditp", ["ITN8A", "ITN8B", "ITN8C", "ITN8D"]],
    ["type=appel-a-projets", ["ITN3", "ITN5", "ITN8A", "ITN8B", "ITN8C", "ITN8D"]],
    ["candidat=collectivites-territoriales", ["ITN7"]],
    ["candidat=directions-du-numerique-dnum&volet=itn&type=guichet", ["ITN1", "ITN4", "ITN6"]],
    ["etat=ferme-bientot", ["ITN3"]],
    ["type=appel-a-projets&etat=ferme", ["ITN5"]],
    ["type=appel-a-projets&etat=annonce", ["ITN5"]],
  ])("keeps with %s", (query, codes) => {
    expect(found(query)).toEqual(codes);
  });

  it("counts what closes soon among what is open", () => {
    expect(found("etat=ouvert")).toContain("ITN3");
  });

  it("follows the portal's clock", () => {
    const eve = { ...all, now: new Date("2021-01-24T23:59:59.999+01:00") };
    expect(found("etat=annonce", eve)).toContain("ITN7");
    expect(found("etat=annonce")).not.toContain("ITN7");
  });

  it("reads the cost on the expected size, bounds as the texts give them", () => {
    expect(found("montant=250000&responsable=ditp")).toHaveLength(4);
    expect(found("montant=150000&responsable=ditp")).toEqual([]);
    expect(found("montant=99999%2C99&type=guichet&responsable=dinum")).toContain("ITN5");
    expect(found("montant=5")).toEqual(["ITN4", "ITN7"]);
  });

  it("says which filter hides everything", () => {
    const drops = filtersToDrop(THEME_LIST, asked("recherche=fibre&volet=itn"), all);
    expect(drops.map(({ filter }) => filter.key)).toEqual(["recherche", "volet"]);
    expect(drops[0]?.count).toBe(11);
  });
});
