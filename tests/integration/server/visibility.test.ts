import { beforeAll, describe, expect, test } from "vitest";
import { euros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { type Relation, visibleDossiers, visibleSheets } from "@/server/visibility";
import { aCall, aDossier, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();

/** Every person of the table below, and the dossiers they look at. */
const people: Record<string, Actor> = {};
const numbers: Record<string, string> = {};

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  const interior = await anOrganisation();
  const culture = await anOrganisation();
  const prefecture = await anOrganisation({
    kind: "deconcentrated-service",
    ministryId: interior.id,
  });
  const museums = await anOrganisation({ kind: "state-operator", ministryId: culture.id });

  people.carrier = await anActor(prefecture);
  people.colleague = await anActor(prefecture);
  people.otherCarrier = await anActor(museums);
  people.owner = await anActor(culture, { role: "theme-owner", theme: "ITN3" });
  people.otherOwner = await anActor(culture, { role: "theme-owner", theme: "ITN6" });
  people.instructor = await anActor(culture, { role: "instructor", theme: "ITN3" });
  people.juror = await anActor(culture, { role: "juror", theme: "ITN3" });
  people.idleJuror = await anActor(culture, { role: "juror", theme: "ITN3" });
  people.recused = await anActor(
    prefecture,
    { role: "juror", theme: "ITN3" },
    { role: "secretary", theme: "ITN3" },
  );
  // Owns the theme, scores on it, audits it, and works in the dossier's team.
  people.insider = await anActor(
    culture,
    { role: "theme-owner", theme: "ITN3" },
    { role: "juror", theme: "ITN3" },
    { role: "auditor" },
  );
  people.dnum = await anActor(interior, { role: "dnum", ministryId: interior.id });
  people.otherDnum = await anActor(culture, { role: "dnum", ministryId: culture.id });
  people.auditor = await anActor(null, { role: "auditor" });
  people.administrator = await anActor(null, { role: "administrator" });

  const call = await aCall("ITN3", { total: euros(1_000_000) });
  const carrier = people.carrier;
  for (const status of ["draft", "under-review", "scored"] as const) {
    const dossier = await aDossier({ carrier, call, status });
    numbers[status] = dossier.number;
    if (status === "draft") continue;
    const assign = async (juror: string, submittedAt: Date | null, ground?: string) => {
      const agentId = people[juror]?.agentId ?? "";
      await db.jurorAssignment.create({
        data: {
          dossierId: dossier.id,
          jurorId: agentId,
          assignedById: agentId,
          ...(ground
            ? { status: "recused", ground, endedAt: new Date() }
            : { sheet: { create: { submittedAt } } }),
        },
      });
    };
    await assign("juror", new Date());
    await assign("idleJuror", null);
    await assign("recused", null, "same-organisation");
    await db.dossierMember.create({
      data: {
        dossierId: dossier.id,
        agentId: people.insider?.agentId ?? "",
        access: "read",
      },
    });
  }
});

async function seen(person: string, as: Relation): Promise<string[]> {
  const actor = people[person];
  if (!actor) throw new Error(`Nobody is called ${person}`);
  const rows = await db.dossier.findMany({
    where: visibleDossiers(actor, as),
    orderBy: { number: "asc" },
  });
  return rows.map(({ status }) => status);
}

const FILED = ["under-review", "scored"];
const ALL = ["draft", ...FILED];

describe("who sees which dossier, room by room", () => {
  test.each([
    ["carrier", "carrier", ALL],
    ["colleague", "carrier", []],
    ["otherCarrier", "carrier", []],
    ["owner", "instruction", FILED],
    ["instructor", "instruction", FILED],
    ["otherOwner", "instruction", []],
    ["carrier", "instruction", []],
    ["juror", "instruction", []],
    ["administrator", "instruction", []],
    ["recused", "instruction", []],
    ["juror", "juror", FILED],
    ["recused", "juror", []],
    ["owner", "juror", []],
    ["dnum", "ministry", FILED],
    ["otherDnum", "ministry", []],
    ["carrier", "ministry", []],
    ["auditor", "auditor", FILED],
    ["insider", "carrier", FILED],
    ["insider", "instruction", []],
    ["insider", "juror", []],
    ["insider", "auditor", []],
    ["owner", "auditor", []],
    ["administrator", "auditor", []],
  ] as const)("%s as %s", async (person, as, statuses) => {
    expect(await seen(person, as)).toEqual(statuses);
  });
});

describe("who reads which score sheet", () => {
  const sheets = async (person: string) => {
    const actor = people[person];
    if (!actor) throw new Error(`Nobody is called ${person}`);
    const rows = await db.scoreSheet.findMany({
      where: visibleSheets(actor),
      include: { assignment: { include: { dossier: true } } },
    });
    return rows
      .map(({ assignment: { jurorId, dossier } }) => {
        const juror = Object.entries(people).find(([, { agentId }]) => agentId === jurorId)?.[0];
        return `${juror} ${dossier.status}`;
      })
      .sort();
  };

  test.each([
    // Before the close each juror reads their own; after it, the handed-in ones, if one's own is handed in.
    ["juror", ["juror scored", "juror under-review"]],
    ["idleJuror", ["idleJuror scored", "idleJuror under-review"]],
    ["owner", ["juror scored"]],
    ["auditor", ["juror scored"]],
    ["recused", []],
    ["insider", []],
    ["carrier", []],
    ["dnum", []],
    ["otherOwner", []],
    ["administrator", []],
  ] as const)("%s", async (person, expected) => {
    expect(await sheets(person)).toEqual(expected);
  });
});
