import { beforeAll, describe, expect, test } from "vitest";
import { type FollowedProject as Drifted, groupDrift } from "@/domain/execution/drift";
import { cents } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { exportProjects } from "@/features/follow-up/export-projects";
import { projectsAddress, readProjectsQuery } from "@/features/follow-up/filters";
import { readProjects, readProjectsPage } from "@/features/follow-up/queries/projects";
import { NO_FILTERS } from "@/features/steering/filters";
import { readThemeDashboard } from "@/features/steering/queries/own-theme";
import { readOwnThemes } from "@/features/steering/queries/own-themes";
import { readSteering } from "@/features/steering/queries/steering";
import { Prisma } from "@/server/database/generated/client";
import { dayOfColumn, executionOfDossier } from "@/server/executions";
import { keepLatestDrifts } from "@/server/jobs/keep-drifts";
import { readDriftTrend, readKeptDrifts, readThemeDrifts } from "@/server/project-drift";
import { visibleDossiersSql } from "@/server/visibility-sql";
import { anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aLife, aProject, type Life } from "../execution/world";
import { report } from "./project";

const db = await testDatabase();
const NO_FILTER = readProjectsQuery({});
const JULY = "2021-07-15T10:00:00+02:00";

let itn: Life;
let snap: Life;
/** ITN3: dear and late; as planned; silent. SNAP3: late alone. */
let dear: { id: string; number: string };
let calm: typeof dear;
let silent: typeof dear;
let late: typeof dear;

beforeAll(async () => {
  itn = await aLife("ITN3");
  [dear, calm, silent] = [
    await aProject(itn, "ITN3"),
    await aProject(itn, "ITN3"),
    await aProject(itn, "ITN3"),
  ];
  snap = await aLife("SNAP3");
  late = await aProject(snap, "SNAP3");
  const { first } = (await executionOfDossier(dear.id)) ?? {};
  if (!first) throw new Error("not opened");
  const twice = String((first.total * 2) / 100).replace(".", ",");
  await report(
    itn.carrier,
    { number: dear.number, period: "2021-05" },
    { on: "2021-06-03T10:00:00+02:00" },
  );
  await report(
    itn.carrier,
    { number: dear.number, period: "2021-06" },
    {
      on: "2021-07-05T10:00:00+02:00",
      cells: { "cout-final": twice, fin: "31/12/2022" },
      comment: "Le périmètre double.",
      weather: "compromised",
    },
  );
  await report(
    itn.carrier,
    { number: calm.number, period: "2021-05" },
    { on: "2021-06-04T10:00:00+02:00" },
  );
  await report(
    itn.carrier,
    { number: calm.number, period: "2021-06" },
    { on: "2021-07-06T10:00:00+02:00" },
  );
  await report(
    snap.carrier,
    { number: late.number, period: "2021-T2" },
    {
      on: "2021-07-07T10:00:00+02:00",
      cells: {
        fin: "30/06/2023",
        "indicateur.agents-actifs": "40",
        "indicateur.installation-sans-aide": "75",
      },
      comment: "Quatre mois de plus.",
      weather: "help-needed",
    },
  );
  await setClock(JULY);
});

/** What the rows of the database say, by the pure rule. */
async function expected(...ids: string[]) {
  const projects: Drifted[] = [];
  for (const id of ids) {
    const execution = await executionOfDossier(id);
    const row = await db.progressReport.findFirst({
      where: { dossierId: id, status: { not: "draft" } },
      orderBy: { periodEndsOn: "desc" },
    });
    if (!execution || !row?.estimatedEndsOn) throw new Error("no report");
    projects.push({
      plan: execution.first,
      estimate: {
        total: cents(Number(row.estimatedCost)),
        endsOn: dayOfColumn(row.estimatedEndsOn),
      },
    });
  }
  return groupDrift(projects);
}

