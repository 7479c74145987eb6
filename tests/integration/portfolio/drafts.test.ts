import { beforeAll, describe, expect, test } from "vitest";
import { EVERYTHING } from "@/features/portfolio/filters";
import { readMinistryDossier } from "@/features/portfolio/queries/ministry-dossier";
import { readPortfolio } from "@/features/portfolio/queries/portfolio";
import { showDraft } from "@/features/visas/commands/show-draft";
import { readDraftSight } from "@/features/visas/queries/draft-sight";
import { asMinistry } from "@/server/database/ministry-sight";
import { aCall, aDossier, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aMinistry, type Ministry } from "../visas/world";

const db = await testDatabase();
const CANARY = "Brouillon que personne ne montre";

let own: Ministry;
let other: Ministry;
let call: Awaited<ReturnType<typeof aCall>>;

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  call = await aCall("ITN3");
  own = await aMinistry();
  other = await aMinistry();
});

/** A draft of the ministry's carrier, with a plan of two lines. */
async function aDraft({ carrier }: Ministry = own) {
  const { id, number } = await aDossier({ carrier, call, status: "draft" });
  await db.dossier.update({ where: { id }, data: { title: CANARY } });
  const line = {
    label: "Secret",
    nature: "T3",
    year: "2021",
    category: "services",
    typedAmount: "10",
    tax: "TTC",
    taxRate: "20",
    provider: "",
  };
  await db.expenseLine.createMany({
    data: [
      { ...line, dossierId: id, position: 0, amount: 1_000n },
      { ...line, dossierId: id, position: 1, amount: 250n },
    ],
  });
  return { id, number };
}

const show = (number: string, shown: boolean, plannedFilingOn: "2021-02-10" | null = null) =>
  showDraft(own.carrier, { number, shown, plannedFilingOn });
const listed = async (actor = own.dnum) => (await readPortfolio(actor, EVERYTHING)).rows;

describe("a draft", () => {
  test("is never seen without its team's consent, whatever is asked", async () => {
    const { id } = await aDraft();
    for (const query of [
      EVERYTHING,
      { ...EVERYTHING, stage: "preparation" as const },
      { ...EVERYTHING, view: "board" as const },
      { ...EVERYTHING, organisationId: own.carrier.organisation?.id ?? "" },
    ]) {
      expect(JSON.stringify(await readPortfolio(own.dnum, query))).not.toContain(CANARY);
    }
    // Not even without the condition of the query: the database shows nothing of it.
    const rows = await asMinistry(
      own.dnum,
      (tx) =>
        tx.$queryRaw<object[]>`SELECT id, planned_cost(id) FROM dossier WHERE id = ${id}::uuid`,
    );
    expect(rows).toEqual([]);
    const [cost] = await asMinistry(
      own.dnum,
      (tx) => tx.$queryRaw<object[]>`SELECT planned_cost(${id}::uuid) AS cost`,
    );
    expect(cost).toEqual({ cost: null });
  });

  test("shown, it is one line of its own DNUM alone: title, theme, planned cost and filing", async () => {
    const { id, number } = await aDraft();
    await show(number, true, "2021-02-10");
    const row = (await listed()).find((each) => each.number === number);
    expect(row).toMatchObject({
      title: CANARY,
      themeCode: "ITN3",
      stage: "preparation",
      isDraft: true,
      plannedCost: 1_250,
      asked: null,
      awarded: null,
      own: null,
      next: { label: "Dépôt prévu", dueOn: "2021-02-10" },
      alerts: [],
    });
    expect(await listed(other.dnum)).toEqual([]);
    // Nothing else of it opens, in the page nor in the database.
    await expect(readMinistryDossier(own.dnum, number)).rejects.toMatchObject({
      code: "not-found",
    });
    const lines = await asMinistry(own.dnum, (tx) =>
      tx.expenseLine.count({ where: { dossierId: id } }),
    );
    expect(lines).toBe(0);
  });

  test("taken back, given up or expired, it is seen no more", async () => {
    const { id, number } = await aDraft();
    await show(number, true);
    await show(number, false);
    expect((await listed()).map((row) => row.number)).not.toContain(number);
    await show(number, true);
    await db.dossier.update({
      where: { id },
      data: { status: "withdrawn", version: { increment: 1 } },
    });
    expect((await listed()).map((row) => row.number)).not.toContain(number);
  });
});

describe("the consent", () => {
  test("is false by default, and each change of it is a line of the dossier's log", async () => {
    const { id, number } = await aDraft();
    expect(await readDraftSight(own.carrier, number)).toMatchObject({
      shown: false,
      plannedFilingOn: null,
      mayChange: true,
    });
    await show(number, false);
    await show(number, true, "2021-02-10");
    await show(number, false, "2021-02-10");
    expect(await readDraftSight(own.carrier, number)).toMatchObject({
      shown: false,
      plannedFilingOn: null,
    });
    const lines = await db.auditLine.findMany({
      where: { chain: `dossier:${id}` },
      orderBy: { sequence: "asc" },
    });
    expect(lines.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["show-draft", own.carrier.agentId],
      ["hide-draft", own.carrier.agentId],
    ]);
  });

  test("is given by whoever may file, and by nobody else", async () => {
    const { id, number } = await aDraft();
    const writer = await anActor(await anOrganisation());
    await db.dossierMember.create({
      data: { dossierId: id, agentId: writer.agentId, access: "write" },
    });
    const input = { number, shown: true, plannedFilingOn: null };
    await expect(showDraft(writer, input)).rejects.toMatchObject({ code: "not-allowed" });
    expect(await readDraftSight(writer, number)).toMatchObject({ mayChange: false });
    for (const stranger of [own.dnum, other.carrier]) {
      await expect(showDraft(stranger, input)).rejects.toMatchObject({ code: "not-found" });
      await expect(readDraftSight(stranger, number)).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("is not asked of what is filed, nor of a carrier without ministry", async () => {
    const filed = await aDossier({ carrier: own.carrier, call });
    expect(await readDraftSight(own.carrier, filed.number)).toBeNull();
    await expect(show(filed.number, true)).rejects.toMatchObject({ code: "already-done" });
    const town = await anActor(await anOrganisation({ kind: "local-authority" }));
    const draft = await aDossier({ carrier: town, call, status: "draft" });
    expect(await readDraftSight(town, draft.number)).toBeNull();
    await expect(
      showDraft(town, { number: draft.number, shown: true, plannedFilingOn: null }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
