import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { readCredits } from "@/features/credits/queries/credits";
import { readCreditedDossier, readCreditsSummary } from "@/features/credits/queries/dossier";
import { readProposal } from "@/features/credits/queries/proposal";
import { readUnit } from "@/features/credits/queries/unit";
import { readLife } from "@/features/execution/queries/life";
import { readProjectsQuery } from "@/features/follow-up/filters";
import { readFollowUp } from "@/features/follow-up/queries/follow-up";
import { readProjects } from "@/features/follow-up/queries/projects";
import { readReport } from "@/features/follow-up/queries/report";
import { readPortfolioQuery } from "@/features/portfolio/filters";
import { readMinistryDossier } from "@/features/portfolio/queries/ministry-dossier";
import { readServedOrganisations } from "@/features/portfolio/queries/organisations";
import { readPortfolio } from "@/features/portfolio/queries/portfolio";
import { giveVisa } from "@/features/visas/commands/give-visa";
import { setVisaDays } from "@/features/visas/commands/set-visa-days";
import { readVisaQuery } from "@/features/visas/filters";
import { readServedMinistries } from "@/features/visas/queries/ministries";
import { readMinistryVisa, readVisaStatus } from "@/features/visas/queries/ministry-visa";
import { countAwaitedVisas, listVisas } from "@/features/visas/queries/visa-list";
import { database } from "@/server/database/client";
import { testDatabase } from "../database";
import { aLife } from "../execution/world";
import { aServedMinistry, type ServedMinistry } from "./world";

/**
 * The room's own queries, their condition taken off: each says « every dossier », for an actor whose rights are those of
 * both ministries, while the database is told of one of them. What is still not shown is the work of the database alone.
 */
const told = vi.hoisted(() => ({ actor: null as Actor | null, wall: true }));

vi.mock("@/server/visibility", async (original) => ({
  ...(await original<typeof import("@/server/visibility")>()),
  visibleDossiers: () => ({ NOT: { id: { in: [] } } }),
  visibleVisas: () => ({}),
  visibleUnits: () => ({}),
}));

vi.mock("@/server/visibility-sql", async (original) => {
  const { Prisma } = await import("@/server/database/generated/client");
  return {
    ...(await original<typeof import("@/server/visibility-sql")>()),
    visibleDossiersSql: () => Prisma.sql`true`,
  };
});

vi.mock("@/server/database/ministry-sight", async (original) => {
  const real = await original<typeof import("@/server/database/ministry-sight")>();
  const { database: owner } = await import("@/server/database/client");
  const narrowed = (actor: Actor) => told.actor ?? actor;
  const sight: typeof real = {
    asMinistry: (actor, work) =>
      told.wall ? real.asMinistry(narrowed(actor), work) : owner().$transaction(work),
    withinMinistry: (tx, actor, work) =>
      told.wall ? real.withinMinistry(tx, narrowed(actor), work) : work(tx),
    inRoom: (actor, as, work, options) =>
      told.wall ? real.inRoom(narrowed(actor), as, work, options) : owner().$transaction(work),
    seenByMinistry: (actor, number) => real.seenByMinistry(narrowed(actor), number),
    withinRoom: (tx, actor, as, work) =>
      told.wall ? real.withinRoom(tx, narrowed(actor), as, work) : work(tx),
  };
  return sight;
});

const db = await testDatabase();

let one: ServedMinistry;
let other: ServedMinistry;
/** Whose rights let everything through. */
let everywhere: Actor;

beforeAll(async () => {
  told.wall = false;
  const life = await aLife("ITN3");
  one = await aServedMinistry(life);
  other = await aServedMinistry(life);
  const { id } = other;
  const grants = [...one.dnum.grants, { role: "dnum" as const, theme: null, ministryId: id }];
  everywhere = { ...one.dnum, grants };
  for (const { id: ministryId, carrier } of [one, other]) {
    await db.organisation.update({ where: { id: ministryId }, data: { name: `M-${ministryId}` } });
    await db.organisation.update({
      where: { id: carrier.organisation?.id ?? "" },
      data: { name: `S-${ministryId}` },
    });
  }
  told.actor = one.dnum;
  told.wall = true;
}, 120_000);

const ofStatus = async (number: string) => ({
  number: (await readVisaStatus(everywhere, number)) === null ? null : number,
});