describe("drift, level by level", () => {
  const all = Prisma.sql`d.status = 'in-execution'`;

  test("in SQL is what the pure rule says of the same projects", async () => {
    const { themes, volets, whole } = await readThemeDrifts(all);
    expect(themes.get("ITN3")).toEqual(await expected(dear.id, calm.id));
    expect(themes.get("SNAP3")).toEqual(await expected(late.id));
    expect(volets.get("ITN")).toEqual(themes.get("ITN3"));
    expect(whole).toEqual(await expected(dear.id, calm.id, late.id));
    expect(whole.budget).toBeGreaterThan(0);
  });

  test("is told against the first plan, whatever the baseline in force", async () => {
    const before = await readThemeDrifts(all);
    const execution = await db.execution.findUniqueOrThrow({ where: { dossierId: dear.id } });
    const request = await db.changeRequest.create({
      data: {
        dossierId: dear.id,
        number: 1,
        kind: "delay",
        reason: "x",
        proposed: {},
        requestedById: itn.carrier.agentId,
      },
    });
    const first = await db.baseline.findFirstOrThrow({ where: { dossierId: dear.id } });
    await db.baseline.create({
      data: {
        dossierId: dear.id,
        version: 2,
        requestId: request.id,
        fingerprint: "f",
        content: { ...(first.content as object), total: 1, endsOn: "2030-01-01" },
      },
    });
    expect(execution.baseline).toBe(1);
    expect((await readThemeDrifts(all)).whole).toEqual(before.whole);
  });

  test("moves from one period to the next", async () => {
    const trend = await readDriftTrend(all, ["2021-T1", "2021-05", "2021-T2"]);
    expect(trend.map(({ period, drift }) => [period, drift.projects])).toEqual([
      ["2021-T1", 0],
      ["2021-05", 2],
      ["2021-T2", 3],
    ]);
    expect(trend.map(({ drift }) => drift.budget)).toEqual([
      null,
      0,
      (await readThemeDrifts(all)).whole.budget,
    ]);
  });
});

describe("drift kept by the hour", () => {
  const all = Prisma.sql`true`;

  test("says what the reports say, quarter by quarter, until it is kept again", async () => {
    await keepLatestDrifts();
    const quarters = ["2021-T2", "2021-T3"];
    const live = await readDriftTrend(all, quarters);
    const kept = await readKeptDrifts(["ITN3", "SNAP3"], quarters);
    expect(kept.map(({ period, whole }) => ({ period, drift: whole }))).toEqual(live);
    const { themes, volets } = await readThemeDrifts(all);
    expect(kept.at(-1)?.themes).toEqual(themes);
    expect(kept.at(-1)?.volets).toEqual(volets);
    const ministryOf = ({ carrier }: Life) => carrier.organisation?.ministryId ?? "";
    expect([...(kept.at(-1)?.ministries ?? [])].toSorted()).toEqual(
      [
        [ministryOf(itn), themes.get("ITN3")],
        [ministryOf(snap), themes.get("SNAP3")],
      ].toSorted(),
    );
    expect(await readKeptDrifts(["ITN6"], quarters)).toEqual([]);
    const [one] = await readKeptDrifts(["SNAP3"], ["2021-T3"]);
    expect(one?.whole).toEqual(themes.get("SNAP3"));
    await keepLatestDrifts();
    expect(await readKeptDrifts(["ITN3", "SNAP3"], quarters)).toEqual(kept);
  });
});

