import { describe, expect, test } from "vitest";
import { DOSSIER_STATUSES } from "@/domain/dossier/statuses";
import { NO_FILTERS, type ProjectsQuery, readSteeringQuery, steeringAddress } from "./filters";
import { SHOWN, SHOWN_STATES } from "./states";

const NOTHING: ProjectsQuery = { ...NO_FILTERS, place: null };
const ID = "01890000-0000-7000-8000-000000000001";

describe("the address of a selection", () => {
  test.each<[string, Partial<ProjectsQuery>]>([
    ["nothing", {}],
    ["a quarter and a BOP", { quarter: "2021-T1", bop: "DITP" }],
    ["the theme without BOP", { bop: "none", theme: "ITN7" }],
    ["a volet, a ministry", { volet: "SNAP", ministry: ID }],
    ["no ministry, a state", { ministry: "aucun", state: "in-execution" }],
    ["a part", { part: "interministerial", state: "complement-requested" }],
    ["a place", { place: { direction: "before", filedAt: new Date(1_611_133_200_000), id: ID } }],
  ])("%s is read as it is written", (_, query) => {
    const whole = { ...NOTHING, ...query };
    expect(readSteeringQuery(Object.fromEntries(steeringAddress(whole)))).toEqual(whole);
  });

  test.each([
    { trimestre: "2021-03" },
    { trimestre: "2021-T5" },
    { bop: "autre" },
    { ministere: "'; DROP" },
    { etat: "note" },
    { etat: "brouillon" },
    { montrer: "tout" },
    { apres: "1_2" },
    { theme: "itn99" },
  ])("what does not exist is not asked: %o", (params) => {
    expect(readSteeringQuery(params)).toEqual(NOTHING);
  });
});

test("a state shown tells nothing of a decision before it is told", () => {
  for (const { status, told, shown } of SHOWN) {
    const hidden = ["heard", "scored", "reserve", "accepted", "refused", "set-aside"];
    if (!told && hidden.includes(status)) expect(shown).toBe("under-review");
  }
  expect(SHOWN_STATES).not.toContain("draft");
  expect(SHOWN_STATES).not.toContain("heard");
  const statuses = new Set(SHOWN.map(({ status }) => status));
  expect(statuses.size).toBe(DOSSIER_STATUSES.length - 1);
});
