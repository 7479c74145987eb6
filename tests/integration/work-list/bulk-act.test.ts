import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import type { BulkAct } from "@/features/work-list/bulk";
import { resumeBulkAct, runBulkAct } from "@/features/work-list/commands/bulk-act";
import { addLabel, MOST_LABELS } from "@/features/work-list/commands/follow-up";
import { readBulkOutcome, readSelection } from "@/features/work-list/queries/bulk";
import { type BulkInput, bulkSchema } from "@/features/work-list/schemas";
import {
  actionsOf,
  aReviewedDossier,
  dossierNow,
  type Room,
  recused,
  theRoom,
} from "../../fixtures/jury";
import { anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aFiledSample, aReturningRoom } from "../returns/world";

const db = await testDatabase();
let room: Room;

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  room = await theRoom("ITN3");
});

const input = (act: BulkAct, numbers: readonly string[], value = ""): BulkInput => ({
  key: randomUUID(),
  act,
  dossiers: [...numbers],
  value,
  list: "",
});
const outcomes = async (actor: Actor, id: string) =>
  (await readBulkOutcome(actor, id)).lines.map(({ number, outcome }) => [number, outcome]);
const several = async (count: number, more = {}) =>
  Promise.all(Array.from({ length: count }, () => aReviewedDossier(room, more))).then((made) =>
    made.sort((one, other) => one.number.localeCompare(other.number)),
  );
const bulkLines = () => db.auditLine.findMany({ where: { chain: "general", action: "bulk-act" } });

describe("one act on several dossiers", () => {
  test("each in its own line of its own log, the act in the general one; a refusal stops no other", async () => {
    const [first, second, third] = await several(3);
    if (!first || !second || !third) throw new Error("Three are made");
    // Nobody recused from a dossier instructs it: the second one is refused.
    await recused(second.id, room.instructor);
    const numbers = [first, second, third].map(({ number }) => number);
    const asked = input("assign", numbers, room.instructor.agentId);
    const id = await runBulkAct(room.owner, asked);
    expect(id).toBe(asked.key);
    const outcome = await readBulkOutcome(room.owner, id);
    expect(outcome).toMatchObject({
      act: "assign",
      value: `${room.instructor.givenName} ${room.instructor.usualName}`,
      lines: [
        { number: first.number, outcome: "done", reason: "" },
        { number: second.number, outcome: "refused" },
        { number: third.number, outcome: "done", reason: "" },
      ],
    });
    expect(outcome.lines[1]?.reason).toContain("n’instruit pas ce dossier");
    expect((await dossierNow(first.number)).assigneeId).toBe(room.instructor.agentId);
    expect((await dossierNow(second.number)).assigneeId).toBeNull();
    expect(await actionsOf(first.id)).toEqual(["assign-instructor"]);
    expect(await actionsOf(second.id)).toEqual([]);
    const line = (await bulkLines()).at(-1);
    expect(line?.actorId).toBe(room.owner.agentId);
    expect(line?.facts).toEqual({
      id,
      act: "assign",
      value: room.instructor.agentId,
      dossiers: [first.id, second.id, third.id],
    });
  });

  test("several dossiers entrusted at once are one notice; one alone names its dossier", async () => {
    const dossiers = await several(3);
    const [first] = dossiers;
    if (!first) throw new Error("Three are made");
    const told = () =>
      db.notification.findMany({
        where: { recipientId: room.instructor.agentId, kind: { contains: "assigned" } },
        orderBy: { id: "desc" },
      });
    const before = (await told()).length;
    const numbers = dossiers.map(({ number }) => number);
    const asked = input("assign", numbers, room.instructor.agentId);
    await runBulkAct(room.owner, asked);
    await runBulkAct(room.owner, asked);
    expect((await told()).length).toBe(before + 1);
    expect((await told())[0]).toMatchObject({ kind: "dossiers-assigned", dossierId: null });
    await runBulkAct(room.owner, input("assign", [first.number], room.owner.agentId));
    await runBulkAct(room.owner, input("assign", [first.number], room.instructor.agentId));
    expect((await told())[0]).toMatchObject({ kind: "dossier-assigned", dossierId: first.id });
  });

  test("labels put and taken off, with the reason where one is full or bare", async () => {
    const [full, bare] = await several(2);
    if (!full || !bare) throw new Error("Two are made");
    for (let index = 0; index < MOST_LABELS; index += 1) {
      await addLabel(room.owner, { number: full.number, label: `étiquette ${index}` });
    }
    const numbers = [full.number, bare.number];
    const added = await runBulkAct(room.secretary, input("add-label", numbers, "À relire"));
    expect(await outcomes(room.secretary, added)).toEqual([
      [full.number, "refused"],
      [bare.number, "done"],
    ]);
    const removed = await runBulkAct(room.secretary, input("remove-label", numbers, "À relire"));
    expect(await readBulkOutcome(room.secretary, removed)).toMatchObject({
      lines: [
        { outcome: "refused", reason: "Ce dossier ne porte pas cette étiquette." },
        { outcome: "done" },
      ],
    });
    expect(await actionsOf(bare.id)).toEqual(["add-label", "remove-label"]);
  });

  test("admissible: those that wait for it and whose rules leave nothing open", async () => {
    const [filed] = await several(1);
    const [already] = await several(1, { status: "under-review" });
    if (!filed || !already) throw new Error("Two are made");
    const id = await runBulkAct(
      room.instructor,
      input("admit", [filed.number, already.number].sort()),
    );
    expect(new Map((await outcomes(room.instructor, id)) as [string, string][])).toEqual(
      new Map([
        [filed.number, "done"],
        [already.number, "refused"],
      ]),
    );
    expect((await dossierNow(filed.number)).status).toBe("admissible");
    const line = await db.auditLine.findFirstOrThrow({ where: { chain: `dossier:${filed.id}` } });
    expect(line.action).toBe("admit");
    const { checks } = line.facts as { checks: Record<string, string> };
    expect(new Set(Object.values(checks))).toEqual(new Set(["yes"]));
    expect(checks.detail).toBe("yes");
  });
});