describe("drift on the committee's page", () => {
  const codes = async (reader: Actor) =>
    (await readSteering(reader, NO_FILTERS)).drifts.map(({ period, themes }) => [
      period,
      [...themes.keys()].toSorted(),
    ]);

  test("leaves out, at every level and every quarter, what its reader is recused from", async () => {
    await keepLatestDrifts();
    const free = await anActor(null, { role: "cosinum" });
    const recused = await anActor(null, { role: "cosinum" });
    await db.jurorAssignment.create({
      data: {
        dossierId: late.id,
        jurorId: recused.agentId,
        assignedById: snap.owner.agentId,
        status: "recused",
        ground: "same-ministry",
        endedAt: new Date(),
      },
    });
    expect(await codes(free)).toEqual([
      ["2021-T2", ["ITN3", "SNAP3"]],
      ["2021-T3", ["ITN3", "SNAP3"]],
    ]);
    expect(await codes(recused)).toEqual([
      ["2021-T2", ["ITN3"]],
      ["2021-T3", ["ITN3"]],
    ]);
    const [told, whole] = await Promise.all(
      [recused, free].map((one) => readSteering(one, NO_FILTERS)),
    );
    const present = told?.drifts.at(-1);
    expect(present?.whole).toEqual(whole?.drifts.at(-1)?.themes.get("ITN3"));
    expect([...(present?.volets.keys() ?? [])]).toEqual(["ITN"]);
    expect([...(present?.ministries.keys() ?? [])]).toEqual([itn.interior.id]);
  });
});

describe("the dashboard of a theme", () => {
  test("ranks its projects by drift, with that of them all, what is late, and what its envelope holds", async () => {
    const board = await readThemeDashboard(itn.owner, "itn3");
    expect(board.drifting.map(({ number }) => number)).toEqual([dear.number, calm.number]);
    expect(board.driftingTogether).toEqual(await expected(dear.id, calm.id));
    expect(board.drifting[0]?.drift.budget).toBe(10_000);
    // Nothing was reported since the quarter before.
    expect(board.trends.budget).toBe("stable");
    expect(board.late.map(({ number }) => number)).toContain(silent.number);
    expect(board.lateCount).toBe(board.late.length);
    expect(board.figures.awarded).toBe(3);
    const held = await db.envelope.aggregate({
      where: { themeCode: "ITN3" },
      _sum: { committed: true },
    });
    expect(BigInt(board.envelope.committed)).toBe(held._sum.committed);
    const states = board.states.reduce((total, { dossiers }) => total + dossiers, 0);
    expect(states).toBe(board.figures.dossiers);
  });

  test("is its people's: one line for each theme they follow, nothing of the others", async () => {
    const themes = await readOwnThemes(itn.owner);
    expect(themes.map(({ theme }) => theme.code)).toEqual(["ITN3"]);
    expect(themes[0]?.dossiers).toBe(3);
    expect(themes[0]?.drift).toEqual(await expected(dear.id, calm.id));
    const notFound = { code: "not-found" };
    await expect(readThemeDashboard(itn.owner, "snap3")).rejects.toMatchObject(notFound);
    await expect(readThemeDashboard(itn.owner, "itn99")).rejects.toMatchObject(notFound);
    for (const stranger of [itn.carrier, itn.dnum, snap.owner]) {
      await expect(readThemeDashboard(stranger, "itn3")).rejects.toMatchObject(notFound);
    }
    await expect(readOwnThemes(itn.carrier)).rejects.toMatchObject(notFound);
  });
});

