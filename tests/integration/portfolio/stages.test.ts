import { beforeAll, describe, expect, test } from "vitest";
import { STAGES, type Stage, stageOf } from "@/domain/dossier/stages";
import { DOSSIER_STATUSES, type DossierStatus, statusForCarrier } from "@/domain/dossier/statuses";
import { alertsOf, PROJECT_ALERTS, type ProjectAlert } from "@/domain/execution/alerts";
import type { Weather } from "@/domain/execution/weather";
import { cents } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { EVERYTHING } from "@/features/portfolio/filters";
import { readPortfolio } from "@/features/portfolio/queries/portfolio";
import { aCall, aDossier, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aMinistry, type Ministry } from "../visas/world";

const db = await testDatabase();
const NOW = "2021-06-15T10:00:00+02:00";
const TODAY = "2021-06-15";

interface Case {
  status: DossierStatus;
  notified: boolean;
  /** The end of the delay of an awaited visa; undefined without visa. */
  visa?: string | null;
  suspended?: boolean;
  dueOn?: string | null;
  weather?: Weather;
  budget?: number | null;
  endsOn?: string;
  dormant?: number;
}

const wanted = new Map<string, { stage: Stage; alerts: readonly ProjectAlert[] }>();
let own: Ministry;
let hand: Actor;
let unitId = "";

const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** A dossier in this case, written without the commands; what the rules say of it is kept beside. */
async function add(call: Awaited<ReturnType<typeof aCall>>, one: Case): Promise<void> {
  const { status, notified, visa, suspended = false, dueOn = null, weather, budget = null } = one;
  const { endsOn = "2023-01-01", dormant = 0 } = one;
  const { id, number } = await aDossier({ carrier: own.carrier, call, status });
  await db.dossier.update({
    where: { id },
    data: { shownToDnum: true, notifiedAt: notified ? day("2021-03-01") : null },
  });
  if (visa !== undefined) {
    await db.visa.create({
      data: {
        dossierId: id,
        ministryId: own.ministry.id,
        requirement: visa === null ? "joint-filing" : "information",
        requestedById: own.carrier.agentId,
        tacitAt: visa === null ? null : new Date(visa),
      },
    });
  }
  if (status === "in-execution") {
    const decision = await db.decision.create({
      data: {
        dossierId: id,
        outcome: "accepted",
        status: "confirmed",
        amount: 1_000n,
        computedGrant: 1_000n,
        motive: "Motif",
        proposedById: hand.agentId,
        confirmedById: own.carrier.agentId,
        confirmedAt: day("2021-02-01"),
        notifiedAt: day("2021-03-01"),
      },
    });
    await db.execution.create({
      data: {
        dossierId: id,
        decisionId: decision.id,
        startsOn: day("2021-03-01"),
        endsOn: day(endsOn),
        openedById: hand.agentId,
        suspendedAt: suspended ? day("2021-05-01") : null,
      },
    });
    if (dueOn) {
      await db.obligation.create({ data: { dossierId: id, kind: "results", dueOn: day(dueOn) } });
    }
    if (weather) {
      await db.progressReport.create({
        data: {
          dossierId: id,
          period: "2021-05",
          periodEndsOn: day("2021-05-31"),
          content: {},
          status: "submitted",
          weather,
          suggestedWeather: weather,
          spent: 1n,
          estimatedCost: 1n,
          estimatedEndsOn: day(endsOn),
          budgetDrift: budget,
          calendarDrift: 0,
          submittedAt: day("2021-06-01"),
          submittedById: own.carrier.agentId,
        },
      });
    }
    if (dormant > 0) {
      await db.creditAccount.create({
        data: {
          dossierId: id,
          unitId,
          receivedAe: BigInt(dormant),
          lastMovedOn: day("2020-12-15"),
        },
      });
    }
  }
  const shown = statusForCarrier(status, notified);
  wanted.set(number, {
    stage: stageOf({
      status: shown,
      visaAwaited: visa !== undefined && (visa === null || new Date(visa) >= new Date(NOW)),
      suspended,
      overdue: dueOn !== null && dueOn < TODAY,
    }),
    alerts:
      status === "in-execution"
        ? alertsOf(
            {
              suspended,
              nextDueOn: dueOn as "2021-06-15" | null,
              endsOn: endsOn as "2021-06-15",
              weather: weather ?? null,
              drift: weather ? { budget, calendar: 0 } : null,
              dormant: cents(dormant),
            },
            TODAY,
          )
        : [],
  });
}

