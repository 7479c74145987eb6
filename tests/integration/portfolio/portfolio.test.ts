import { beforeAll, describe, expect, test } from "vitest";
import type { DossierStatus } from "@/domain/dossier/statuses";
import { cents, euros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import {
  EVERYTHING as ALL,
  type PortfolioQuery,
  portfolioAddress,
  readPortfolioQuery,
} from "@/features/portfolio/filters";
import { PORTFOLIO_PAGE, readPortfolio } from "@/features/portfolio/queries/portfolio";
import { aCall, aDossier, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();

const people: Record<string, Actor> = {};
const ministries: Record<string, string> = {};
let call: Awaited<ReturnType<typeof aCall>>;
let otherCall: Awaited<ReturnType<typeof aCall>>;
/** Numbers by name: two people of the jury's rooms decided on them, or nobody yet. */
const numbers: Record<string, string> = {};

function actor(name: string): Actor {
  const found = people[name];
  if (!found) throw new Error(`Nobody is called ${name}`);
  return found;
}

async function decided(
  name: string,
  input: { carrier: Actor; outcome: DossierStatus; amount?: bigint; notified: boolean },
) {
  const { carrier, outcome, amount = null, notified } = input;
  const dossier = await aDossier({ carrier, call, status: outcome, grant: euros(200_000) });
  numbers[name] = dossier.number;
  const at = new Date("2021-01-18T10:00:00Z");
  await db.decision.create({
    data: {
      dossierId: dossier.id,
      outcome,
      status: "confirmed",
      amount,
      computedGrant: 20_000_000n,
      motive: "Motif secret",
      proposedById: actor("owner").agentId,
      confirmedById: actor("chair").agentId,
      confirmedAt: at,
      notifiedAt: notified ? at : null,
    },
  });
  if (notified) {
    await db.dossier.update({ where: { id: dossier.id }, data: { notifiedAt: at } });
  }
}

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  const interior = await anOrganisation({ name: "Intérieur" });
  const culture = await anOrganisation({ name: "Culture" });
  Object.assign(ministries, { interior: interior.id, culture: culture.id });
  const service = { kind: "deconcentrated-service", ministryId: interior.id } as const;
  const operator = { kind: "state-operator", ministryId: interior.id } as const;
  people.prefecture = await anActor(await anOrganisation(service));
  people.operator = await anActor(await anOrganisation(operator));
  people.museums = await anActor(
    await anOrganisation({ kind: "state-operator", ministryId: culture.id }),
  );
  people.town = await anActor(await anOrganisation({ kind: "local-authority" }));
  people.dnum = await anActor(interior, { role: "dnum", ministryId: interior.id });
  people.otherDnum = await anActor(culture, { role: "dnum", ministryId: culture.id });
  people.both = await anActor(
    culture,
    { role: "dnum", ministryId: culture.id },
    { role: "dnum", ministryId: interior.id },
  );
  people.owner = await anActor(culture, { role: "theme-owner", theme: "ITN3" });
  people.chair = await anActor(culture, { role: "chair" });
  people.auditor = await anActor(culture, { role: "auditor" });

  call = await aCall("ITN3");
  otherCall = await aCall("SNAP1");
  const [prefecture, operating, museums, town] = ["prefecture", "operator", "museums", "town"].map(
    actor,
  ) as [Actor, Actor, Actor, Actor];
  const add = async (name: string, carrier: Actor, status: DossierStatus, of = call) => {
    const { number } = await aDossier({ carrier, call: of, status, grant: cents(10_000_001) });
    numbers[name] = number;
  };
  await add("draft", prefecture, "draft");
  await add("filed", prefecture, "filed");
  await add("snap", operating, "filed", otherCall);
  await add("scored", operating, "scored");
  await add("museum", museums, "filed");
  await add("town", town, "filed");
  await decided("awarded", {
    carrier: prefecture,
    outcome: "accepted",
    amount: 15_000_001n,
    notified: true,
  });
  await decided("awaited", {
    carrier: prefecture,
    outcome: "accepted",
    amount: 20_000_000n,
    notified: false,
  });
  await decided("refused", { carrier: operating, outcome: "refused", notified: false });
});

