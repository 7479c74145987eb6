import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { euros } from "@/domain/money";
import { openThread } from "@/features/exchanges/commands/open-thread";
import { writeToInstruction } from "@/features/exchanges/commands/send-message";
import { settleMessages } from "@/features/exchanges/commands/settle-messages";
import { filterQuery, parseFilters } from "@/features/work-list/filters";
import { PAGE_SIZE, readWorkList, type WorkList } from "@/features/work-list/queries/list";
import { aReviewedDossier, type Room, recused, theRoom } from "../../fixtures/jury";
import { anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
});

type Query = Record<string, string | string[]>;
const list = (room: Room, query: Query = {}, who: keyof Room = "owner") => {
  const actor = room[who];
  if (!("agentId" in actor)) throw new Error(`${who} is nobody`);
  return readWorkList(actor, parseFilters(query));
};
const numbers = async (room: Room, query: Query = {}, who: keyof Room = "owner") =>
  (await list(room, query, who)).rows.map(({ number }) => number);
const query = (filters: Parameters<typeof filterQuery>[0]) =>
  Object.fromEntries(filterQuery(filters));

/** How many dossiers each view holds. */
const countsOf = ({ views }: WorkList): Record<string, number> =>
  Object.fromEntries(views.map(({ key, count }) => [key, count]));

/** The numbers of every page from an address, forwards then backwards. */
async function walk(room: Room, address: Query, who: keyof Room = "owner") {
  const forwards: string[][] = [];
  let page = await list(room, address, who);
  for (;;) {
    forwards.push(page.rows.map(({ number }) => number));
    if (!page.next) break;
    page = await list(room, { ...address, ...query({ cursor: page.next }) }, who);
  }
  const backwards: string[][] = [];
  for (;;) {
    backwards.unshift(page.rows.map(({ number }) => number));
    if (!page.previous) break;
    page = await list(room, { ...address, ...query({ cursor: page.previous }) }, who);
  }
  return { forwards, backwards };
}

describe("pages", () => {
  test.each([
    ["recents", "ITN5", "filed_at DESC, id DESC"],
    ["anciens", "ITN4", "filed_at ASC, id ASC"],
    ["montant", "ITN6", "requested_grant DESC, id DESC"],
  ] as const)(
    "%s: every dossier once, both ways, equals settled by the id",
    async (tri, theme, order) => {
      const room = await theRoom(theme);
      for (let index = 0; index < 60; index += 1) {
        await aReviewedDossier(room, { grant: euros(100_000 + (index % 3)) });
      }
      // Five instants for sixty dossiers.
      await db.$executeRaw`UPDATE dossier SET filed_at = date_trunc('hour', filed_at)
      + (abs(hashtext(id::text)) % 5) * interval '1 minute' WHERE call_id = ${room.call.id}::uuid`;
      const { forwards, backwards } = await walk(room, { tri });
      expect(forwards.map((each) => each.length)).toEqual([PAGE_SIZE, PAGE_SIZE, 10]);
      expect(backwards).toEqual(forwards);
      const sorted = await db.$queryRawUnsafe<{ number: string }[]>(
        `SELECT number FROM dossier WHERE call_id = '${room.call.id}' ORDER BY ${order}`,
      );
      expect(forwards.flat()).toEqual(sorted.map(({ number }) => number));
      // The same through a search, which takes another road.
      expect((await walk(room, { tri, recherche: "projet" })).forwards).toEqual(forwards);
    },
  );

  test("several themes are one list", async () => {
    const itn3 = await theRoom("ITN3");
    const snap3 = await theRoom("SNAP3");
    for (let index = 0; index < 20; index += 1) {
      await aReviewedDossier(index % 2 === 0 ? itn3 : snap3);
    }
    const calls = [itn3.call.id, snap3.call.id];
    const actor = await anActor(
      null,
      { role: "instructor", theme: "ITN3" },
      { role: "secretary", theme: "SNAP3" },
    );
    const sorted = await db.dossier.findMany({
      where: { themeCode: { in: ["ITN3", "SNAP3"] }, filedAt: { not: null } },
      orderBy: [{ filedAt: "desc" }, { id: "desc" }],
      take: PAGE_SIZE,
    });
    const { rows } = await readWorkList(actor, parseFilters({}));
    expect(rows.map(({ number }) => number)).toEqual(sorted.map(({ number }) => number));
    expect(sorted.some(({ callId }) => calls.includes(callId))).toBe(true);
  });
});

