import { describe, expect, it } from "vitest";
import { parseDay } from "@/domain/themes/field-kinds";
import { snap1Sample } from "@/domain/themes/snap1/sample";
import {
  MAX_SITES,
  parseSite,
  parseSites,
  parseThroughput,
  siteProblems,
  siteTotals,
  type TypedSite,
  typedSiteSchema,
  typedSitesSchema,
} from "./sites";

const good: TypedSite = typedSiteSchema.parse({
  name: "Sous-préfecture",
  address: "1 place de la République, 22100 Dinan",
  agents: "18",
  before: "4",
  after: "100",
  technology: "fibre",
  territory: "rural",
  shared: "non",
});
const columns = (more: Partial<TypedSite>) =>
  siteProblems({ ...good, ...more }).map(([column]) => column);

describe("a throughput", () => {
  it.each([
    ["4", 4_000],
    ["0", 0],
    ["0,512", 512],
    ["1.5", 1_500],
    ["1 000", 1_000_000],
    ["200 Mbit/s", 200_000],
    ["100000", 100_000_000],
    ["100000,001", null],
    ["0,5125", null],
    ["-4", null],
    ["", null],
    ["rapide", null],
  ])("typed %s is %s kilobits per second", (typed, expected) => {
    expect(parseThroughput(typed)).toBe(expected);
  });
});

describe("a site", () => {
  it.each<[Partial<TypedSite>, string[]]>([
    [{}, []],
    [{ name: "" }, ["name"]],
    [{ name: "x".repeat(120) }, []],
    [{ name: "x".repeat(121) }, ["name"]],
    [{ address: "" }, ["address"]],
    [{ address: "x".repeat(250) }, []],
    [{ address: "x".repeat(251) }, ["address"]],
    [{ agents: "0" }, ["agents"]],
    [{ agents: "1" }, []],
    [{ agents: "1 250" }, []],
    [{ agents: "100 000" }, []],
    [{ agents: "100 001" }, ["agents"]],
    [{ agents: "12,5" }, ["agents"]],
    [{ before: "" }, ["before"]],
    [{ before: "0" }, []],
    [{ after: "0" }, ["after"]],
    [{ after: "4" }, ["after"]],
    [{ after: "4,001" }, []],
    [{ after: "3,9" }, ["after"]],
    // A box that compresses relieves a line whose throughput stays (Livret l.648).
    [{ after: "4", technology: "compression" }, []],
    [{ after: "3,9", technology: "compression" }, ["after"]],
    [{ technology: "cuivre" }, ["technology"]],
    [{ territory: "" }, ["territory"]],
    [{ territory: "overseas" }, []],
    [{ shared: "" }, ["shared"]],
    [{ shared: "oui" }, []],
  ])("with %j has errors in %j", (more, expected) => {
    expect(columns(more)).toEqual(expected);
    expect(parseSite({ ...good, ...more }) === null).toBe(expected.length > 0);
  });
});

describe("the sites of a dossier", () => {
  it("are at least one, and 500 at most", () => {
    expect(parseSites([]).errors.map(({ path }) => path)).toEqual(["sites.0.name"]);
    const many = (count: number) => Array.from({ length: count }, () => good);
    expect(typedSitesSchema.safeParse(many(MAX_SITES)).success).toBe(true);
    expect(typedSitesSchema.safeParse(many(MAX_SITES + 1)).success).toBe(false);
  });

  it("tell one sentence per wrong site, with its number", () => {
    const { sites, errors } = parseSites([
      good,
      { ...good, agents: "?" },
      { ...good, name: "", agents: "?", shared: "" },
    ]);
    expect(sites).toHaveLength(1);
    expect(errors.map(({ path }) => path)).toEqual(["sites.1.agents", "sites.2.name"]);
    expect(errors[1]?.message).toMatch(/^Site 3\u00A0: nommez .*2 autres erreurs suivent\.$/);
  });

  it("add up to what the criteria count", () => {
    const typed = typedSitesSchema.parse(snap1Sample.typed?.sites);
    expect(siteTotals(parseSites(typed).sites)).toEqual({
      sites: 5,
      agents: 268,
      rural: 4,
      overseas: 0,
      shared: 2,
    });
  });
});

describe("a day", () => {
  it.each([
    ["30/06/2019", "2019-06-30"],
    ["1/12/2020", "2020-12-01"],
    ["31/06/2019", null],
    ["29/02/2019", null],
    ["29/02/2020", "2020-02-29"],
    ["01/01/1979", null],
    ["2019-06-30", null],
    ["", null],
  ])("typed %s is %s", (typed, expected) => {
    expect(parseDay(typed)).toBe(expected);
  });
});