beforeAll(async () => {
  await setClock(NOW);
  own = await aMinistry();
  hand = await anActor(await anOrganisation());
  const call = await aCall("ITN3");
  // The sums of the accounts are checked elsewhere: here one line is enough.
  await db.$executeRaw`ALTER TABLE credit_account DISABLE TRIGGER USER`;
  await db.bop.upsert({
    where: { owner: "DINUM" },
    create: { owner: "DINUM", total: 1n },
    update: {},
  });
  const unit = await db.operatingUnit.create({
    data: {
      ministryId: own.ministry.id,
      bop: "DINUM",
      nature: "delegation",
      code: "UO",
      label: "UO",
    },
  });
  unitId = unit.id;
  for (const status of DOSSIER_STATUSES.filter((each) => each !== "in-execution")) {
    for (const notified of [true, false]) {
      await add(call, { status, notified });
      await add(call, { status, notified, visa: "2021-06-20T22:00:00Z" });
      await add(call, { status, notified, visa: "2021-06-10T22:00:00Z" });
      await add(call, { status, notified, visa: null });
    }
  }
  const project = { status: "in-execution", notified: true } as const;
  for (const suspended of [true, false]) {
    for (const dueOn of [null, TODAY, "2021-06-14"]) {
      await add(call, { ...project, suspended, dueOn });
    }
  }
  await add(call, { ...project, weather: "compromised", budget: 1_999 });
  await add(call, { ...project, weather: "help-needed", budget: 2_000 });
  await add(call, { ...project, weather: "secure", budget: null });
  await add(call, { ...project, endsOn: "2021-08-14" });
  await add(call, { ...project, endsOn: "2021-08-15" });
  await add(call, { ...project, dormant: 500 });
}, 120_000);

const named = (rows: readonly { number: string }[]) => rows.map(({ number }) => number).sort();

/** Every page of a selection. */
async function all(query: Partial<typeof EVERYTHING>) {
  const rows: Awaited<ReturnType<typeof readPortfolio>>["rows"][number][] = [];
  for (let cursor = EVERYTHING.cursor; ; ) {
    const page = await readPortfolio(own.dnum, { ...EVERYTHING, ...query, cursor });
    rows.push(...page.rows);
    if (!page.older) return rows;
    cursor = page.older;
  }
}

describe("the statements say what the rules say", () => {
  test("of each dossier", async () => {
    const rows = await all({});
    expect(
      Object.fromEntries(rows.map((row) => [row.number, { stage: row.stage, alerts: row.alerts }])),
    ).toEqual(Object.fromEntries(wanted));
  });

  test.each(STAGES)("of the stage %s, as a filter and as a count", async (stage) => {
    const expected = [...wanted].filter(([, one]) => one.stage === stage).map(([number]) => number);
    expect(named(await all({ stage }))).toEqual(expected.sort());
    const { stages } = await readPortfolio(own.dnum, EVERYTHING);
    expect(stages[stage].count).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(0);
  });

  test.each(PROJECT_ALERTS)("of the alert %s, as a filter and as a count", async (alert) => {
    const expected = [...wanted]
      .filter(([, one]) => one.alerts.includes(alert))
      .map(([number]) => number);
    expect(named(await all({ alert }))).toEqual(expected.sort());
    const { alerts } = await readPortfolio(own.dnum, EVERYTHING);
    expect(alerts[alert]).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(0);
  });
});

test("the board shows the first of each stage, and how many there are", async () => {
  const board = await readPortfolio(own.dnum, { ...EVERYTHING, view: "board" });
  const table = await readPortfolio(own.dnum, EVERYTHING);
  expect(board.stages).toEqual(table.stages);
  for (const stage of STAGES) {
    const shown = board.rows.filter((row) => row.stage === stage);
    expect(shown).toEqual((await all({ stage })).slice(0, 6));
  }
});

test("the load of a team is its projects in execution", async () => {
  const { carriers } = await readPortfolio(own.dnum, EVERYTHING);
  const projects = [...wanted.values()].filter(({ stage }) =>
    ["execution", "late", "suspended"].includes(stage),
  );
  expect(carriers).toEqual([
    {
      id: own.carrier.organisation?.id,
      name: own.carrier.organisation?.name,
      dossiers: wanted.size,
      projects: projects.length,
    },
  ]);
});
