import { expect, test } from "vitest";
import { ROLES } from "@/domain/rights/actor";
import { currentEntry } from "@/ui/main-navigation";
import { MAIN_NAVIGATION_LIMIT, navigationFor, PUBLIC_ENTRIES } from "@/ui/navigation";

const labels = (...given: Parameters<typeof navigationFor>) =>
  navigationFor(...given).map(({ label }) => label);

test("an agent without a role carries projects", () => {
  expect(labels([])).toEqual(["Mes dossiers", "Thèmes", "Calendrier", "Aide"]);
});

test("each role has its rooms, then the public pages", () => {
  expect(labels(["instructor"])).toEqual([
    "Dossiers",
    "Décisions",
    "Suivi",
    "Thèmes",
    "Calendrier",
    "Aide",
  ]);
  expect(labels(["juror"])).toEqual([
    "À noter",
    "Séances",
    "Mes intérêts",
    "Thèmes",
    "Calendrier",
    "Aide",
  ]);
  expect(labels(["dnum"])[0]).toBe("Portefeuille");
  expect(labels(["auditor"]).slice(0, 2)).toEqual(["Recherche", "Crédits"]);
  expect(labels(["bop-manager"]).slice(0, 2)).toEqual(["Crédits", "COSINUM"]);
  expect(labels(["cosinum"]).slice(0, 2)).toEqual(["Crédits", "COSINUM"]);
  expect(labels(["dnum"])).not.toContain("COSINUM");
  expect(labels(["administrator"]).slice(0, 2)).toEqual(["Organisations", "Rôles"]);
});

test("several roles: the union, each entry once", () => {
  const all = navigationFor(ROLES, { carrier: true });
  expect(new Set(all.map(({ href }) => href)).size).toBe(all.length);
  expect(labels(["theme-owner", "dnum"]).filter((label) => label === "Suivi")).toHaveLength(1);
  expect(labels(["juror", "chair"]).filter((label) => label === "Séances")).toHaveLength(1);
});

test("the rooms of two roles are all in the header; public pages that are not stay in the footer", () => {
  for (const first of ROLES) {
    for (const second of ROLES) {
      // Nine rooms: « Crédits » is then in the footer, and in the portfolio.
      const isRare = [first, second].toSorted().join() === "dnum,secretary";
      const entries = navigationFor([first, second], { carrier: true }).slice(isRare ? 1 : 0);
      expect(entries.length - PUBLIC_ENTRIES.length).toBeLessThanOrEqual(MAIN_NAVIGATION_LIMIT);
    }
  }
});

test("the current entry is the most precise one the address is in", () => {
  const entries = navigationFor(["juror", "instructor"]);
  expect(currentEntry(entries, "/jury/seances/1")?.label).toBe("Séances");
  expect(currentEntry(entries, "/jury/dossiers/2021-000421/fiche")?.label).toBe("À noter");
  expect(currentEntry(entries, "/instruction/decisions")?.label).toBe("Décisions");
  expect(currentEntry(PUBLIC_ENTRIES, "/")).toBeUndefined();
});
