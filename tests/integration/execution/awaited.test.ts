import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { formatDay } from "@/domain/calendar";
import { cents } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { readTasks } from "@/features/dossiers/queries/my-tasks";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { answerChange } from "@/features/execution/commands/answer-change";
import { withholdPhase } from "@/features/execution/commands/answer-crossing";
import { askClosing } from "@/features/execution/commands/closing";
import { promiseGain } from "@/features/execution/commands/gains";
import { proposeCrossing } from "@/features/execution/commands/propose-crossing";
import { requestChange } from "@/features/execution/commands/request-change";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { readAwaiting } from "@/features/work-list/awaiting/query";
import { parseFilters } from "@/features/work-list/filters";
import { readWorkList } from "@/features/work-list/queries/list";
import { routes } from "@/routes";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { report } from "../follow-up/project";
import { type Award, aLife, aProject, type Life, OPENED } from "./world";

const db = await testDatabase();
const REPORTED = "2021-06-30T10:00:00+02:00";
let life: Life;
beforeAll(async () => {
  life = await aLife("SNAP3");
});

/** What the grid of SNAP3 asks besides the forecast. */
const CELLS = { "indicateur.agents-actifs": "160", "indicateur.installation-sans-aide": "85" };

let project: Award;
/** Those of the tests before wait for nothing. */
beforeEach(async () => {
  await db.dossier.updateMany({
    where: { status: "in-execution" },
    data: { status: "closed", version: { increment: 1 } },
  });
  project = await aProject(life, "SNAP3");
});

/** What waits on this project alone, as a reader's list tells it. */
async function waiting(actor: Actor) {
  const { lines } = await readAwaiting(actor);
  return lines.filter(({ number }) => number === project.number);
}
const kinds = async (actor: Actor) => (await waiting(actor)).map(({ kind }) => kind);
const measure = (value: string) => ({ value, on: "2021-05-10", method: "Journal." });
const propose = () =>
  proposeCrossing(life.carrier, {
    number: project.number,
    position: 1,
    account: "Récit.",
    measures: [measure("210"), measure("60")],
  });
const next = async () => (await readDossierPage(life.owner, project.number)).next;
const tasks = async () =>
  (await readTasks(life.carrier)).filter(({ number }) => number === project.number);

describe("what waits after the award, for those whose role answers it", () => {
  test("a milestone proposed, for the owner; not while the project is suspended", async () => {
    const { id, number } = project;
    expect(await kinds(life.owner)).toEqual([]);
    await propose();
    expect(await waiting(life.owner)).toMatchObject([
      { kind: "crossing", href: routes.examinedPhase(number, 1), due: null },
    ]);
    expect(await next()).toMatchObject({
      what: "répondre au jalon proposé de la phase 1",
      action: { href: routes.examinedPhase(number, 1) },
    });
    for (const who of ["instructor", "secretary", "chair", "outsider", "juror"] as const) {
      expect(await kinds(life[who]), who).toEqual([]);
    }
    await db.dossier.update({ where: { id }, data: { assigneeId: life.instructor.agentId } });
    expect(await kinds(life.owner)).toEqual([]);
    await db.dossier.update({ where: { id }, data: { assigneeId: null } });
    await db.execution.update({ where: { dossierId: id }, data: { suspendedAt: new Date() } });
    expect(await kinds(life.owner)).toEqual([]);
  });

  test("a request, for whoever answers its kind", async () => {
    const { number } = project;
    const asked = { number, reason: "Raison." };
    const { request } = await requestChange(life.carrier, {
      ...asked,
      proposed: { kind: "scope", scope: "Moins." },
    });
    for (const who of [life.owner, life.instructor]) {
      expect(await waiting(who)).toMatchObject([
        { kind: "change", href: routes.examinedChange(number, request) },
      ]);
    }
    await answerChange(life.instructor, { number, request, outcome: "refused", answer: "Non." });
    const proposed = { kind: "abandonment", spent: cents(0) } as const;
    await requestChange(life.carrier, { ...asked, proposed });
    // Money and the end of a project are its owner's.
    expect(await kinds(life.owner)).toEqual(["change"]);
    expect(await kinds(life.instructor)).toEqual([]);
  });

  test("a closing, once nothing else waits", async () => {
    const { number } = project;
    const closing = { number, evaluation: "Atteint.", lessons: "Aucune.", unused: cents(0) };
    await askClosing(life.carrier, closing);
    expect(await waiting(life.owner)).toMatchObject([
      { kind: "closing", href: routes.examinedClosing(number) },
    ]);
    expect(await kinds(life.instructor)).toEqual([]);
    await propose();
    expect(await kinds(life.owner)).toEqual(["crossing"]);
  });

  test("a report late: once, since the oldest, before what no date presses", async () => {
    const { id, number } = project;
    await propose();
    await setClock("2021-11-15T10:00:00+01:00");
    const [late, crossing] = await waiting(life.owner);
    expect(late).toMatchObject({ kind: "duty-late", href: routes.carrierMessages(number) });
    expect(late?.due?.toISOString().slice(0, 10)).toBe("2021-07-10");
    expect(crossing?.kind).toBe("crossing");
    expect(await kinds(life.instructor)).toEqual(["duty-late"]);
    expect(await next()).toMatchObject({
      what: `remettre le compte rendu du 2e trimestre\u00A02021 (attendu depuis le ${formatDay("2021-07-10")})`,
      who: "le porteur",
    });
    await db.obligation.updateMany({
      where: { dossierId: id, period: { in: ["2021-T2", "2021-T3"] } },
      data: { doneAt: new Date() },
    });
    expect(await kinds(life.owner)).toEqual(["crossing"]);
  });
});

