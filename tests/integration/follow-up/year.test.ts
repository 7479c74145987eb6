import { beforeAll, expect, test } from "vitest";
import { addDays, addMonths, lastDayOfMonth } from "@/domain/calendar";
import { formatAmount } from "@/domain/money";
import { meetDuty } from "@/features/follow-up/commands/meet-duty";
import { readFollowUp } from "@/features/follow-up/queries/follow-up";
import { readReport } from "@/features/follow-up/queries/report";
import { dossierChain, readChain } from "@/server/audit";
import { executionOfDossier } from "@/server/executions";
import { remindObligations } from "@/server/jobs/remind-obligations";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aLife, aProject, type Life } from "../execution/world";
import { dutiesOf, report } from "./project";

const db = await testDatabase();
let life: Life;
beforeAll(async () => {
  life = await aLife("ITN3");
});

/** The months of the first year, and what happens in each. */
const FIRST = "2021-05-01";
const LATE_MONTH = 3;

/**
 * A year of an ITN3 project: a report each month on its third day, one of them late, costs that rise from the seventh
 * month, the team kept at the end. The worker runs before and after the day of the late one.
 */
test("an ITN3 year: twelve reports, one late, and how the project drifted", async () => {
  const { id, number } = await aProject(life, "ITN3");
  const { first } = (await executionOfDossier(id)) ?? {};
  if (!first) throw new Error("not opened");
  for (let rank = 0; rank < 12; rank += 1) {
    const period = addMonths(FIRST, rank).slice(0, 7);
    const end = lastDayOfMonth(period);
    // The cost rises by a tenth of the first plan, then by another.
    const tenths = Math.max(0, rank - 5);
    const cost = formatAmount(Math.round(first.total * (1 + tenths / 10)) as typeof first.total);
    const on = addDays(end, rank === LATE_MONTH ? 14 : 3);
    for (const day of rank === LATE_MONTH ? [addDays(end, 6), addDays(end, 11)] : []) {
      await setClock(`${day}T06:00:00+00:00`);
      await remindObligations();
    }
    await report(
      life.carrier,
      { number, period },
      {
        on: `${on}T09:00:00+00:00`,
        cells: rank === 0 ? { agents: "2" } : { agents: "2", "cout-final": cost },
        comment: tenths > 0 ? "Le périmètre s’étend." : "",
        weather: tenths >= 2 ? "help-needed" : tenths === 1 ? "reachable" : "secure",
      },
    );
  }
  const year = await readFollowUp(life.owner, "instruction", number);
  expect(year.reports).toHaveLength(12);
  expect(year.reports.toReversed().map(({ budget }) => budget)).toEqual([
    ...[0, 0, 0, 0, 0, 0],
    ...[1_000, 2_000, 3_000, 4_000, 5_000, 6_000],
  ]);
  expect(year.reports[0]).toMatchObject({ budgetTrend: "worse", calendarTrend: "stable" });
  // What is typed is spent since the start: the last offer is the plan, month after month.
  const spent = year.reports.map((line) => line.spent);
  expect(spent).toEqual(spent.toSorted((a, b) => b - a));
  const alerts = await db.notification.groupBy({
    by: ["kind"],
    where: { dossierId: id, kind: { startsWith: "duty" } },
    _count: true,
  });
  expect(Object.fromEntries(alerts.map(({ kind, _count }) => [kind, _count]))).toEqual({
    "duty-reminder": 1,
    "duty-overdue": 2,
    "duty-overdue-dnum": 1,
  });

  await setClock("2022-05-10T09:00:00+02:00");
  const team = (await dutiesOf(id)).find(({ kind }) => kind === "team-kept");
  await meetDuty(life.carrier, { number, duty: team?.id ?? "", note: "Aucun départ." });
  const read = await readReport(life.dnum, "ministry", number, "2022-04");
  expect(read.findings?.suggested).toBe("compromised");
  expect((await readChain(dossierChain(id))).brokenAt).toBeNull();
});