test("a dossier whose rules leave a point open is verified apart, and told so", async () => {
  const returning = await aReturningRoom("ITN3");
  const { id, number } = await aFiledSample(returning, "ITN3");
  const { content, version, ...filing } = await db.filing.findFirstOrThrow({
    where: { dossierId: id },
  });
  // Filed again a hundred times smaller: outside the expected size.
  const filed = content as { plan: { typedAmount: string }[] };
  const plan = filed.plan.map((line) => ({ ...line, typedAmount: "10" }));
  await db.filing.create({
    data: {
      ...filing,
      id: randomUUID(),
      idempotencyKey: randomUUID(),
      version: version + 1,
      content: { ...filed, plan },
    },
  });
  const act = await runBulkAct(returning.owner, input("admit", [number]));
  const { lines } = await readBulkOutcome(returning.owner, act);
  expect(lines).toMatchObject([{ number, outcome: "refused" }]);
  expect(lines[0]?.reason).toMatch(/^Les règles laissent \d+\u00A0points? à trancher/);
  expect((await dossierNow(number)).status).toBe("filed");
});

describe("sent twice", () => {
  test("the same form does nothing a second time and gives the same outcome", async () => {
    const made = await several(2);
    const asked = input(
      "add-label",
      made.map(({ number }) => number),
      "Deux fois",
    );
    const before = (await bulkLines()).length;
    await runBulkAct(room.owner, asked);
    const first = await readBulkOutcome(room.owner, asked.key);
    await db.dossierLabel.deleteMany({ where: { name: "Deux fois" } });
    expect(await runBulkAct(room.owner, asked)).toBe(asked.key);
    expect(await readBulkOutcome(room.owner, asked.key)).toEqual(first);
    expect(await db.dossierLabel.count({ where: { name: "Deux fois" } })).toBe(0);
    expect((await bulkLines()).length).toBe(before + 1);
  });

  test("at once, ten times: each dossier has its line once", async () => {
    const made = await several(3);
    const asked = input(
      "add-label",
      made.map(({ number }) => number),
      "Course",
    );
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => runBulkAct(room.owner, asked)),
    );
    expect(results.map(({ status }) => status)).toEqual(Array(10).fill("fulfilled"));
    for (const { id } of made) expect(await actionsOf(id)).toEqual(["add-label"]);
    expect((await outcomes(room.owner, asked.key)).map(([, outcome]) => outcome)).toEqual(
      Array(3).fill("done"),
    );
  });

  test("a key is neither another act's nor another person's", async () => {
    const [one, other] = await several(2);
    if (!one || !other) throw new Error("Two are made");
    const asked = input("add-label", [one.number], "Une fois");
    await runBulkAct(room.owner, asked);
    for (const changed of [
      { ...asked, value: "Autre" },
      { ...asked, dossiers: [one.number, other.number] },
      { ...asked, dossiers: [other.number] },
      { ...asked, act: "remove-label" as const },
    ]) {
      await expect(runBulkAct(room.owner, changed)).rejects.toMatchObject({
        code: "replayed-with-other-content",
      });
    }
    await expect(runBulkAct(room.instructor, asked)).rejects.toMatchObject({ code: "not-found" });
    await expect(readBulkOutcome(room.instructor, asked.key)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(resumeBulkAct(room.instructor, { id: asked.key })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await actionsOf(other.id)).toEqual([]);
  });

  test("an act that was cut is gone on with: what is done stays", async () => {
    const made = await several(3);
    const asked = input(
      "add-label",
      made.map(({ number }) => number),
      "Reprise",
    );
    await runBulkAct(room.owner, asked);
    const [, ...left] = made;
    await db.bulkActLine.updateMany({
      where: { actId: asked.key, dossierId: { in: left.map(({ id }) => id) } },
      data: { outcome: "pending" },
    });
    await db.dossierLabel.deleteMany({ where: { dossierId: { in: left.map(({ id }) => id) } } });
    expect((await outcomes(room.owner, asked.key)).map(([, outcome]) => outcome)).toEqual([
      "done",
      "pending",
      "pending",
    ]);
    await resumeBulkAct(room.owner, { id: asked.key });
    expect((await outcomes(room.owner, asked.key)).map(([, outcome]) => outcome)).toEqual(
      Array(3).fill("done"),
    );
    expect(await db.dossierLabel.count({ where: { name: "Reprise" } })).toBe(3);
  });
});

