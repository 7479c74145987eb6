import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BusinessError } from "@/domain/errors";
import { evidenceField } from "@/domain/execution/evidence";
import { releasePhase, withholdPhase } from "@/features/execution/commands/answer-crossing";
import { proposeCrossing } from "@/features/execution/commands/propose-crossing";
import { readPhase } from "@/features/execution/queries/phase";
import { readProject } from "@/features/execution/queries/project";
import { announceFile } from "@/features/files/commands/announce-file";
import { receiveFile } from "@/features/files/commands/receive-file";
import { removeFile } from "@/features/files/commands/remove-file";
import { knownFiles } from "@/features/files/queries/readable-file";
import { pdf } from "../../fixtures/hostile-files/corpus";
import { actionsOf } from "../../fixtures/jury";
import { anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { announce, inChunks, send } from "../files/sending";
import { atOnce } from "../visas/world";
import { aLife, aProject, type Life, OPENED } from "./world";

const db = await testDatabase();
let life: Life;
beforeAll(async () => {
  life = await aLife("SNAP3");
});
beforeEach(() => setClock(OPENED));

const measure = (value: string) => ({ value, on: "2021-05-10", method: "Journal du service." });
/** The first phase of the sample has two indicators, of minimum 150 and 80; the second, 8 000 and 99,5. */
const proposal = (number: string, position = 1, values = ["210", "79,5"]) => ({
  number,
  position,
  account: "210 agents lisent leur messagerie.",
  measures: values.map(measure),
});

async function proposed(position = 1) {
  const project = await aProject(life, "SNAP3");
  await proposeCrossing(life.carrier, proposal(project.number, position));
  return { ...project, ...(await waiting(project.id)) };
}

async function waiting(dossierId: string) {
  const { id: crossing } = await db.phaseCrossing.findFirstOrThrow({
    where: { dossierId, status: "proposed" },
  });
  return { crossing };
}

const statuses = async (dossierId: string) =>
  (await db.executionPhase.findMany({ where: { dossierId }, orderBy: { position: "asc" } })).map(
    ({ status }) => status,
  );

describe("the carrier", () => {
  test("proposes the milestone of its phase under way, each indicator measured", async () => {
    const { id, number } = await proposed();
    expect(await statuses(id)).toEqual(["submitted", "to-come"]);
    expect((await actionsOf(id)).at(-1)).toBe("propose-crossing");
    const details = await readPhase(life.owner, await readProject(id), "1");
    expect(details.crossings).toMatchObject([
      { attempt: 1, status: "proposed", own: false, measures: [{ value: 210 }, { value: 79.5 }] },
    ]);
    expect(details.open).toBe(false);
    const told = await db.notification.findMany({
      where: { dossierId: id, kind: "crossing-proposed" },
    });
    const recipients = told.map(({ recipientId }) => recipientId);
    expect(recipients).toContain(life.owner.agentId);
    expect(recipients).toContain(life.instructor.agentId);
    expect(recipients).not.toContain(life.chair.agentId);
    await expect(proposeCrossing(life.carrier, proposal(number))).rejects.toMatchObject({
      code: "already-done",
    });
  });

  test("proposes it once, however many times at once", async () => {
    const { id, number } = await aProject(life, "SNAP3");
    const { held } = await atOnce(
      Array.from({ length: 4 }, () => proposeCrossing(life.carrier, proposal(number))),
    );
    expect(held).toBe(1);
    expect(await db.phaseCrossing.count({ where: { dossierId: id } })).toBe(1);
  });

  test.each([
    [["210"], "value.1"],
    [["210", "beaucoup"], "value.1"],
    [["", "80"], "value.0"],
  ])("is told which indicator lacks a value: %s", async (values, path) => {
    const { id, number } = await aProject(life, "SNAP3");
    await expect(proposeCrossing(life.carrier, proposal(number, 1, values))).rejects.toMatchObject({
      code: "invalid-input",
      fields: expect.arrayContaining([expect.objectContaining({ path })]),
    });
    expect(await statuses(id)).toEqual(["current", "to-come"]);
  });

  test("measures no future", async () => {
    const { number } = await aProject(life, "SNAP3");
    const input = proposal(number);
    const [first, ...rest] = input.measures;
    await expect(
      proposeCrossing(life.carrier, {
        ...input,
        measures: [{ ...measure("210"), ...first, on: "2021-05-11" }, ...rest],
      }),
    ).rejects.toMatchObject({ fields: [{ path: "on.0" }] });
  });

  test("does not propose a phase to come, nor one that is not there, nor without mandate", async () => {
    const { id, number } = await aProject(life, "SNAP3");
    await expect(proposeCrossing(life.carrier, proposal(number, 2))).rejects.toMatchObject({
      code: "not-open",
    });
    await expect(proposeCrossing(life.carrier, proposal(number, 3))).rejects.toMatchObject({
      code: "not-found",
    });
    const writer = await anActor(life.prefecture);
    await db.dossierMember.create({
      data: { dossierId: id, agentId: writer.agentId, access: "write" },
    });
    await expect(proposeCrossing(writer, proposal(number))).rejects.toMatchObject({
      code: "not-allowed",
    });
    for (const actor of [life.owner, life.dnum, life.auditor]) {
      await expect(proposeCrossing(actor, proposal(number))).rejects.toMatchObject({
        code: "not-found",
      });
    }
  });
});

describe("the owner", () => {
  test("accepts the milestone: the phase is passed and the next one funded, at the same instant", async () => {
    const { id, number, crossing } = await proposed();
    await setClock("2021-05-20T09:00:00+02:00");
    await releasePhase(life.owner, { number, position: 1, crossing });
    expect(await statuses(id)).toEqual(["released", "current"]);
    const [first, second] = (await readProject(id))?.phases ?? [];
    expect(first?.passedAt).toEqual(second?.fundedAt);
    expect((await actionsOf(id)).at(-1)).toBe("release-phase");
    const told = await db.notification.findMany({
      where: { dossierId: id, kind: "phase-released" },
    });
    expect(told.map(({ recipientId }) => recipientId)).toEqual([life.carrier.agentId]);
  });

  test("passes the last milestone without a phase to fund", async () => {
    const { id, number, crossing } = await proposed();
    await releasePhase(life.owner, { number, position: 1, crossing });
    await proposeCrossing(life.carrier, proposal(number, 2, ["9 000", "99,9"]));
    await releasePhase(life.otherOwner, { number, position: 2, ...(await waiting(id)) });
    expect(await statuses(id)).toEqual(["released", "released"]);
  });

  test("does not accept it, with a reason; the carrier proposes again", async () => {
    const { id, number, crossing } = await proposed();
    await withholdPhase(life.owner, { number, position: 1, crossing, reason: "Failles ouvertes." });
    expect(await statuses(id)).toEqual(["withheld", "to-come"]);
    const seen = await readPhase(life.carrier, await readProject(id), "1");
    expect(seen.crossings).toMatchObject([{ status: "withheld", reason: "Failles ouvertes." }]);
    expect(seen.open).toBe(true);
    await proposeCrossing(life.carrier, proposal(number, 1, ["220", "85"]));
    const again = await readPhase(life.owner, await readProject(id), "1");
    expect(again.crossings.map(({ attempt, status }) => [attempt, status])).toEqual([
      [2, "proposed"],
      [1, "withheld"],
    ]);
  });

  test("answers once, whatever the other owner answers at the same time", async () => {
    const { id, number, crossing } = await proposed();
    const answered = { number, position: 1, crossing };
    const { held, refusals } = await atOnce([
      releasePhase(life.owner, answered),
      withholdPhase(life.otherOwner, { ...answered, reason: "Non." }),
      releasePhase(life.otherOwner, answered),
    ]);
    expect(held).toBe(1);
    expect(new Set(refusals)).toEqual(new Set(["already-done"]));
    const funded = await db.executionPhase.count({
      where: { dossierId: id, fundedAt: { not: null } },
    });
    expect(funded).toBe((await statuses(id))[0] === "released" ? 2 : 1);
  });

  test("answers the proposal of this phase of this dossier alone", async () => {
    const one = await proposed();
    const other = await proposed();
    for (const wrong of [
      { number: one.number, position: 1, crossing: other.crossing },
      { number: one.number, position: 2, crossing: one.crossing },
      { number: one.number, position: 1, crossing: randomUUID() },
    ]) {
      await expect(releasePhase(life.owner, wrong)).rejects.toMatchObject({ code: "already-done" });
    }
    expect(await statuses(one.id)).toEqual(["submitted", "to-come"]);
  });

  test("reads neither levels as a verdict: a level missed is released all the same", async () => {
    const project = await aProject(life, "SNAP3");
    await proposeCrossing(life.carrier, proposal(project.number, 1, ["1", "0"]));
    await releasePhase(life.owner, {
      number: project.number,
      position: 1,
      ...(await waiting(project.id)),
    });
    expect(await statuses(project.id)).toEqual(["released", "current"]);
  });

  test.each([
    ["carrier", "not-found"],
    ["dnum", "not-found"],
    ["outsider", "not-found"],
    ["auditor", "not-found"],
    ["instructor", "not-allowed"],
    ["chair", "not-allowed"],
    ["secretary", "not-allowed"],
  ] as const)("alone answers, not %s: %s", async (who, code) => {
    const { number, crossing } = await proposed();
    const answered = { number, position: 1, crossing };
    await expect(releasePhase(life[who], answered)).rejects.toMatchObject({ code });
    await expect(withholdPhase(life[who], { ...answered, reason: "Non." })).rejects.toMatchObject({
      code,
    });
  });

  test("is never the person who proposed, by the database too", async () => {
    const { crossing } = await proposed();
    await expect(
      db.phaseCrossing.update({
        where: { id: crossing },
        data: {
          status: "released",
          decidedById: life.carrier.agentId,
          decidedAt: new Date(),
        },
      }),
    ).rejects.toThrow(/phase_crossing_decided/);
  });
});

describe("the evidence of a milestone", () => {
  const file = (number: string, position: number) => ({
    number,
    field: evidenceField(position),
    name: "audit.pdf",
    size: 1000,
  });
  /** The bytes are in and wait for the antivirus. */
  const arrived = (id: string) =>
    db.file.update({
      where: { id },
      data: {
        status: "analysed",
        received: 1000n,
        sha256: "0".repeat(64),
        completedAt: new Date(),
      },
    });

  test("is joined while the proposal is prepared, named by it, then closed and read by those who follow", async () => {
    const { id, number } = await aProject(life, "SNAP3");
    const { id: joined } = await announceFile(life.carrier, file(number, 1));
    await arrived(joined);
    const seenBy = async (actor: typeof life.owner) =>
      (await knownFiles(actor, number)).map((each) => each.id);
    expect(await seenBy(life.owner)).toEqual([]);
    await proposeCrossing(life.carrier, proposal(number));
    const details = await readPhase(life.owner, await readProject(id), "1");
    expect(details.crossings[0]?.files).toMatchObject([{ id: joined, name: "audit.pdf" }]);
    for (const actor of [life.owner, life.dnum, life.auditor, life.carrier]) {
      expect(await seenBy(actor)).toEqual([joined]);
    }
    await expect(removeFile(life.carrier, { number, file: joined })).rejects.toMatchObject({
      code: "already-done",
    });
    await expect(announceFile(life.carrier, file(number, 1))).rejects.toMatchObject({
      code: "already-done",
    });
  });

  test("arrives on a dossier that no longer takes the files of its form", async () => {
    const { id, number } = await aProject(life, "SNAP3");
    const field = evidenceField(1);
    const sent = await send(life.carrier, number, { name: "audit.pdf", bytes: pdf(), field });
    expect(sent).toMatchObject({ status: "waiting", refusal: null });
    const announced = await announce(life.carrier, number, {
      name: "trop-tard.pdf",
      bytes: pdf(700),
      field,
    });
    await proposeCrossing(life.carrier, proposal(number));
    const crossing = await db.phaseCrossing.findFirstOrThrow({ where: { dossierId: id } });
    expect(crossing.files).toMatchObject([{ id: sent.id, sha256: sent.sha256 }]);
    const late = { number, file: announced, offset: 0, length: 700 };
    await expect(receiveFile(life.carrier, late, inChunks(pdf(700)))).rejects.toBeInstanceOf(
      BusinessError,
    );
  });

  test("is not a juror's to read", async () => {
    const { id, number } = await aProject(life, "SNAP3");
    await db.jurorAssignment.create({
      data: { dossierId: id, jurorId: life.juror.agentId, assignedById: life.owner.agentId },
    });
    const { id: joined } = await announceFile(life.carrier, file(number, 1));
    await arrived(joined);
    await proposeCrossing(life.carrier, proposal(number));
    expect(await knownFiles(life.juror, number)).toEqual([]);
  });

  test("is taken off before the proposal, and belongs to no phase to come", async () => {
    const { number } = await aProject(life, "SNAP3");
    const { id: joined } = await announceFile(life.carrier, file(number, 1));
    expect(await removeFile(life.carrier, { number, file: joined })).toMatchObject({
      name: "audit.pdf",
    });
    for (const position of [2, 9]) {
      await expect(announceFile(life.carrier, file(number, position))).rejects.toMatchObject({
        code: "already-done",
      });
    }
    // The form of the dossier itself stays closed.
    await expect(
      announceFile(life.carrier, { ...file(number, 1), field: "documents" }),
    ).rejects.toMatchObject({ code: "already-done" });
  });
});