describe("filters", () => {
  test("view, status and words; each view counted; what cannot be read left out", async () => {
    const room = await theRoom("SNAP3");
    const filed = await aReviewedDossier(room);
    const scored = await aReviewedDossier(room, { status: "scored" });
    await aReviewedDossier(room, { status: "draft" });
    const mine = { theme: "SNAP3", recherche: "ministère porteur" };
    await db.organisation.update({
      where: { id: room.prefecture.id },
      data: { name: "Préfecture du ministère porteur" },
    });
    const counts = async () => countsOf(await list(room, { theme: "SNAP3" }));
    const before = await counts();
    const [received, toDecide, decided] = ["a-verifier", "a-decider", "decides"].map(
      (view) => before[view] ?? Number.NaN,
    );
    expect(before.tous).toBe(Number(received) + Number(toDecide));
    expect(await numbers(room, { ...mine, vue: "a-decider" })).toEqual([scored.number]);
    expect(await numbers(room, { ...mine, statut: "filed" })).toEqual([filed.number]);
    expect(await numbers(room, { ...mine, statut: "draft" })).toHaveLength(2);
    expect(await numbers(room, { theme: "ITN6" })).toEqual([]);
    expect(await numbers(room, { ...mine, apres: "hier", vue: "?", age: "0" })).toHaveLength(2);
    await aReviewedDossier(room, { status: "accepted" });
    expect((await counts()).decides).toBe(Number(decided) + 1);
  });

  test("a carrier that waits for an answer, for those who may read it alone", async () => {
    const room = await theRoom("SNAP5");
    const [waiting, other] = [await aReviewedDossier(room), await aReviewedDossier(room)];
    const write = (number: string) =>
      writeToInstruction(room.carrier, { number, key: randomUUID(), body: "Une question" });
    await write(waiting.number);
    await write(other.number);
    const { seen } = await openThread(room.owner, "instruction", other.number);
    await settleMessages(room.owner, { number: other.number, seen });
    const view = { vue: "messages-sans-reponse", theme: "SNAP5" };
    const mine = await list(room, view);
    expect(mine.rows.map(({ number }) => number)).toEqual([waiting.number]);
    expect(countsOf(mine)["messages-sans-reponse"]).toBe(1);
    const all = await list(room, { theme: "SNAP5" });
    expect(all.exchanges.get(waiting.id)).toMatchObject({
      unread: 1,
      waitsSince: expect.any(Date),
    });
    expect(all.exchanges.get(other.id)).toMatchObject({ unread: 0, waitsSince: null });
    const chair = await list(room, view, "chair");
    expect(chair.rows).toEqual([]);
    expect(countsOf(chair)).not.toHaveProperty("messages-sans-reponse");
    expect((await list(room, { theme: "SNAP5" }, "chair")).exchanges.size).toBe(0);
  });

  test("assignee, label, age, deadline, visa, ministry and amounts", async () => {
    const room = await theRoom("SNAP4");
    const [old, young] = [await aReviewedDossier(room), await aReviewedDossier(room)];
    const other = await aReviewedDossier(room, { status: "under-review", grant: euros(90_000) });
    await db.dossier.update({
      where: { id: old.id },
      data: { filedAt: new Date("2020-12-01"), assigneeId: room.owner.agentId },
    });
    await db.dossierLabel.create({
      data: { dossierId: young.id, name: "À relire", agentId: room.owner.agentId },
    });
    await db.visa.create({
      data: {
        dossierId: young.id,
        ministryId: room.interior.id,
        requirement: "information",
        requestedById: room.carrier.agentId,
        tacitAt: new Date("2021-01-19"),
      },
    });
    await db.jurySession.create({
      data: {
        themeCode: "SNAP4",
        callId: room.call.id,
        label: "Séance",
        heldOn: new Date("2021-01-25"),
        items: { create: { dossierId: other.id, position: 1 } },
      },
    });
    const only = async (filter: Query) => numbers(room, filter);
    expect(await only({ instructeur: "moi" })).toEqual([old.number]);
    expect(await only({ instructeur: room.owner.agentId })).toEqual([old.number]);
    expect((await only({ instructeur: "personne" })).sort()).toEqual(
      [young.number, other.number].sort(),
    );
    expect(await only({ vue: "mes-dossiers" })).toEqual([old.number]);
    expect(await only({ etiquette: "à RELIRE" })).toEqual([young.number]);
    expect(await only({ age: "30" })).toEqual([old.number]);
    expect(await only({ echeance: "7" })).toEqual([other.number]);
    expect(await only({ echeance: "depassee" })).toEqual([]);
    // The delay of the DNUM is over, though nothing has recorded it yet.
    expect(await only({ visa: "recorded" })).toEqual([young.number]);
    expect(await only({ visa: "awaited" })).toEqual([]);
    expect(await only({ visa: "sans-objet" })).toHaveLength(2);
    expect(await only({ ministere: room.interior.id })).toHaveLength(3);
    expect(await only({ ministere: room.other.id })).toEqual([]);
    expect(await only({ "montant-max": "90 000" })).toEqual([other.number]);
    expect(await only({ "montant-min": "90 000,01" })).toHaveLength(2);
    const [row] = (await list(room, { echeance: "7" })).rows;
    expect(row).toMatchObject({ assignee: null, labels: [], opinions: { given: 0, asked: 0 } });
    expect(row?.due?.toISOString()).toBe("2021-01-25T22:59:59.999Z");
  });

  test("an amount that is none is told, and the list opens without it", async () => {
    const room = await theRoom("SNAP5");
    await aReviewedDossier(room);
    const filters = parseFilters({ "montant-min": "beaucoup" });
    expect(filters.errors.map(({ path }) => path)).toEqual(["montant-min"]);
    expect((await readWorkList(room.owner, filters)).rows.length).toBeGreaterThan(0);
  });

  test("opinions asked and not taken back are counted", async () => {
    const room = await theRoom("ITN2");
    const { id } = await aReviewedDossier(room);
    for (const [status, given] of [
      ["given", true],
      ["requested", false],
      ["revoked", false],
    ] as const) {
      await db.expertOpinion.create({
        data: {
          dossierId: id,
          question: "?",
          address: "a@b.fr",
          dueOn: new Date("2021-02-01"),
          tokenHash: `${id} ${status}`,
          status,
          requestedById: room.owner.agentId,
          ...(given && {
            expertId: room.second.agentId,
            choice: "favourable",
            text: "Oui.",
            endedAt: new Date(),
          }),
          ...(status === "revoked" && { endedAt: new Date() }),
        },
      });
    }
    const [row] = (await list(room)).rows;
    expect(row?.opinions).toEqual({ given: 1, asked: 2 });
  });
});

