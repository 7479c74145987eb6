import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { correctReport, handInReport } from "@/features/follow-up/commands/hand-in-report";
import { meetDuty } from "@/features/follow-up/commands/meet-duty";
import { pasteReport, saveReport, saveReportForm } from "@/features/follow-up/commands/save-report";
import { readFollowUp } from "@/features/follow-up/queries/follow-up";
import { readReport } from "@/features/follow-up/queries/report";
import { dossierChain, readChain } from "@/server/audit";
import { database, inTransaction } from "@/server/database/client";
import { askObligations, dropObligations } from "@/server/obligations";
import { anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aLife, aProject, type Life } from "../execution/world";
import { dutiesOf, report, typeCells } from "./project";

await testDatabase();
let life: Life;
beforeAll(async () => {
  life = await aLife("ITN3");
});

const MAY = { period: "2021-05" };
const JUNE_3 = "2021-06-03T10:00:00+02:00";

let project: Awaited<ReturnType<typeof aProject>>;
beforeEach(async () => {
  project = await aProject(life, "ITN3");
});

const may = () => ({ number: project.number, ...MAY });
const stored = () =>
  database().progressReport.findUniqueOrThrow({
    where: { dossierId_period: { dossierId: project.id, period: MAY.period } },
    include: { corrections: true },
  });
const actions = async () =>
  (await readChain(dossierChain(project.id))).lines.map(({ action }) => action);

describe("what is due", () => {
  test("is asked at the opening: a report a month, the team a year later", async () => {
    const duties = await dutiesOf(project.id);
    const reports = duties.filter(({ kind }) => kind === "report");
    expect(reports[0]).toMatchObject({ period: "2021-05", dueOn: "2021-06-10", doneAt: null });
    // Eighteen months from 10 May 2021, both ends included.
    expect(reports.at(-1)).toMatchObject({ period: "2022-11", dueOn: "2022-12-10" });
    expect(reports).toHaveLength(19);
    expect(duties.filter(({ kind }) => kind === "team-kept")).toMatchObject([
      { period: "", dueOn: "2022-05-10" },
    ]);
  });

  test("follows the baseline in force, keeps what was done, and asks the same thing once", async () => {
    await report(life.carrier, may(), { on: JUNE_3 });
    await database().execution.update({
      where: { dossierId: project.id },
      data: { endsOn: new Date("2021-07-15") },
    });
    await inTransaction((tx) => askObligations(tx, project.id));
    const open = (await dutiesOf(project.id)).filter(({ droppedAt }) => droppedAt === null);
    expect(open.filter(({ kind }) => kind === "report").map(({ period }) => period)).toEqual([
      "2021-05",
      "2021-06",
      "2021-07",
    ]);
    await database().execution.update({
      where: { dossierId: project.id },
      data: { endsOn: new Date("2021-08-15") },
    });
    await inTransaction((tx) => askObligations(tx, project.id));
    await inTransaction((tx) => askObligations(tx, project.id));
    const again = (await dutiesOf(project.id)).filter(
      ({ kind, droppedAt }) => kind === "report" && droppedAt === null,
    );
    expect(again.map(({ period, doneAt }) => [period, doneAt !== null])).toEqual([
      ["2021-05", true],
      ["2021-06", false],
      ["2021-07", false],
      ["2021-08", false],
    ]);
    await inTransaction((tx) => dropObligations(tx, project.id));
    const left = (await dutiesOf(project.id)).filter(({ droppedAt }) => droppedAt === null);
    expect(left.map(({ period }) => period)).toEqual(["2021-05"]);
  });

  test("once only is told done, by the team, when its year is over", async () => {
    const [team] = (await dutiesOf(project.id)).filter(({ kind }) => kind === "team-kept");
    const input = { number: project.number, duty: team?.id ?? "", note: "Équipe inchangée." };
    await setClock("2022-05-09T23:59:59+02:00");
    await expect(meetDuty(life.carrier, input)).rejects.toMatchObject({ code: "not-open" });
    await setClock("2022-05-10T00:00:00+02:00");
    await expect(meetDuty(life.owner, input)).rejects.toMatchObject({ code: "not-found" });
    await meetDuty(life.carrier, input);
    await expect(meetDuty(life.carrier, input)).rejects.toMatchObject({ code: "already-done" });
    const [done] = (await dutiesOf(project.id)).filter(({ kind }) => kind === "team-kept");
    expect(done).toMatchObject({ note: "Équipe inchangée.", doneById: life.carrier.agentId });
    expect(await actions()).toContain("meet-duty");
    const [first] = await dutiesOf(project.id);
    await expect(meetDuty(life.carrier, { ...input, duty: first?.id ?? "" })).rejects.toMatchObject(
      { code: "not-found" },
    );
  });
});

