import { beforeAll, expect, test } from "vitest";
import { euros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { NO_FILTERS } from "@/features/steering/filters";
import { readSteering } from "@/features/steering/queries/steering";
import { tablesOf } from "@/features/steering/tables";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aProject, type Steering, theSteering } from "./world";

const db = await testDatabase();
let room: Steering;

const AWARD = {
  outcome: "accepted",
  amount: euros(40_000),
  at: "2021-02-01T10:00:00+01:00",
} as const;
const TOLD = { ...AWARD, told: "2021-02-03T10:00:00+01:00" } as const;

beforeAll(async () => {
  room = await theSteering();
  await setClock("2021-04-20T10:00:00+02:00");
  const [one, other] = room.carriers as [Actor, Actor];
  const filed = { filedAt: "2021-01-10T10:00:00+01:00" };
  await db.organisation.update({ where: { id: one.organisation?.id }, data: { region: "53" } });

  // ITN6: three quarters of the spending to innovative companies with a French seat; a plan not told counts for nothing.
  for (const decision of [TOLD, AWARD]) {
    const { id } = await aProject(room, { theme: "ITN6", carrier: one, ...filed, decision });
    await db.expenseLine.createMany({
      data: [
        [true, true, 3_000_000n],
        [true, false, 500_000n],
        [false, true, 500_000n],
      ].map(([innovative, seatInFrance, amount], position) => ({
        dossierId: id,
        position,
        label: `Dépense ${position + 1}`,
        nature: "T3",
        year: "2021",
        category: "services",
        typedAmount: "",
        tax: "TTC",
        taxRate: "",
        provider: "Atelier",
        innovative: innovative as boolean,
        seatInFrance: seatInFrance as boolean,
        amount: amount as bigint,
      })),
    });
  }
  // ITN8A: one yes, one no.
  for (const value of ["oui", "non"]) {
    const { id } = await aProject(room, { theme: "ITN8A", carrier: one, ...filed, decision: TOLD });
    await db.answer.create({
      data: { dossierId: id, field: "frenchCompanyInvolved", value, agentId: one.agentId },
    });
  }
  // SNAP1: sites, and a co-carrier of another ministry; then one of the carrier's own.
  const shared = await aProject(room, { theme: "SNAP1", carrier: one, ...filed, decision: TOLD });
  await db.answer.create({
    data: {
      dossierId: shared.id,
      field: "sites",
      value: [{ territory: "rural" }, { territory: "rural" }, { territory: "overseas" }, {}],
      agentId: one.agentId,
    },
  });
  const [own, elsewhere] = [one.organisation?.id ?? "", other.organisation?.id ?? ""];
  await db.coCarrier.create({ data: { dossierId: shared.id, organisationId: elsewhere } });
  const alone = await aProject(room, { theme: "SNAP4", carrier: one, ...filed, decision: TOLD });
  await db.coCarrier.create({ data: { dossierId: alone.id, organisationId: own } });
});

test("companies, sites, regions and shared projects, of the awards told alone", async () => {
  const steering = await readSteering(room.committee, NO_FILTERS);
  const { spread, figures } = steering;
  expect(spread?.providers).toEqual({
    projects: 1,
    spending: euros(40_000),
    innovative: euros(30_000),
  });
  expect(spread?.companies.get("ITN8A")).toEqual({ projects: 2, yes: 1 });
  expect(Object.fromEntries(spread?.sites ?? [])).toEqual({ rural: 2, overseas: 1, "": 1 });
  expect([...figures.regions.keys()]).toEqual(["53"]);
  expect(figures.regions.get("53")).toMatchObject({
    awarded: 5,
    amounts: { granted: euros(200_000) },
  });
  expect(figures.whole.interministerial).toBe(1);
  expect(figures.whole.interministerialAmount).toBe(euros(40_000));
});

test("a theme whose form does not ask says so", async () => {
  const table = tablesOf(await readSteering(room.committee, NO_FILTERS)).find(
    ({ key }) => key === "entreprises",
  );
  const cells = Object.fromEntries(table?.rows.map((row) => [row.key, row.cells]) ?? []);
  expect(cells.ITN3?.[0]).toBe("Non demandé par le formulaire");
  expect(cells.ITN6?.slice(1)).toEqual([{ cents: euros(30_000) }, "75\u00A0%"]);
  expect(cells.ITN8A?.slice(1)).toEqual(["1 projet sur 2", "50\u00A0%"]);
});