/** Every read of the room, on a ministry. */
const READS: Readonly<Record<string, (ministry: ServedMinistry) => Promise<unknown>>> = {
  portfolio: () => readPortfolio(everywhere, readPortfolioQuery({})),
  board: () => readPortfolio(everywhere, { ...readPortfolioQuery({}), view: "board" }),
  organisations: () => readServedOrganisations(everywhere, null),
  dossier: ({ project }) => readMinistryDossier(everywhere, project.number),
  ministries: () => readServedMinistries(everywhere),
  visas: () => listVisas(everywhere, readVisaQuery({})),
  "visa of a draft": ({ told: draft }) => readMinistryVisa(everywhere, draft.number),
  "visa of a project": ({ project }) => readMinistryVisa(everywhere, project.number),
  "visa's status": ({ project }) => ofStatus(project.number),
  projects: () => readProjects(everywhere, "ministry", readProjectsQuery({})),
  "follow-up": ({ project }) => readFollowUp(everywhere, "ministry", project.number),
  life: ({ project }) => readLife(everywhere, "ministry", project.number),
  report: async ({ project: { number } }) => [
    number,
    await readReport(everywhere, "ministry", number, "2021-05"),
  ],
  credits: () => readCredits(everywhere, { unitId: null, cursor: null }),
  "credits of a dossier": ({ project }) => readCreditedDossier(everywhere, project.number),
  "credits on the page of a dossier": async ({ project: { number } }) => ({
    number: (await readCreditsSummary(everywhere, number, "ministry")) && number,
  }),
  unit: ({ unit }) => readUnit(everywhere, unit, null),
  "proposed movement": ({ proposal }) => readProposal(everywhere, proposal),
};

const shows = ({ identifiers }: ServedMinistry, read: unknown) => {
  const text = JSON.stringify(read, (_, value) => (typeof value === "bigint" ? `${value}` : value));
  return identifiers.some((identifier) => text?.includes(identifier));
};

/** Read, or refused as a page that does not exist. */
async function outcome(read: Promise<unknown>): Promise<unknown> {
  return read.catch((error: { code?: string }) => {
    if (error.code !== "not-found") throw error;
    return null;
  });
}

describe.each(Object.entries(READS))("%s", (_, read) => {
  test("shows the ministry's own", async () => {
    expect(shows(one, await read(one))).toBe(true);
  });

  test("without the condition of its query, shows nothing of another ministry", async () => {
    expect(shows(other, await outcome(read(other)))).toBe(false);
    expect(shows(other, await outcome(read(one)))).toBe(false);
  });

  test("shows it without the wall: the condition is off", async () => {
    told.wall = false;
    try {
      expect(shows(other, await read(other))).toBe(true);
    } finally {
      told.wall = true;
    }
  });
});

test("visas that wait are counted in one ministry", async () => {
  const counted = await countAwaitedVisas(everywhere);
  const all = await db.visa.count({ where: { status: "awaited" } });
  expect(counted).toBe(await db.visa.count({ where: { status: "awaited", ministryId: one.id } }));
  expect(counted).toBeLessThan(all);
});

describe("writes", () => {
  test("another ministry's visa is not even there", async () => {
    const { number, id } = other.told;
    const before = await db.visa.findUniqueOrThrow({ where: { dossierId: id } });
    const given = giveVisa(everywhere, { number, answer: "objection", reason: "Non" });
    await expect(given).rejects.toMatchObject({ code: "not-found" });
    expect(await db.visa.findUniqueOrThrow({ where: { dossierId: id } })).toEqual(before);
  });

  test("another ministry's delay does not move, and leaves no line of a fact that did not happen", async () => {
    const lines = await db.auditLine.count();
    await setVisaDays(everywhere, { ministryId: other.id, days: 3 });
    const { visaDays } = await db.organisation.findUniqueOrThrow({ where: { id: other.id } });
    expect(visaDays).toBeNull();
    expect(await db.auditLine.count()).toBe(lines);
  });

  test("its own are written, with their audit line and their notice", async () => {
    await setVisaDays(everywhere, { ministryId: one.id, days: 3 });
    await giveVisa(everywhere, { number: one.told.number, answer: "endorsement", reason: "" });
    const visa = await database().visa.findUniqueOrThrow({ where: { dossierId: one.told.id } });
    expect(visa).toMatchObject({ status: "endorsement", givenById: one.dnum.agentId });
  });
});
