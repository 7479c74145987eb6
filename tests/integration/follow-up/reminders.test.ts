import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { remindObligations } from "@/server/jobs/remind-obligations";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aLife, aProject, type Life } from "../execution/world";
import { dutiesOf, report } from "./project";

const db = await testDatabase();
let life: Life;
let project: Awaited<ReturnType<typeof aProject>>;
beforeAll(async () => {
  life = await aLife("ITN3");
});
beforeEach(async () => {
  // Each test has its own project: the others are no longer asked anything.
  await db.obligation.updateMany({ where: { droppedAt: null }, data: { droppedAt: new Date() } });
  project = await aProject(life, "ITN3");
});

/** Who was told what of the project's report of May, whatever else is due. */
async function told() {
  const rows = await db.notification.findMany({
    where: { dossierId: project.id, kind: { startsWith: "duty" } },
    orderBy: { createdAt: "asc" },
  });
  return rows
    .filter(({ payload }) => (payload as { period?: string }).period === "2021-05")
    .map(({ kind, recipientId }) => [kind, recipientId]);
}

const at = async (instant: string) => {
  await setClock(instant);
  return remindObligations();
};

describe("a report due on 10 June", () => {
  test.each([
    ["2021-06-04T23:59:59+02:00", 0],
    ["2021-06-05T00:00:00+02:00", 1],
    ["2021-06-10T23:59:59+02:00", 1],
  ])("at %s: %i person of the team is reminded", async (instant, count) => {
    await at(instant);
    expect(await told()).toEqual(
      Array.from({ length: count }, () => ["duty-reminder", life.carrier.agentId]),
    );
  });

  test("is told once to the team before its day, then once to the owners and the DNUM", async () => {
    await at("2021-06-06T06:00:00+02:00");
    await at("2021-06-07T06:00:00+02:00");
    await Promise.all([at("2021-06-11T00:00:00+02:00"), remindObligations(), remindObligations()]);
    await at("2021-06-12T06:00:00+02:00");
    const people = await told();
    expect(people[0]).toEqual(["duty-reminder", life.carrier.agentId]);
    const alerts = people.slice(1).map((each) => each.join(" "));
    expect(alerts.toSorted()).toEqual(
      [
        `duty-overdue ${life.owner.agentId}`,
        `duty-overdue ${life.otherOwner.agentId}`,
        `duty-overdue-dnum ${life.dnum.agentId}`,
      ].toSorted(),
    );
  });

  test("is told to nobody once it is handed in, dropped, or its project suspended", async () => {
    await report(
      life.carrier,
      { number: project.number, period: "2021-05" },
      { on: "2021-06-03T10:00:00+02:00" },
    );
    await at("2021-06-20T06:00:00+02:00");
    expect(await told()).toEqual([]);

    project = await aProject(life, "ITN3");
    await db.execution.update({
      where: { dossierId: project.id },
      data: { suspendedAt: new Date("2021-05-20") },
    });
    await at("2021-06-20T06:00:00+02:00");
    expect(await told()).toEqual([]);

    await db.execution.update({ where: { dossierId: project.id }, data: { suspendedAt: null } });
    await db.obligation.updateMany({
      where: { dossierId: project.id },
      data: { droppedAt: new Date("2021-06-01") },
    });
    await at("2021-06-20T06:00:00+02:00");
    expect(await told()).toEqual([]);
    expect((await dutiesOf(project.id)).every(({ alertedAt }) => alertedAt === null)).toBe(true);
  });

  test("found late without a reminder before: the alert alone", async () => {
    await at("2021-06-15T06:00:00+02:00");
    expect((await told()).map(([kind]) => kind)).not.toContain("duty-reminder");
    expect(await told()).not.toEqual([]);
  });
});