async function seen(name: string, query: Partial<PortfolioQuery> = {}) {
  const { rows, totals } = await readPortfolio(actor(name), { ...ALL, ...query });
  const names = rows.map(
    ({ number }) => Object.entries(numbers).find(([, known]) => known === number)?.[0] ?? number,
  );
  return { names: names.sort(), totals };
}

const INTERIOR = ["awaited", "awarded", "filed", "refused", "scored", "snap"];

describe("whose dossiers", () => {
  test("services and operators of the ministry, no draft, nobody else's", async () => {
    expect((await seen("dnum")).names).toEqual(INTERIOR);
    expect((await seen("otherDnum")).names).toEqual(["museum"]);
  });

  test("an agent of two ministries reads both, or the one chosen", async () => {
    expect((await seen("both")).names).toEqual([...INTERIOR, "museum"].sort());
    const culture = { ministryId: ministries.culture ?? "" };
    expect((await seen("both", culture)).names).toEqual(["museum"]);
    const found = await readPortfolio(actor("both"), ALL);
    expect(found.ministries.map(({ name }) => name)).toEqual(["Culture", "Intérieur"]);
  });

  test("a ministry the agent does not serve does not exist, nor the room for the others", async () => {
    const culture = { ...ALL, ministryId: ministries.culture ?? "" };
    await expect(readPortfolio(actor("dnum"), culture)).rejects.toMatchObject({
      code: "not-found",
    });
    for (const name of ["prefecture", "owner", "chair", "auditor"]) {
      await expect(readPortfolio(actor(name), ALL)).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("only the themes of the ministry are offered", async () => {
    const codes = async (name: string) =>
      (await readPortfolio(actor(name), ALL)).themes.map(({ code }) => code);
    expect(await codes("dnum")).toEqual(["ITN3", "SNAP1"]);
    expect(await codes("otherDnum")).toEqual(["ITN3"]);
  });
});

describe("what is not notified", () => {
  test("is shown « En instruction », without its award, and filtered as shown", async () => {
    const { rows } = await readPortfolio(actor("dnum"), ALL);
    const shown = Object.fromEntries(
      rows.map(({ number, status, awarded }) => [number, [status.label, awarded]]),
    );
    expect(shown[numbers.awarded ?? ""]).toEqual(["Accepté", 15_000_001]);
    for (const name of ["awaited", "refused", "scored"]) {
      expect(shown[numbers[name] ?? ""], name).toEqual(["En instruction", null]);
    }
    expect((await seen("dnum", { status: "accepted" })).names).toEqual(["awarded"]);
    expect((await seen("dnum", { status: "refused" })).names).toEqual([]);
    expect((await seen("dnum", { status: "under-review" })).names).toEqual([
      "awaited",
      "refused",
      "scored",
    ]);
  });

  test("leaves no trace in what the page receives", async () => {
    const payload = JSON.stringify(
      await readPortfolio(actor("dnum"), { ...ALL, status: "under-review" }),
    );
    expect(payload).not.toMatch(/secret|accepted|refused|scored|Refusé|Noté/);
  });
});

describe("figures", () => {
  test("are those of the selection, exact to the cent", async () => {
    expect((await seen("dnum")).totals).toMatchObject({
      count: 6,
      asked: 3 * 10_000_001 + 3 * 20_000_000,
      awarded: 15_000_001,
    });
    expect((await seen("dnum", { theme: "SNAP1" })).totals).toMatchObject({
      count: 1,
      asked: 10_000_001,
      awarded: 0,
    });
    expect((await seen("dnum", { status: "under-review" })).totals.awarded).toBe(0);
  });
});

describe("the own share", () => {
  test("is what neither the fund nor others pay: agents first, then cash", async () => {
    const ministry = await anOrganisation();
    const carrier = await anActor(
      await anOrganisation({ kind: "state-operator", ministryId: ministry.id }),
    );
    const reader = await anActor(ministry, { role: "dnum", ministryId: ministry.id });
    const share = async (staffCost: bigint, coFinancing: bigint) => {
      const { id } = await aDossier({ carrier, call, total: euros(100), grant: euros(60) });
      await db.dossier.update({ where: { id }, data: { staffCost, coFinancing } });
    };
    await share(1_000n, 1_500n);
    await share(9_000n, 0n);
    const { rows, totals } = await readPortfolio(reader, ALL);
    expect(rows.map(({ own }) => own)).toEqual(
      expect.arrayContaining([
        { total: 2_500, staff: 1_000, cash: 1_500 },
        { total: 4_000, staff: 4_000, cash: 0 },
      ]),
    );
    expect(totals.own).toEqual({ staff: 5_000, cash: 1_500 });
  });
});

describe("pages", () => {
  test("lose and double no dossier while new ones arrive, both ways", async () => {
    const ministry = await anOrganisation();
    const carrier = await anActor(
      await anOrganisation({ kind: "state-operator", ministryId: ministry.id }),
    );
    const reader = await anActor(ministry, { role: "dnum", ministryId: ministry.id });
    const file = () => aDossier({ carrier, call, status: "filed" });
    const before: string[] = [];
    for (let index = 0; index < 2 * PORTFOLIO_PAGE + 7; index += 1) {
      before.push((await file()).number);
    }
    // Some of them ranked, several at the same rank: the id decides.
    await db.dossier.updateMany({
      where: { ministryId: ministry.id, number: { in: before.slice(10, 40) } },
      data: { ministryRank: 7 },
    });
    const walk = async (start: PortfolioQuery, way: "older" | "newer") => {
      const pages: string[][] = [];
      for (let query: PortfolioQuery | null = start; query; ) {
        const found = await readPortfolio(reader, query);
        pages.push(found.rows.map(({ number }) => number));
        const arrived = await file();
        await db.dossier.update({
          where: { id: arrived.id },
          data: { ministryRank: 1 },
        });
        const next: PortfolioQuery["cursor"] = found[way];
        query = next && { ...ALL, cursor: next };
        if (query && pages.length > 20) throw new Error("The list never ends");
        last = { ...ALL, cursor: found.newer };
      }
      return pages;
    };
    let last: PortfolioQuery = ALL;
    const down = await walk(ALL, "older");
    expect(down.map((page) => page.length)).toEqual([PORTFOLIO_PAGE, PORTFOLIO_PAGE, 7]);
    expect(down.flat().sort()).toEqual(before.sort());
    const listed = down.flat();

    const up = (await walk(last, "newer")).slice(0, -1);
    expect(up[0]).toEqual(listed.slice(PORTFOLIO_PAGE, 2 * PORTFOLIO_PAGE));
    expect(up[1]).toEqual(listed.slice(0, PORTFOLIO_PAGE));
  });

  test("a place in the address is read back; anything else is the first page", () => {
    const id = "0193a1b2-0000-7000-8000-000000000000";
    expect(readPortfolioQuery({ apres: `12_${id}` }).cursor).toEqual({
      direction: "after",
      rank: 12,
      id,
    });
    for (const wrong of ["", "x", `0_${id}`, `1001_${id}`, "12_'; DROP", ["a", "b"]]) {
      expect(readPortfolioQuery({ apres: wrong }).cursor).toBeNull();
    }
    const nothing = {
      theme: "itn9",
      statut: "note",
      etape: "note",
      alerte: "x",
      organisation: "y",
    };
    expect(readPortfolioQuery(nothing)).toEqual(ALL);
    const query: PortfolioQuery = {
      view: "board",
      ministryId: id,
      theme: "SNAP1",
      stage: "late",
      status: "in-execution",
      organisationId: id,
      alert: "dormant",
      savedId: id,
      cursor: { direction: "before", rank: 1000, id },
    };
    expect(readPortfolioQuery(Object.fromEntries(portfolioAddress(query)))).toEqual(query);
    expect(readPortfolioQuery({ theme: "itn3", statut: "en-instruction" })).toEqual({
      ...ALL,
      theme: "ITN3",
      status: "under-review",
    });
  });
});
