import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { JsonObject } from "@/domain/evidence/canonical";
import { fileAppeal } from "@/features/appeals/commands/file-appeal";
import { startExecution } from "@/features/execution/commands/start-execution";
import { readOpening } from "@/features/execution/queries/opening";
import { readProject, readTeamProject } from "@/features/execution/queries/project";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { readExecution } from "@/server/executions";
import { fingerprint } from "@/server/fingerprint";
import { actionsOf, dossierNow } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { atOnce } from "../visas/world";
import { aLife, anAward, aProject, type Life, OPENED } from "./world";

const db = await testDatabase();
let life: Life;
beforeAll(async () => {
  life = await aLife("SNAP3");
});
beforeEach(() => setClock(OPENED));

const START = { startsOn: "2021-05-10" as const };

describe("the opening of a project", () => {
  test("freezes what was filed and awarded, funds the first phase, and tells the team and its DNUM", async () => {
    const { id, number, grant } = await anAward(life, "SNAP3");
    await setClock(OPENED);
    await startExecution(life.owner, { number, ...START });

    expect((await dossierNow(number)).status).toBe("in-execution");
    expect((await actionsOf(id)).at(-1)).toBe("start-execution");
    const { execution, phases } = (await readProject(id)) ?? {};
    expect(execution).toMatchObject({ version: 1, startsOn: "2021-05-10", endsOn: "2023-02-28" });
    expect(execution?.inForce.grant).toBe(grant);
    expect(execution?.first).toEqual(execution?.inForce);
    expect(phases).toMatchObject([
      { position: 1, status: "current", endsOn: "2021-11-30" },
      { position: 2, status: "to-come", fundedAt: null },
    ]);
    expect(phases?.[0]?.fundedAt).not.toBeNull();
    expect((phases ?? []).reduce((all, phase) => all + phase.grant, 0)).toBe(grant);
    const [kept] = await db.baseline.findMany({ where: { dossierId: id } });
    expect(kept?.fingerprint).toBe(fingerprint(kept?.content as JsonObject));

    const told = await db.notification.findMany({
      where: { dossierId: id, kind: { startsWith: "execution-opened" } },
    });
    expect(told.map(({ kind, recipientId }) => [kind, recipientId]).sort()).toEqual([
      ["execution-opened", life.carrier.agentId],
      ["execution-opened-dnum", life.dnum.agentId],
    ]);
  });

  test("happens once, whoever opens it at the same time", async () => {
    const { id, number } = await anAward(life, "SNAP3");
    await setClock(OPENED);
    const { held, refusals } = await atOnce(
      [life.owner, life.instructor, life.otherOwner, life.owner, life.instructor].map((actor) =>
        startExecution(actor, { number, ...START }),
      ),
    );
    expect(held).toBe(1);
    expect(new Set(refusals)).toEqual(new Set(["changed-meanwhile"]));
    expect(await db.baseline.count({ where: { dossierId: id } })).toBe(1);
    expect(await db.executionPhase.count({ where: { dossierId: id } })).toBe(2);
  });

  test("waits for the notification, then for the answer to an appeal", async () => {
    const untold = await anAward(life, "SNAP3", { notified: false });
    await expect(
      startExecution(life.owner, { number: untold.number, ...START }),
    ).rejects.toMatchObject({ code: "incomplete", message: expect.stringMatching(/notifiez-la/) });
    const page = await readDossierPage(life.owner, untold.number);
    expect((await readOpening(page.dossier)).award).toBeNull();

    const contested = await anAward(life, "SNAP3");
    await fileAppeal(life.carrier, { number: contested.number, grounds: "Le montant." });
    await expect(
      startExecution(life.owner, { number: contested.number, ...START }),
    ).rejects.toMatchObject({ code: "incomplete", message: expect.stringMatching(/recours/) });
    const { dossier } = await readDossierPage(life.owner, contested.number);
    expect((await readOpening(dossier)).obstacle).toMatch(/recours/);
    expect(await db.execution.count({ where: { dossierId: contested.id } })).toBe(0);
  });

  test("writes nothing at all when its days do not fit", async () => {
    const { id, number } = await anAward(life, "SNAP3");
    await setClock(OPENED);
    await expect(
      startExecution(life.owner, { number, ...START, endsOn: "2021-05-09" }),
    ).rejects.toMatchObject({ code: "invalid-input", fields: [{ path: "endsOn" }] });
    expect((await dossierNow(number)).status).toBe("accepted");
    expect(await db.execution.count({ where: { dossierId: id } })).toBe(0);
  });

  test.each([
    ["carrier", "not-found"],
    ["dnum", "not-found"],
    ["auditor", "not-found"],
    ["outsider", "not-found"],
    ["chair", "not-allowed"],
    ["secretary", "not-allowed"],
  ] as const)("%s does not open it: %s", async (who, code) => {
    const { number } = await anAward(life, "SNAP3");
    await setClock(OPENED);
    await expect(startExecution(life[who], { number, ...START })).rejects.toMatchObject({ code });
  });
});

describe("a project in execution", () => {
  test("is read in each room by those who see it there, and nowhere else", async () => {
    const { id, number } = await aProject(life, "SNAP3");
    for (const [actor, as] of [
      [life.carrier, "carrier"],
      [life.owner, "instruction"],
      [life.dnum, "ministry"],
      [life.auditor, "auditor"],
    ] as const) {
      expect((await readExecution(actor, as, number)).dossier.id).toBe(id);
    }
    for (const [actor, as] of [
      [life.owner, "carrier"],
      [life.carrier, "instruction"],
      [life.outsider, "instruction"],
      [life.otherDnum, "ministry"],
      [life.juror, "juror"],
    ] as const) {
      await expect(readExecution(actor, as, number)).rejects.toMatchObject({ code: "not-found" });
    }
    expect((await readTeamProject(life.carrier, number)).project?.phases).toHaveLength(2);
    await expect(readTeamProject(life.owner, number)).rejects.toMatchObject({ code: "not-found" });
  });

  test("keeps its versions as they were written, and its shares equal to its grant", async () => {
    const { id } = await aProject(life, "SNAP3");
    const row = { where: { dossierId_version: { dossierId: id, version: 1 } } };
    await expect(db.baseline.update({ ...row, data: { content: {} } })).rejects.toThrow();
    await expect(db.baseline.delete(row)).rejects.toThrow();
    await expect(
      db.executionPhase.update({
        where: { dossierId_position: { dossierId: id, position: 2 } },
        data: { grant: { increment: 1n } },
      }),
    ).rejects.toThrow(/do not share its grant/);
    await expect(
      db.executionPhase.update({
        where: { dossierId_position: { dossierId: id, position: 2 } },
        data: { status: "current", fundedAt: new Date() },
      }),
    ).rejects.toThrow(/funded before the milestones/);
  });

  test("without phases, has none", async () => {
    const other = await aLife("ITN6");
    const { id } = await aProject(other, "ITN6");
    const project = await readProject(id);
    expect(project?.phases).toEqual([]);
    expect(project?.execution.inForce.milestones.length).toBeGreaterThan(0);
  });
});
