import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { ownRoom } from "@/features/dossiers/queries/own-room";
import { EVERYTHING as WHOLE_PORTFOLIO } from "@/features/portfolio/filters";
import { readMinistryDossier } from "@/features/portfolio/queries/ministry-dossier";
import { readPortfolio } from "@/features/portfolio/queries/portfolio";
import { giveVisa } from "@/features/visas/commands/give-visa";
import { informDnum } from "@/features/visas/commands/inform-dnum";
import { readVisaQuery, type VisaQuery, visaAddress } from "@/features/visas/filters";
import { readServedMinistries } from "@/features/visas/queries/ministries";
import { readMinistryVisa, readVisaStatus } from "@/features/visas/queries/ministry-visa";
import { countAwaitedVisas, listVisas, VISA_PAGE } from "@/features/visas/queries/visa-list";
import { EVERYTHING } from "@/features/work-list/filters";
import { readWorkList } from "@/features/work-list/queries/list";
import { routes } from "@/routes";
import { aCall, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aDraft, aFilledDraft, theForm } from "../dossiers/filled-draft";
import { aMinistry, type Ministry } from "./world";

const db = await testDatabase();
const ALL: VisaQuery = { ministryId: null, status: null, cursor: null };
const AWAITED: VisaQuery = { ...ALL, status: "awaited" };
/** Words that no other ministry may read. */
const CANARY = "Canari-des-Alpes";

const WITHDRAWN = { status: "withdrawn", version: { increment: 1 } };

let own: Ministry;
let other: Ministry;
let informed: { id: string; number: string };
let secret: { id: string; number: string };

beforeAll(async () => {
  await setClock("2021-01-11T10:00:00+01:00");
  for (const theme of ["SNAP1", "SNAP2A"] as const) await aCall(theme, { closesOn: null });
  own = await aMinistry();
  other = await aMinistry();
  informed = await aDraft(own.carrier, "SNAP2A", `${CANARY} montré`);
  await informDnum(own.carrier, { number: informed.number, message: `${CANARY} message` });
  secret = await aDraft(own.carrier, "SNAP2A", `${CANARY} gardé`);
});

const seen = async (actor: Actor, query = ALL) =>
  (await listVisas(actor, query)).rows.map(({ number }) => number);

