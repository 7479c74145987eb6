import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { readCredits } from "@/features/credits/queries/credits";
import { readProjectsQuery } from "@/features/follow-up/filters";
import { readProjects } from "@/features/follow-up/queries/projects";
import { readPortfolioQuery } from "@/features/portfolio/filters";
import { readPortfolio } from "@/features/portfolio/queries/portfolio";
import { readVisaQuery } from "@/features/visas/filters";
import { countAwaitedVisas, listVisas } from "@/features/visas/queries/visa-list";
import { manyDossiers } from "../../fixtures/many-dossiers";
import { planOf, scannedWhole, statementsOf } from "../../fixtures/statements";
import { anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
const MINISTRIES = 30;
const DOSSIERS = 6_000;
/** Tables that grow with the dossiers. */
const LARGE = [
  "dossier",
  "decision",
  "execution",
  "progress_report",
  "obligation",
  "visa",
  "baseline",
];

let dnum: Actor;
let ministryId: string;

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  for (let index = 0; index < MINISTRIES; index += 1) {
    const ministry = await anOrganisation();
    ministryId = ministry.id;
    await anOrganisation({ kind: "state-operator", ministryId });
    dnum = await anActor(ministry, { role: "dnum", ministryId });
  }
  const instructor = await anActor(null, { role: "instructor" });
  await manyDossiers(DOSSIERS, { themes: ["SNAP1", "ITN3", "ITN6", "SNAP3"], instructor });
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`
      INSERT INTO decision (id, dossier_id, outcome, status, amount, computed_grant, motive, proposed_by_id, confirmed_by_id,
        confirmed_at, notified_at)
      SELECT gen_random_uuid(), id, 'accepted', 'confirmed', requested_grant, requested_grant, 'Motif',
        ${instructor.agentId}::uuid, ${dnum.agentId}::uuid, now(), now()
      FROM dossier WHERE status IN ('accepted', 'scored')`;
    await tx.$executeRaw`UPDATE dossier SET status = 'in-execution', notified_at = now() WHERE status = 'scored'`;
    await tx.$executeRaw`
      INSERT INTO execution (dossier_id, decision_id, starts_on, ends_on, opened_by_id)
      SELECT dossier.id, decision.id, date '2021-01-01', date '2022-12-31', ${instructor.agentId}::uuid
      FROM dossier JOIN decision ON decision.dossier_id = dossier.id WHERE dossier.status = 'in-execution'`;
    await tx.$executeRaw`
      INSERT INTO baseline (dossier_id, version, content, fingerprint)
      SELECT dossier_id, 1, '{"total": 100, "startsOn": "2021-01-01", "endsOn": "2022-12-31"}', 'f' FROM execution`;
    await tx.$executeRaw`
      INSERT INTO obligation (id, dossier_id, kind, period, due_on)
      SELECT gen_random_uuid(), dossier_id, 'report', '2021-' || lpad(n::text, 2, '0'), date '2021-01-31' + n * 30
      FROM execution CROSS JOIN generate_series(1, 12) AS n`;
    await tx.$executeRaw`
      INSERT INTO progress_report (id, dossier_id, period, period_ends_on, content, status, weather, spent, submitted_at,
        estimated_cost, estimated_ends_on, budget_drift, calendar_drift)
      SELECT gen_random_uuid(), dossier_id, '2021-' || lpad(n::text, 2, '0'), date '2021-01-31' + n * 30, '{}', 'submitted',
        'secure', 1, now(), 1, date '2022-12-31', 0, 0
      FROM execution CROSS JOIN generate_series(1, 12) AS n`;
  });
  for (const table of LARGE) await db.$executeRawUnsafe(`VACUUM ANALYZE ${table}`);
}, 180_000);

const PAGES: Readonly<Record<string, () => Promise<unknown>>> = {
  portfolio: () => readPortfolio(dnum, readPortfolioQuery({})),
  board: () => readPortfolio(dnum, { ...readPortfolioQuery({}), view: "board" }),
  visas: () => listVisas(dnum, readVisaQuery({})),
  "visas that wait": () => countAwaitedVisas(dnum),
  projects: () => readProjects(dnum, "ministry", readProjectsQuery({})),
  credits: () => readCredits(dnum, { unitId: null, cursor: null }),
};

/** Those the role sent to read, without what opens and narrows its transaction. */
const reads = ({ text }: { text: string }) =>
  /^\s*(SELECT|WITH)/.test(text) && !/set_config/.test(text);

test.each(Object.entries(PAGES))("%s: no table of dossiers is read whole", async (_, page) => {
  const settings = { role: "guichet_ministry", "app.ministries": ministryId };
  const statements = (await statementsOf(page)).filter(reads);
  expect(statements.length).toBeGreaterThan(0);
  for (const statement of statements) {
    const plan = await planOf(process.env.DATABASE_URL ?? "", statement, settings);
    const whole = scannedWhole(plan).filter((table) => LARGE.includes(table));
    expect(whole, statement.text).toEqual([]);
  }
});