describe("the list of projects", () => {
  const numbers = async (
    actor: Actor,
    params: Record<string, string> = {},
    as: "instruction" | "ministry" = "instruction",
  ) => (await readProjects(actor, as, readProjectsQuery(params))).rows.map(({ number }) => number);

  test("shows the most overdue first, each with its last report", async () => {
    const { rows, count, lateCount } = await readProjects(itn.owner, "instruction", NO_FILTER);
    expect(rows.map(({ number }) => number)).toEqual([
      silent.number,
      ...[dear.number, calm.number].toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1)),
    ]);
    expect([count, lateCount]).toEqual([3, 1]);
    expect(rows[0]).toMatchObject({
      late: 2,
      report: null,
      next: { period: "2021-05", dueOn: "2021-06-10" },
    });
    expect(rows.find(({ number }) => number === dear.number)).toMatchObject({
      late: 0,
      next: { period: "2021-07" },
      report: { period: "2021-06", weather: "compromised", budget: 10_000 },
    });
  });
  const idOf = (number: string) =>
    [dear, calm, silent].find((each) => each.number === number)?.id ?? "";

  test.each([
    [{ etat: "en-retard" }, () => [silent.number]],
    [{ etat: "sans-compte-rendu" }, () => [silent.number]],
    [{ etat: "en-derive" }, () => [dear.number]],
    [{ meteo: "securise" }, () => [calm.number]],
    [{ meteo: "compromis" }, () => [dear.number]],
    [{ theme: "snap3" }, () => []],
    [
      { etat: "inconnu", meteo: "inconnue", apres: "hier" },
      () => [silent, dear, calm].map(({ number }) => number),
    ],
  ] as const)("%j", async (params, found) => {
    expect((await numbers(itn.owner, params)).toSorted()).toEqual(found().toSorted());
  });

  test("goes from page to page and back without losing nor repeating a project", async () => {
    const seen: string[] = [];
    let query = NO_FILTER;
    for (;;) {
      const page = await readProjectsPage(itn.owner, "instruction", query, 1);
      seen.push(...page.rows.map(({ number }) => number));
      if (!page.next) break;
      query = readProjectsQuery(
        Object.fromEntries(projectsAddress({ ...query, place: page.next })),
      );
    }
    expect(seen).toEqual(await numbers(itn.owner));
    const back: string[] = [];
    for (;;) {
      const page = await readProjectsPage(itn.owner, "instruction", query, 1);
      back.unshift(...page.rows.map(({ number }) => number));
      if (!page.previous) break;
      query = { ...query, place: page.previous };
    }
    expect(back).toEqual(seen);
  });

  test("is of one's themes, or of one's ministries, and of nobody else", async () => {
    expect(await numbers(snap.owner)).toEqual([late.number]);
    expect((await numbers(itn.dnum, {}, "ministry")).toSorted()).toEqual(
      [dear, calm, silent].map(({ number }) => number).toSorted(),
    );
    expect(await numbers(snap.dnum, {}, "ministry")).toEqual([late.number]);
    const stranger = await anActor(await anOrganisation({}));
    for (const [actor, as] of [
      [stranger, "instruction"],
      [stranger, "ministry"],
      [itn.dnum, "instruction"],
      [itn.owner, "ministry"],
      [itn.carrier, "instruction"],
    ] as const) {
      await expect(readProjects(actor, as, NO_FILTER)).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("a recused person reads neither the project, its count, nor its drift", async () => {
    const recused = await anActor(itn.other, { role: "instructor", theme: "ITN3" });
    await db.jurorAssignment.create({
      data: {
        dossierId: dear.id,
        jurorId: recused.agentId,
        assignedById: itn.owner.agentId,
        status: "recused",
        ground: "same-ministry",
        endedAt: new Date(),
      },
    });
    const read = await readProjects(recused, "instruction", NO_FILTER);
    expect(read.count).toBe(2);
    expect(read.drifts.whole).toEqual(await expected(calm.id));
  });

  test("leaves as a CSV, written in the log before its first line", async () => {
    const file = await exportProjects(itn.owner, NO_FILTER);
    const text = (await file.toArray()).map(String).join("");
    expect(text.trim().split("\r\n")).toHaveLength(4);
    expect(text).toContain(dear.number);
    expect(text).toContain("+100\u00A0%");
    expect(await db.auditLine.count({ where: { action: "export-projects" } })).toBe(1);
  });

  test("in SQL, the DNUM sees the dossiers its rule says", async () => {
    const found = await db.$queryRaw<{ id: string }[]>`
      SELECT d.id FROM dossier d WHERE ${visibleDossiersSql(itn.dnum, "ministry")}`;
    const ruled = await db.dossier.findMany({
      where: { filedAt: { not: null }, ministryId: { in: [itn.interior.id] } },
    });
    expect(found.map(({ id }) => id).toSorted()).toEqual(ruled.map(({ id }) => id).toSorted());
    expect(found.length).toBeGreaterThan(0);
  });
});