describe("who", () => {
  test("what the actor may not see is neither named, done nor counted, then or later", async () => {
    const [seen, hidden] = await several(2);
    if (!seen || !hidden) throw new Error("Two are made");
    await recused(hidden.id, room.owner);
    const numbers = [seen.number, hidden.number];
    const { dossiers } = await readSelection(room.owner, "add-label", numbers);
    expect(dossiers.map(({ number }) => number)).toEqual([seen.number]);
    const id = await runBulkAct(room.owner, input("add-label", numbers, "Vu"));
    expect(await outcomes(room.owner, id)).toEqual([[seen.number, "done"]]);
    expect(await actionsOf(hidden.id)).toEqual([]);
    expect(JSON.stringify((await bulkLines()).at(-1)?.facts)).not.toContain(hidden.id);
    await recused(seen.id, room.owner);
    expect(await outcomes(room.owner, id)).toEqual([]);
    await expect(
      runBulkAct(room.owner, input("add-label", [hidden.number], "Vu")),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test.each(["chair", "juror", "carrier", "auditor", "dnum"] as const)(
    "not the %s",
    async (who) => {
      const [dossier] = await several(1);
      for (const act of ["assign", "add-label", "remove-label", "admit"] as const) {
        const value = act === "admit" || act === "assign" ? "" : "x";
        await expect(
          runBulkAct(room[who], input(act, [dossier?.number ?? ""], value)),
        ).rejects.toMatchObject({ code: "not-found" });
      }
    },
  );

  test("a role on one theme gives nothing on another", async () => {
    const snap = await theRoom("SNAP3");
    const mixed = await anActor(
      snap.other,
      { role: "instructor", theme: "ITN3" },
      { role: "chair", theme: "SNAP3" },
    );
    const [own] = await several(1);
    const other = await aReviewedDossier(snap);
    const numbers = [own?.number ?? "", other.number];
    const id = await runBulkAct(mixed, input("add-label", numbers, "Mixte"));
    expect(Object.fromEntries(await outcomes(mixed, id))).toEqual({
      [own?.number ?? ""]: "done",
      [other.number]: "refused",
    });
  });
});

test("the form: a person is chosen, nobody said as such, and no more dossiers than a list shows", () => {
  const typed = (more: object) => {
    const values = { ...input("assign", ["2021-000001"]), ...more };
    return bulkSchema(values).safeParse(values);
  };
  expect(typed({ value: "" }).error?.issues.map(({ message }) => message)).toEqual([
    "Choisissez à qui confier ces dossiers.",
  ]);
  expect(typed({ value: "personne" }).data?.value).toBe("");
  expect(typed({ value: randomUUID() }).success).toBe(true);
  expect(typed({ value: "personne", dossiers: [] }).success).toBe(false);
  expect(typed({ value: "personne", dossiers: Array(51).fill("2021-000001") }).success).toBe(false);
  expect(typed({ act: "add-label", value: "" }).success).toBe(false);
  expect(typed({ act: "admit", value: "x" }).success).toBe(false);
});