describe("who sees what", () => {
  test("a recused person finds no line, count, label nor search result; the team neither", async () => {
    const room = await theRoom("ITN1");
    const { id, number } = await aReviewedDossier(room, { status: "under-review" });
    await db.dossierLabel.create({
      data: { dossierId: id, name: "secret de ce dossier", agentId: room.owner.agentId },
    });
    await recused(id, room.secretary);
    await db.dossierMember.create({
      data: { dossierId: id, agentId: room.chair.agentId, access: "read" },
    });
    for (const who of ["secretary", "chair"] as const) {
      const addresses: Query[] = [{}, { recherche: number }, { etiquette: "secret de ce dossier" }];
      for (const address of addresses) {
        const seen = await list(room, address, who);
        expect(seen.rows).toEqual([]);
        expect(seen.count).toBe(0);
        expect(countsOf(seen).tous).toBe(0);
        expect(seen.choices.labels).toEqual([]);
      }
    }
    const seen = await list(room, { recherche: number });
    expect(seen.rows).toHaveLength(1);
    expect(seen.choices.labels).toContain("secret de ce dossier");
  });

  test.each(["outsider", "juror", "carrier", "auditor", "dnum"] as const)(
    "%s sees none of the theme",
    async (who) => {
      const room = await theRoom("SNAP1");
      const { number } = await aReviewedDossier(room);
      expect(await numbers(room, {}, who)).not.toContain(number);
      expect(await numbers(room, { recherche: number }, who)).toEqual([]);
    },
  );
});