describe("what the team owes", () => {
  test("the report of the period that runs, then late; the header says it", async () => {
    const { number } = project;
    expect(await tasks()).toMatchObject([
      {
        label: expect.stringContaining("Remettre le compte rendu du 2e trimestre\u00A02021"),
        href: routes.report(number, "2021-T2"),
      },
    ]);
    const { header } = await openDossier(life.carrier, number);
    expect(header.next).toMatchObject({ who: "vous", before: formatDay("2021-07-10") });
    await report(life.carrier, { number, period: "2021-T2" }, { on: REPORTED, cells: CELLS });
    expect(await tasks()).toEqual([]);
  });

  test("a milestone not accepted is proposed again; a suspended project is not pressed", async () => {
    const { id, number } = project;
    await propose();
    const { id: crossing } = await db.phaseCrossing.findFirstOrThrow({ where: { dossierId: id } });
    await withholdPhase(life.owner, { number, position: 1, crossing, reason: "Raison." });
    const labels = (await tasks()).map(({ href }) => href);
    expect(labels).toEqual([routes.report(number, "2021-T2"), routes.phase(number, 1)]);
    await db.execution.update({ where: { dossierId: id }, data: { suspendedAt: new Date() } });
    expect(await tasks()).toEqual([]);
  });

  test("past its end: gains to prove, a final evaluation", async () => {
    const { id, number } = project;
    await promiseGain(life.carrier, { number, label: "Heures", unit: "h", promised: 1n });
    await db.obligation.updateMany({ where: { dossierId: id }, data: { doneAt: new Date() } });
    expect(await tasks()).toEqual([]);
    await setClock("2024-01-15T10:00:00+01:00");
    expect((await tasks()).map(({ href }) => href)).toEqual([
      routes.gains(number),
      routes.closing(number),
    ]);
    await setClock(OPENED);
  });
});

test("the list of the instruction shows projects in execution with what they owe and how they go", async () => {
  const { number } = project;
  const period = "2021-T2";
  await report(
    life.carrier,
    { number, period },
    { on: REPORTED, cells: CELLS, weather: "reachable", comment: "Un écart." },
  );
  const list = await readWorkList(life.owner, parseFilters({ vue: "en-execution" }));
  expect(list.views.find(({ key }) => key === "en-execution")?.count).toBe(list.count);
  expect(list.rows.find((row) => row.number === number)?.project).toMatchObject({
    suspended: false,
    duty: { kind: "report", period: "2021-T3", dueOn: "2021-10-10" },
    report: { weather: "reachable", calendar: 0 },
  });
  const all = await readWorkList(life.owner, parseFilters({}));
  expect(all.rows.every((row) => row.project === null)).toBe(true);
});