describe("who reads a visa", () => {
  test("the DNUM it was asked of reads it, and nothing of a draft it was not told of", async () => {
    expect(await seen(own.dnum)).toEqual([informed.number]);
    const visa = await readMinistryVisa(own.dnum, informed.number);
    expect(visa).toMatchObject({
      filed: null,
      message: `${CANARY} message`,
      mayAnswer: true,
      dossierStatus: "draft",
    });
    await expect(readMinistryVisa(own.dnum, secret.number)).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await countAwaitedVisas(own.dnum)).toBe(1);
  });

  test("an informed draft enters no other page of the ministry", async () => {
    await expect(readMinistryDossier(own.dnum, informed.number)).rejects.toMatchObject({
      code: "not-found",
    });
    expect(JSON.stringify(await readPortfolio(own.dnum, WHOLE_PORTFOLIO))).not.toContain(CANARY);
  });

  test("the address people share leads the DNUM to the visa", async () => {
    expect(await ownRoom(own.dnum, informed.number)).toBe(routes.visa(informed.number));
    expect(await ownRoom(own.dnum, secret.number)).toBeUndefined();
    expect(await ownRoom(other.dnum, informed.number)).toBeUndefined();
  });

  test("another ministry reads nothing of it and answers nothing", async () => {
    expect(await readVisaStatus(own.dnum, informed.number)).toBe("awaited");
    expect(await readVisaStatus(other.dnum, informed.number)).toBeNull();
    expect(JSON.stringify(await listVisas(other.dnum, ALL))).not.toContain(CANARY);
    expect(await countAwaitedVisas(other.dnum)).toBe(0);
    const choice = { ...ALL, ministryId: own.ministry.id };
    await expect(listVisas(other.dnum, choice)).rejects.toMatchObject({ code: "not-found" });
    for (const reader of [other.dnum, other.carrier, own.carrier]) {
      await expect(readMinistryVisa(reader, informed.number)).rejects.toMatchObject({
        code: "not-found",
      });
      const answer = { number: informed.number, answer: "endorsement", reason: "" } as const;
      await expect(giveVisa(reader, answer)).rejects.toMatchObject({ code: "not-found" });
    }
    expect((await db.visa.findFirstOrThrow()).status).toBe("awaited");
    const ids = (await readServedMinistries(other.dnum)).map(({ id }) => id);
    expect(ids).toEqual([other.ministry.id]);
  });

  test.each(["carrier", "auditor", "instructor"] as const)(
    "the rooms of a DNUM are closed to a %s",
    async (role) => {
      const actor =
        role === "carrier" ? own.carrier : await anActor(await anOrganisation(), { role });
      await expect(listVisas(actor, ALL)).rejects.toMatchObject({ code: "not-found" });
      await expect(readServedMinistries(actor)).rejects.toMatchObject({ code: "not-found" });
    },
  );

  test("a draft withdrawn before its filing is its team's again", async () => {
    const draft = await aDraft(other.carrier, "SNAP2A");
    await informDnum(other.carrier, { number: draft.number, message: "" });
    expect(await seen(other.dnum)).toEqual([draft.number]);
    await db.dossier.update({ where: { id: draft.id }, data: WITHDRAWN });
    expect(await seen(other.dnum)).toEqual([]);
    await expect(readMinistryVisa(other.dnum, draft.number)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("once filed, the DNUM and the instruction read the facts of the filing", async () => {
    const filed = await aFilledDraft(other.carrier, "SNAP2A");
    await fileDossier(other.carrier, await theForm(filed));
    await giveVisa(other.dnum, {
      number: filed.number,
      answer: "reservation",
      reason: "Une réserve.",
    });
    const visa = await readMinistryVisa(other.dnum, filed.number);
    expect(visa.filed?.total).toBeGreaterThan(0);
    expect(visa).toMatchObject({ dossierStatus: "filed", status: "reservation", mayAnswer: false });
    const instructor = await anActor(await anOrganisation(), {
      role: "instructor",
      theme: "SNAP2A",
    });
    const { rows } = await readWorkList(instructor, EVERYTHING);
    expect(rows.map(({ number, visa: listed }) => [number, listed])).toEqual([
      [filed.number, "reservation"],
    ]);
  });
});

test("the list goes by the end of the delay, those a filing waits for first, page by page", async () => {
  const { carrier, dnum, ministry } = await aMinistry("state-operator");
  const expected: string[] = [];
  const ask = async (theme: "SNAP1" | "SNAP2A") => {
    const draft = await aDraft(carrier, theme);
    await informDnum(carrier, { number: draft.number, message: "" });
    return draft.number;
  };
  await setClock("2021-01-12T10:00:00+01:00");
  const late = await ask("SNAP2A");
  await setClock("2021-01-11T10:00:00+01:00");
  const early = await ask("SNAP2A");
  expected.push(await ask("SNAP1"), early, late);
  expect(await seen(dnum, AWAITED)).toEqual(expected);

  const model = await db.visa.findFirstOrThrow({ where: { dossier: { number: late } } });
  const source = await db.dossier.findUniqueOrThrow({ where: { number: late } });
  for (let index = 0; index < VISA_PAGE; index += 1) {
    const { id: _id, number: _number, ...copied } = source;
    const twin = await db.dossier.create({ data: { ...copied, roundId: null } });
    const { id: _visa, dossierId: _dossier, ...asked } = model;
    await db.visa.create({ data: { ...asked, dossierId: twin.id, ministryId: ministry.id } });
  }
  const first = await listVisas(dnum, AWAITED);
  expect(first.rows).toHaveLength(VISA_PAGE);
  expect(first.previous).toBeNull();
  const second = await listVisas(dnum, { ...AWAITED, cursor: first.next });
  expect(second.rows).toHaveLength(3);
  expect(second.next).toBeNull();
  const back = await listVisas(dnum, { ...AWAITED, cursor: second.previous });
  expect(back.rows).toEqual(first.rows);
  const numbers = [...first.rows, ...second.rows].map(({ number }) => number);
  expect(new Set(numbers).size).toBe(VISA_PAGE + 3);
  const [joint] = first.rows;
  const afterJoint = { direction: "after", tacitAt: null, id: joint?.id ?? "" } as const;
  expect((await seen(dnum, { ...AWAITED, cursor: afterJoint }))[0]).toBe(early);
  const { id = "", tacitAt = null } = first.rows[1] ?? {};
  const beforeEarly = { direction: "before", tacitAt, id } as const;
  expect(await seen(dnum, { ...AWAITED, cursor: beforeEarly })).toEqual([joint?.number]);

  await setClock("2021-01-22T00:00:01+01:00");
  expect(await seen(dnum, { ...ALL, status: "recorded" })).toEqual([early]);
  expect(await seen(dnum, AWAITED)).not.toContain(early);
  await setClock("2021-01-11T10:00:00+01:00");
});

test("an address says its list, and a wrong one is as if it were not asked", () => {
  const cursor = { direction: "after", tacitAt: null, id: crypto.randomUUID() } as const;
  const query: VisaQuery = { ministryId: crypto.randomUUID(), status: "reservation", cursor };
  const params = Object.fromEntries(visaAddress(query));
  expect(readVisaQuery(params)).toEqual(query);
  expect(readVisaQuery(Object.fromEntries(visaAddress(ALL)))).toEqual(ALL);
  expect(readVisaQuery({ etat: "inconnu", apres: "x_y", avant: "1_2" })).toEqual(AWAITED);
});