describe("a report is written", () => {
  test("as typed, over its revision; the same twice writes nothing; another is a conflict", async () => {
    await setClock(JUNE_3);
    const first = { ...may(), baseRevision: 0, cells: { agents: "deux" }, comment: "" };
    expect(await saveReport(life.carrier, first)).toMatchObject({ status: "saved", revision: 1 });
    expect(await saveReport(life.carrier, first)).toMatchObject({ status: "saved", revision: 1 });
    expect(await saveReport(life.carrier, { ...first, cells: { agents: "3" } })).toMatchObject({
      status: "conflict",
      revision: 1,
      saved: { cells: { agents: "deux" } },
    });
    expect((await actions()).filter((action) => action === "save-report")).toHaveLength(1);
  });

  test("from the first day of its period, by the team alone, on a period that is asked", async () => {
    const input = { baseRevision: 0, cells: {}, comment: "Un mot." };
    await setClock("2021-05-31T23:59:59+02:00");
    const june = { ...input, number: project.number, period: "2021-06" };
    await expect(saveReport(life.carrier, june)).rejects.toMatchObject({ code: "not-open" });
    await setClock("2021-06-01T00:00:00+02:00");
    expect(await saveReport(life.carrier, june)).toMatchObject({ status: "saved" });
    for (const [actor, period] of [
      [life.owner, "2021-05"],
      [life.dnum, "2021-05"],
      [await anActor(await anOrganisation({})), "2021-05"],
      [life.carrier, "2021-04"],
      [life.carrier, "2021-T2"],
    ] as const) {
      await expect(
        saveReport(actor, { ...input, number: project.number, period }),
      ).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("by a reader of the team: refused, with nothing written", async () => {
    await setClock(JUNE_3);
    const reader = await anActor(await anOrganisation({}));
    await database().dossierMember.create({
      data: { dossierId: project.id, agentId: reader.agentId, access: "read" },
    });
    await expect(
      saveReport(reader, { ...may(), baseRevision: 0, cells: {}, comment: "x" }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    expect(await database().progressReport.count({ where: { dossierId: project.id } })).toBe(0);
  });

  test("without script: what is left as offered stays to be confirmed", async () => {
    await setClock(JUNE_3);
    const { rows } = await readReport(life.carrier, "carrier", project.number, MAY.period);
    const posted = Object.fromEntries(rows.map(({ key, offered }) => [key, offered]));
    await saveReportForm(life.carrier, {
      ...may(),
      baseRevision: 0,
      cells: { ...posted, agents: "2,5" },
      comment: "",
    });
    const read = await readReport(life.carrier, "carrier", project.number, MAY.period);
    expect(read.rows.filter(({ toConfirm }) => !toConfirm).map(({ key }) => key)).toEqual([
      "agents",
      "theme.support-hours",
    ]);
    await expect(
      saveReportForm(life.carrier, { ...may(), baseRevision: 0, cells: posted, comment: "x" }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
  });

  test("from a spreadsheet: what is read is kept over what was typed, what is not is told", async () => {
    await setClock(JUNE_3);
    await typeCells(life.carrier, may(), { "theme.support-hours": "3" });
    const pasted = await pasteReport(life.carrier, {
      ...may(),
      table: "Ligne\tRéalisé\nCoût final estimé du projet (TTC)\t1 000 000\nInconnu\t3",
    });
    expect(pasted.filled).toBe(1);
    expect(pasted.problems).toHaveLength(1);
    expect(await stored()).toMatchObject({
      revision: 2,
      content: {
        cells: { agents: "2", "theme.support-hours": "3", "cout-final": "1 000 000" },
      },
    });
  });
});

describe("a report is handed in", () => {
  test("once: its sums, its lines and its duty are kept", async () => {
    await report(life.carrier, may(), { on: JUNE_3 });
    const row = await stored();
    expect(row).toMatchObject({
      status: "submitted",
      weather: "secure",
      budgetDrift: 0,
      calendarDrift: 0,
    });
    const [duty] = (await dutiesOf(project.id)).filter(({ period }) => period === MAY.period);
    expect(duty?.doneAt?.toISOString().slice(0, 10)).toBe("2021-06-03");
    await expect(
      handInReport(life.carrier, {
        ...may(),
        revision: row.revision,
        weather: "secure",
        comment: "",
        confirmed: "oui",
      }),
    ).rejects.toMatchObject({ code: "already-done" });
    await expect(typeCells(life.carrier, may(), { agents: "9" })).rejects.toMatchObject({
      code: "already-done",
    });
    await expect(
      database()
        .$executeRaw`UPDATE progress_report SET submitted_at = guichet_now() WHERE id = ${row.id}::uuid`,
    ).rejects.toThrow(/handed in already/);
  });

  test("by two people at once: one of them", async () => {
    await setClock(JUNE_3);
    const revision = await typeCells(life.carrier, may());
    const input = { ...may(), revision, weather: "secure", comment: "", confirmed: "oui" } as const;
    const outcomes = await Promise.allSettled([
      handInReport(life.carrier, input),
      handInReport(life.carrier, input),
      handInReport(life.carrier, input),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await actions()).filter((action) => action === "hand-in-report")).toHaveLength(1);
  });

  test("never with a forecast unseen, a cell missing, nor another content than the one read again", async () => {
    await setClock(JUNE_3);
    const input = { ...may(), weather: "secure", comment: "" } as const;
    await expect(
      handInReport(life.carrier, { ...input, revision: 0, confirmed: "oui" }),
    ).rejects.toMatchObject({ code: "incomplete", fields: [{ path: "cell.agents" }] });
    const revision = await typeCells(life.carrier, may());
    await expect(handInReport(life.carrier, { ...input, revision })).rejects.toMatchObject({
      code: "incomplete",
      fields: [{ path: "confirmed" }],
    });
    await expect(
      handInReport(life.carrier, { ...input, revision: revision - 1, confirmed: "oui" }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
  });

  test("with a comment beyond the thresholds, or under a brighter weather than the suggested one", async () => {
    await setClock(JUNE_3);
    const revision = await typeCells(life.carrier, may(), { depenses: "1" });
    const input = { ...may(), revision, comment: "", confirmed: "oui" } as const;
    await expect(
      handInReport(life.carrier, { ...input, weather: "reachable" }),
    ).rejects.toMatchObject({ code: "incomplete", fields: [{ path: "comment" }] });
    await handInReport(life.carrier, { ...input, weather: "reachable", comment: "Marché décalé." });
    expect(await stored()).toMatchObject({
      suggestedWeather: "reachable",
      comment: "Marché décalé.",
    });
  });

  test("needing help: the owners, the instructors and the DNUM are told, each once", async () => {
    await report(life.carrier, may(), {
      on: JUNE_3,
      weather: "help-needed",
      comment: "Le prestataire s’arrête.",
    });
    const { revision } = await stored();
    await correctReport(life.carrier, {
      ...may(),
      revision,
      weather: "help-needed",
      comment: "Le prestataire s’arrête.",
      reason: "Une facture manquait.",
      cells: {},
    });
    const told = await database().notification.findMany({
      where: { dossierId: project.id, kind: { in: ["report-help", "report-help-dnum"] } },
      select: { kind: true, recipientId: true },
    });
    const of = (kind: string) =>
      told.filter((one) => one.kind === kind).map(({ recipientId }) => recipientId);
    expect(of("report-help-dnum")).toEqual([life.dnum.agentId]);
    expect(of("report-help")).toContain(life.owner.agentId);
    expect(of("report-help")).toContain(life.instructor.agentId);
    expect(new Set(of("report-help")).size).toBe(of("report-help").length);
  });

  test("the next one carries it over", async () => {
    await report(life.carrier, may(), { on: JUNE_3, cells: { agents: "2,5" } });
    await setClock("2021-07-02T10:00:00+02:00");
    const june = await readReport(life.carrier, "carrier", project.number, "2021-06");
    expect(june.rows.find(({ key }) => key === "agents")).toMatchObject({
      typed: "2,5",
      toConfirm: true,
    });
  });
});

describe("a report is corrected", () => {
  const corrected = async (changes: object = {}) =>
    correctReport(life.carrier, {
      ...may(),
      revision: (await stored()).revision,
      weather: "secure",
      comment: "",
      reason: "Deux agents de plus.",
      cells: { agents: "4" },
      ...changes,
    });

  test("with a reason; what it was stays to read, and cannot be rewritten", async () => {
    await report(life.carrier, may(), { on: JUNE_3 });
    await corrected();
    const { corrections } = await readReport(life.owner, "instruction", project.number, MAY.period);
    expect(corrections).toMatchObject([{ position: 1, reason: "Deux agents de plus." }]);
    expect(corrections[0]?.rows.find(({ key }) => key === "agents")?.typed).toBe("2");
    const row = await stored();
    expect(row.status).toBe("corrected");
    await expect(
      database().reportCorrection.updateMany({ data: { reason: "Autre" } }),
    ).rejects.toThrow();
    expect(await actions()).toContain("correct-report");
  });

  test("not before it is handed in, nor over another correction", async () => {
    await setClock(JUNE_3);
    await typeCells(life.carrier, may());
    await expect(corrected()).rejects.toMatchObject({ code: "not-open" });
    await report(life.carrier, may(), { on: JUNE_3 });
    const { revision } = await stored();
    const outcomes = await Promise.allSettled([
      corrected({ revision, cells: { agents: "5" } }),
      corrected({ revision, cells: { agents: "6" } }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await stored()).corrections).toHaveLength(1);
  });

  test("nor with a cell that cannot be read", async () => {
    await report(life.carrier, may(), { on: JUNE_3 });
    await expect(corrected({ cells: { agents: "" } })).rejects.toMatchObject({
      code: "incomplete",
      fields: [{ path: "cell.agents" }],
    });
  });
});

describe("who reads", () => {
  test("the team its draft; the instruction and the DNUM of its ministry once it is handed in; nobody else", async () => {
    await setClock(JUNE_3);
    await typeCells(life.carrier, may());
    const { number } = project;
    await expect(readReport(life.carrier, "carrier", number, MAY.period)).resolves.toMatchObject({
      handedIn: null,
    });
    for (const [actor, as] of [
      [life.owner, "instruction"],
      [life.dnum, "ministry"],
    ] as const) {
      await expect(readReport(actor, as, number, MAY.period)).rejects.toMatchObject({
        code: "not-found",
      });
      expect((await readFollowUp(actor, as, number)).drafts).toEqual([]);
    }
    await report(life.carrier, may(), { on: JUNE_3 });
    for (const [actor, as] of [
      [life.owner, "instruction"],
      [life.dnum, "ministry"],
    ] as const) {
      const read = await readReport(actor, as, number, MAY.period);
      expect(read.handedIn).not.toBeNull();
      expect(read.mayWrite).toBe(false);
      expect((await readFollowUp(actor, as, number)).reports).toMatchObject([
        { period: MAY.period, weather: "secure", budgetTrend: null },
      ]);
    }
    const other = await anOrganisation({ kind: "ministry" });
    const otherDnum = await anActor(other, { role: "dnum", ministryId: other.id });
    for (const [actor, as] of [
      [otherDnum, "ministry"],
      [life.carrier, "instruction"],
      [life.owner, "carrier"],
    ] as const) {
      await expect(readReport(actor, as, number, MAY.period)).rejects.toMatchObject({
        code: "not-found",
      });
      await expect(readFollowUp(actor, as, number)).rejects.toMatchObject({ code: "not-found" });
    }
  });
});
