import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DOSSIER_STATUSES } from "@/domain/dossier/statuses";
import { cents } from "@/domain/money";
import { THEME_CODES } from "@/domain/themes/types";
import { COLUMN_KEYS, DEFAULT_COLUMNS, defaultColumns } from "./columns";
import {
  AGES,
  DUES,
  EVERYTHING,
  filterQuery,
  hasFilters,
  type ListFilters,
  ORDERS,
  type Order,
  parseFilters,
  savedQuery,
} from "./filters";
import { VIEW_KEYS } from "./views";

const ID = "018f2a3c-1111-7222-8333-444455556666";
const parsed = (query: URLSearchParams) => {
  const { errors, ...filters } = parseFilters(
    Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])),
  );
  expect(errors).toEqual([]);
  return filters;
};

const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const someFilters: fc.Arbitrary<ListFilters> = fc.record({
  view: fc.constantFrom(...VIEW_KEYS),
  search: fc.constantFrom("", "amiante", "l’eau & le sel", "2021-000012"),
  theme: orNull(fc.constantFrom(...THEME_CODES)),
  status: orNull(fc.constantFrom(...DOSSIER_STATUSES.filter((status) => status !== "draft"))),
  assignee: orNull(fc.constantFrom("moi", "personne", ID)),
  label: orNull(fc.constantFrom("urgent", "à relire, vite")),
  age: orNull(fc.constantFrom(...AGES)),
  due: orNull(fc.constantFrom(...DUES)),
  visa: orNull(fc.constantFrom("awaited" as const, "sans-objet" as const)),
  ministryId: orNull(fc.constant(ID)),
  grantFrom: orNull(fc.nat({ max: 10 ** 12 }).map(cents)),
  grantTo: orNull(fc.nat({ max: 10 ** 12 }).map(cents)),
  columns: fc
    .subarray([...COLUMN_KEYS], { minLength: 1 })
    .map((keys) => COLUMN_KEYS.filter((key) => keys.includes(key))),
  order: fc.constantFrom(...(Object.keys(ORDERS) as Order[])),
  savedId: orNull(fc.constant(ID)),
  cursor: orNull(
    fc.record({
      side: fc.constantFrom("before" as const, "after" as const),
      place: fc.nat(),
      id: fc.constant(ID),
    }),
  ),
});

test("an address says the list and nothing else: read again, it is the same", () => {
  fc.assert(
    fc.property(someFilters, (filters) => {
      expect(parsed(filterQuery(filters))).toEqual(filters);
    }),
  );
});

test("a saved view keeps neither the page nor its own name", () => {
  fc.assert(
    fc.property(someFilters, (filters) => {
      const kept = parsed(new URLSearchParams(savedQuery(filters)));
      expect(kept).toEqual({ ...filters, savedId: null, cursor: null });
    }),
  );
});

describe("addresses", () => {
  test("what is at its default is left out", () => {
    expect(filterQuery(EVERYTHING).toString()).toBe("");
  });

  test.each([
    ["an unknown view", { vue: "secret" }],
    ["an unknown theme", { theme: "ITN99" }],
    ["the status of a draft", { statut: "draft" }],
    ["an unknown assignee", { instructeur: "tous" }],
    ["an age of one's own", { age: "3" }],
    ["a deadline of one's own", { echeance: "365" }],
    ["a ministry that is no id", { ministere: "1" }],
    ["unknown columns", { colonne: ["notes", "jures"] }],
    ["an unknown order", { tri: "note" }],
    ["a place that is none", { apres: "hier", avant: `12_x` }],
  ])("%s is left out", (_, query) => {
    const { errors, ...filters } = parseFilters(query);
    expect(filters).toEqual(EVERYTHING);
    expect(errors).toEqual([]);
  });

  test("the first of several values counts, but for columns", () => {
    const filters = parseFilters({ theme: ["ITN3", "ITN6"], colonne: ["visa", "projet"] });
    expect(filters.theme).toBe("ITN3");
    expect(filters.columns).toEqual(["projet", "visa"]);
  });

  test("projects in execution have their own columns, which the address leaves out", () => {
    const own = defaultColumns("en-execution");
    expect(parseFilters({ vue: "en-execution" }).columns).toEqual(own);
    expect(filterQuery({ view: "en-execution", columns: own }).getAll("colonne")).toEqual([]);
    expect(parseFilters({ vue: "tous" }).columns).toEqual(DEFAULT_COLUMNS);
  });

  test("an amount that is none is told, and left out", () => {
    const filters = parseFilters({ "montant-min": "mille", "montant-max": "2 000,5" });
    expect(filters.grantFrom).toBeNull();
    expect(filters.grantTo).toBe(200_050);
    expect(filters.errors.map(({ path }) => path)).toEqual(["montant-min"]);
  });
});

test.each([
  [{}, false],
  [{ view: "a-verifier" as const }, false],
  [{ order: "montant" as const, columns: ["visa" as const] }, false],
  [{ columns: DEFAULT_COLUMNS, savedId: ID }, false],
  [{ search: "amiante" }, true],
  [{ theme: "ITN3" as const }, true],
  [{ grantTo: cents(0) }, true],
])("hasFilters %j: %s", (change, expected) => {
  expect(hasFilters({ ...EVERYTHING, ...change })).toBe(expected);
});
