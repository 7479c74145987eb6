import { beforeAll, expect, test } from "vitest";
import { database, inTransaction, type Transaction } from "@/server/database/client";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { type Award, aLife, aProject } from "../execution/world";
import { dutiesOf, report } from "./project";

const db = await testDatabase();

let project: Award;
let carrier: Awaited<ReturnType<typeof aLife>>["carrier"];

beforeAll(async () => {
  const life = await aLife("ITN3");
  carrier = life.carrier;
  project = await aProject(life, "ITN3");
}, 60_000);

const kept = () => db.execution.findUniqueOrThrow({ where: { dossierId: project.id } });
const dueNext = async () =>
  (await dutiesOf(project.id)).find(({ doneAt, droppedAt }) => !doneAt && !droppedAt)?.dueOn;
const keptDue = async () => (await kept()).nextDueOn?.toISOString().slice(0, 10);

test("the first plan is kept with the opening, and the nearest day due", async () => {
  const { content } = await db.baseline.findUniqueOrThrow({
    where: { dossierId_version: { dossierId: project.id, version: 1 } },
  });
  const plan = content as { total: number; startsOn: string; endsOn: string };
  const row = await kept();
  expect([Number(row.firstTotal), row.firstStartsOn, row.firstEndsOn]).toEqual([
    plan.total,
    new Date(plan.startsOn),
    new Date(plan.endsOn),
  ]);
  expect([row.weather, row.estimatedCost]).toEqual([null, null]);
  expect(await keptDue()).toBe(await dueNext());
});

test("a report handed in moves what is due, and is the one kept; a draft is not", async () => {
  const first = await dueNext();
  const [duty] = await dutiesOf(project.id);
  const period = duty?.period ?? "";
  await report(
    carrier,
    { number: project.number, period },
    {
      on: "2021-06-05T10:00:00+02:00",
      weather: "reachable",
      comment: "Un écart que l’équipe rattrape.",
    },
  );
  const handedIn = await db.progressReport.findUniqueOrThrow({
    where: { dossierId_period: { dossierId: project.id, period } },
  });
  const row = await kept();
  expect([
    row.weather,
    row.budgetDrift,
    row.calendarDrift,
    row.estimatedCost,
    row.estimatedEnd,
  ]).toEqual([
    handedIn.weather,
    handedIn.budgetDrift,
    handedIn.calendarDrift,
    handedIn.estimatedCost,
    handedIn.estimatedEndsOn,
  ]);
  expect(await keptDue()).not.toBe(first);
  expect(await keptDue()).toBe(await dueNext());
});

test("two duties met at once leave the nearest of the others", async () => {
  await setClock("2021-06-06T10:00:00+02:00");
  const [one, other] = (await dutiesOf(project.id)).filter(
    ({ doneAt, droppedAt }) => !doneAt && !droppedAt,
  );
  const meet = (tx: Transaction, id = "") =>
    tx.obligation.update({ where: { id }, data: { doneAt: new Date("2021-06-06T08:00:00Z") } });
  let second: Promise<unknown> | undefined;
  await inTransaction(async (tx) => {
    await meet(tx, one?.id);
    second = inTransaction((later) => meet(later, other?.id));
    // The second has written its own duty and waits for what the first keeps of the project.
    await expect
      .poll(async () => {
        const [row] = await database().$queryRaw<{ waiting: number }[]>`
          SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted`;
        return row?.waiting;
      })
      .toBeGreaterThan(0);
  });
  await second;
  expect(await keptDue()).toBe(await dueNext());
});
