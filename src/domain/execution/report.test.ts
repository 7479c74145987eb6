import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { euros } from "@/domain/money";
import { THEMES } from "@/domain/themes/index";
import { pastedCells } from "./pasted-report";
import {
  findingsOf,
  gridProblems,
  mayReport,
  needsComment,
  readGrid,
  type TypedCells,
} from "./report";
import { type Forecast, fieldCount, gridOf, plannedSpending } from "./report-grid";

const plan = { total: euros(120_000), startsOn: "2021-03-01", endsOn: "2022-02-28" } as const;
const months = ["03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map((m) => `2021-${m}`);

const forecast: Forecast = {
  total: plan.total,
  endsOn: plan.endsOn,
  milestones: [
    { name: "Ouverture dans l’Orne", on: "2021-03-20" },
    { name: "Ouverture dans la Sarthe", on: "2021-06-30" },
    { name: "Bilan", on: "2022-02-28" },
  ],
  spending: [...months, "2022-01", "2022-02"].map((month) => ({
    month,
    amount: euros(10_000),
    t2: euros(1_000),
  })),
  phases: [],
};

const march = (
  changes: Partial<Forecast> = {},
  earlier: Parameters<typeof gridOf>[0]["earlier"] = null,
  period = "2021-03",
) =>
  gridOf({ period, forecast: { ...forecast, ...changes }, figures: THEMES.ITN3.figures, earlier });

const offers = (rows: ReturnType<typeof gridOf>) =>
  Object.fromEntries(rows.map(({ key, offered }) => [key, offered]));

describe("the grid of a first period", () => {
  test("offers the forecast on each line, in the order of the sections", () => {
    expect(offers(march())).toEqual({
      "jalon.ouverture-dans-l-orne": "20/03/2021",
      "jalon.ouverture-dans-la-sarthe": "30/06/2021",
      "jalon.bilan": "28/02/2022",
      depenses: "9\u202F000,00",
      personnel: "1\u202F000,00",
      agents: "",
      "theme.support-hours": "",
      "cout-final": "120\u202F000,00",
      fin: "28/02/2022",
    });
  });

  test("asks nine cells, of which one is empty and due: five minutes", () => {
    expect(fieldCount(march())).toEqual({ asked: 9, empty: 1 });
  });

  test("asks no staff of a plan without any", () => {
    const spending = forecast.spending.map((month) => ({ ...month, t2: euros(0) }));
    expect(march({ spending }).some(({ key }) => key === "personnel")).toBe(false);
  });

  test("tells milestones of one name apart", () => {
    const milestones = [
      { name: "Bilan", on: "2021-06-30" },
      { name: "Bilan\u202F!", on: "2021-12-31" },
    ] as const;
    const keys = march({ milestones }).map(({ key }) => key);
    expect(keys.slice(0, 2)).toEqual(["jalon.bilan", "jalon.bilan-2"]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("the grid of the next period", () => {
  const values = {
    "jalon.ouverture-dans-l-orne": "31/03/2021",
    "jalon.ouverture-dans-la-sarthe": "31/08/2021",
    depenses: "8\u202F000,00",
    personnel: "1\u202F500,00",
    agents: "2,5",
    "theme.support-hours": "3",
    "cout-final": "130\u202F000,00",
    fin: "31/03/2022",
  };
  const april = march({}, { period: "2021-03", values }, "2021-04");

  test("carries the values over, adds what is planned since, starts a month's figure anew", () => {
    expect(offers(april)).toEqual({
      "jalon.ouverture-dans-l-orne": "31/03/2021",
      "jalon.ouverture-dans-la-sarthe": "31/08/2021",
      "jalon.bilan": "28/02/2022",
      depenses: "17\u202F000,00",
      personnel: "2\u202F500,00",
      agents: "2,5",
      "theme.support-hours": "",
      "cout-final": "130\u202F000,00",
      fin: "31/03/2022",
    });
  });

  test("asks no more of a milestone reached by the end of the last report's period", () => {
    expect(april.filter(({ settled }) => settled).map(({ label }) => label)).toEqual([
      "Ouverture dans l’Orne",
    ]);
    expect(fieldCount(april)).toEqual({ asked: 8, empty: 0 });
    const typed = readGrid(april, { "jalon.ouverture-dans-l-orne": "01/12/2021" });
    expect(typed[0]).toMatchObject({ value: "2021-03-31", toConfirm: false });
  });

  test.each([
    ["31/03/2021", true],
    ["01/04/2021", false],
  ])("a day of %s in the report of March is passed: %s", (day, settled) => {
    const rows = march({}, { period: "2021-03", values: { "jalon.bilan": day } }, "2021-04");
    expect(rows.find(({ key }) => key === "jalon.bilan")?.settled).toBe(settled);
  });
});

describe("indicators of the phases", () => {
  const indicator = {
    name: "Agents actifs",
    unit: "agents",
    cadence: "month",
    minimum: 150,
  } as const;
  const phases = [
    { startsOn: "2021-03-01", endsOn: "2021-06-30", indicators: [indicator] },
    {
      startsOn: "2021-07-01",
      endsOn: "2022-02-28",
      indicators: [
        { ...indicator, minimum: 800 },
        { name: "Coût par agent", unit: "€", cadence: "year", minimum: 10 } as const,
      ],
    },
  ] as const;
  const at = (period: string) =>
    gridOf({ period, forecast: { ...forecast, phases }, figures: [], earlier: null }).filter(
      ({ section }) => section === "indicators",
    );

  test.each([
    ["2021-T1", [["Agents actifs", 150, false]]],
    ["2021-T2", [["Agents actifs", 150, false]]],
    [
      "2021-T3",
      [
        ["Agents actifs", 800, false],
        ["Coût par agent", 10, true],
      ],
    ],
  ] as const)("%s", (period, lines) => {
    expect(at(period).map(({ label, planned, optional }) => [label, planned, optional])).toEqual(
      lines,
    );
  });

  test.each([
    ["2021-T1", "10", 0],
    ["2021-T2", "149", 1],
    ["2021-T2", "150", 0],
  ])("in %s, %s agents: %i alert, at the end of the phase alone", (period, typed, count) => {
    const rows = readGrid(
      gridOf({ period, forecast: { ...forecast, phases }, figures: [], earlier: null }),
      { "indicateur.agents-actifs": typed, agents: "1" },
    );
    expect(findingsOf(rows, plan, period)?.alerts).toHaveLength(count);
  });
});

test.each([
  ["2021-02", 0, 0],
  ["2021-03", 1_000_00, 9_000_00],
  ["2021-T1", 1_000_00, 9_000_00],
  ["2021-T2", 4_000_00, 36_000_00],
  ["2022-02", 12_000_00, 108_000_00],
  ["2023-01", 12_000_00, 108_000_00],
])("planned up to %s", (period, t2, others) => {
  expect(plannedSpending(forecast, period)).toEqual({ t2, others });
});

describe("what is typed", () => {
  const read = (cells: TypedCells) => readGrid(march(), { agents: "2", ...cells });
  const problems = (cells: TypedCells) => gridProblems(read(cells)).map(({ path }) => path);

  test("a cell nobody typed holds the forecast, to be confirmed", () => {
    expect(read({}).filter(({ toConfirm }) => toConfirm)).toHaveLength(7);
    expect(read({ fin: "28/02/2022" }).find(({ key }) => key === "fin")?.toConfirm).toBe(false);
    expect(gridProblems(read({}))).toEqual([]);
  });

  test.each([
    [{ agents: "" }, ["cell.agents"]],
    [{ agents: "deux" }, ["cell.agents"]],
    [{ depenses: "" }, ["cell.depenses"]],
    [{ depenses: "-3" }, ["cell.depenses"]],
    [{ depenses: "12,345" }, ["cell.depenses"]],
    [{ fin: "31/02/2022" }, ["cell.fin"]],
    [{ "theme.support-hours": "" }, []],
    [{ "theme.support-hours": "quatre" }, ["cell.theme.support-hours"]],
    [{ "jalon.bilan": "01/03/2022" }, ["cell.fin"]],
    [{ "jalon.bilan": "01/03/2022", fin: "01/03/2022" }, []],
    [{ depenses: "130000", personnel: "0" }, ["cell.cout-final"]],
    [{ depenses: "119000", personnel: "1000" }, []],
    [{ depenses: "119000,01", personnel: "1000" }, ["cell.cout-final"]],
  ] as const)("%j", (cells, paths) => {
    expect(problems(cells as TypedCells)).toEqual(paths);
  });

  const alerts = (cells: TypedCells, period = "2021-03") =>
    findingsOf(read(cells), plan, period)?.alerts.map(({ row }) => row);

  test.each([
    [{}, []],
    // 30 days after 30 June, then 31.
    [{ "jalon.ouverture-dans-la-sarthe": "30/07/2021" }, []],
    [{ "jalon.ouverture-dans-la-sarthe": "31/07/2021" }, ["jalon.ouverture-dans-la-sarthe"]],
    // Ten percent of 9 000 €, then a cent more; the same below.
    [{ depenses: "9900" }, []],
    [{ depenses: "9901" }, ["depenses"]],
    [{ depenses: "8100" }, []],
    [{ depenses: "8099" }, ["depenses"]],
    [{ personnel: "0" }, ["personnel"]],
    // A tenth of 120 000 €.
    [{ "cout-final": "131993" }, []],
    // 9,995 % is told 10 %.
    [{ "cout-final": "131994" }, ["cout-final"]],
    [{ "cout-final": "132000" }, ["cout-final"]],
    [{ "cout-final": "60000" }, []],
    // 365 days: 36 are 9,86 %, 37 are 10,14 %.
    [{ fin: "05/04/2022" }, []],
    [{ fin: "06/04/2022" }, ["fin"]],
  ] as const)("alerts of %j", (cells, rows) => {
    expect(alerts(cells as TypedCells)).toEqual(rows);
  });

  test("the whole: what is spent, what is estimated, the drift from the first plan", () => {
    expect(
      findingsOf(read({ "cout-final": "144000", fin: "28/02/2023" }), plan, "2021-03"),
    ).toMatchObject({
      spent: 10_000_00,
      estimate: { total: 144_000_00, endsOn: "2023-02-28" },
      drift: { budget: 2_000, calendar: 10_000 },
      suggested: "compromised",
    });
    expect(findingsOf(read({ fin: "bientôt" }), plan, "2021-03")).toBeNull();
  });

  test("a comment comes with a gap, or with a weather brighter than the suggested one", () => {
    const calm = findingsOf(read({}), plan, "2021-03");
    const late = findingsOf(read({ personnel: "0" }), plan, "2021-03");
    if (!calm || !late) throw new Error("unread");
    expect(needsComment(calm, "secure")).toBe(false);
    expect(needsComment(calm, "compromised")).toBe(false);
    expect(needsComment(late, "reachable")).toBe(true);
    expect(needsComment({ ...late, alerts: [] }, "secure")).toBe(true);
  });

  test("whatever is typed, a grid is read without throwing and keeps each line once", () =>
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(...march().map(({ key }) => key)),
          fc.string({ unit: "binary" }),
        ),
        (cells) => {
          const rows = readGrid(march(), cells);
          expect(rows.map(({ key }) => key)).toEqual(march().map(({ key }) => key));
          const unread = gridProblems(rows);
          if (unread.length === 0) expect(findingsOf(rows, plan, "2021-03")).not.toBeNull();
        },
      ),
    ));
});

test.each([
  ["2021-03", "2021-02-28", false],
  ["2021-03", "2021-03-01", true],
  ["2021-T2", "2021-03-31", false],
  ["2021-T2", "2021-04-01", true],
] as const)("%s may be reported on %s: %s", (period, today, may) => {
  expect(mayReport(period, today)).toBe(may);
});

describe("a paste from a spreadsheet", () => {
  test("finds the lines by their label, whatever the case, the accents and the order", () => {
    expect(
      pastedCells(march(), [
        ["Réalisé", "Prévu", "Ligne"],
        ["12 000", "x", "DEPENSE depuis le debut, hors personnel (TTC)"],
        ["30/04/2022", "x", "jour de fin estimé"],
      ]),
    ).toEqual({ cells: { depenses: "12 000", fin: "30/04/2022" }, problems: [] });
  });

  test("says what it leaves: an unknown line, a value that cannot be read", () => {
    const { cells, problems } = pastedCells(march(), [
      ["Ligne", "Réalisé"],
      ["Café", "3"],
      ["Bilan", "bientôt"],
      ["Ouverture dans l’Orne", "22/03/2021"],
    ]);
    expect(cells).toEqual({ "jalon.ouverture-dans-l-orne": "22/03/2021" });
    expect(problems).toEqual([
      "Ligne 2, colonne Ligne, «\u00A0Café\u00A0»\u00A0: cette ligne n’est pas dans la grille.",
      "Ligne 3, colonne Réalisé, «\u00A0bientôt\u00A0»\u00A0: Le jour doit s’écrire avec l’année. Exemple\u00A0: 31/03/2021.",
    ]);
  });

  test("of nothing, or without the column of the values, is refused as a whole", () => {
    expect(pastedCells(march(), []).problems).toHaveLength(1);
    expect(
      pastedCells(march(), [
        ["Ligne", "Intitulé"],
        ["Bilan", "x"],
      ]).cells,
    ).toEqual({});
  });
});
