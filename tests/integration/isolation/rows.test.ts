import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { database, type Transaction } from "@/server/database/client";
import { asMinistry, withinMinistry } from "@/server/database/ministry-sight";
import { MINISTRY_GRANTS } from "../../fixtures/ministry-grants";
import { testDatabase } from "../database";
import { aLife } from "../execution/world";
import { aServedMinistry, type ServedMinistry } from "./world";

const db = await testDatabase();

let one: ServedMinistry;
let other: ServedMinistry;

beforeAll(async () => {
  const life = await aLife("ITN3");
  one = await aServedMinistry(life);
  other = await aServedMinistry(life);
}, 120_000);

/** Every row of a table that is shown, without any condition, as text. */
async function rowsOf(tx: Transaction, table: string): Promise<string[]> {
  const columns = MINISTRY_GRANTS[table]?.reads?.split(" ").map((name) => `"${name}"`) ?? ["*"];
  const rows = await tx.$queryRawUnsafe<{ row: string }[]>(
    `SELECT to_jsonb(shown)::text AS row FROM (SELECT ${columns.join(", ")} FROM "${table}") AS shown`,
  );
  return rows.map(({ row }) => row);
}

const speaksOf = ({ identifiers }: ServedMinistry, row: string) =>
  identifiers.some((identifier) => row.includes(identifier));

/** The tables that show a row of a ministry. */
async function tablesWith(tx: Transaction, ministry: ServedMinistry): Promise<string[]> {
  const found: string[] = [];
  for (const table of Object.keys(MINISTRY_GRANTS)) {
    const rows = await rowsOf(tx, table);
    if (rows.some((row) => speaksOf(ministry, row))) found.push(table);
  }
  return found;
}

/** Those of everybody: no row of theirs is a ministry's. */
const PUBLIC = ["call", "round", "setting"];
const PRIVATE = Object.keys(MINISTRY_GRANTS).filter((table) => !PUBLIC.includes(table));

describe("every table, read whole", () => {
  test("has rows of both ministries", async () => {
    expect(await tablesWith(db, one)).toEqual(PRIVATE);
    expect(await tablesWith(db, other)).toEqual(PRIVATE);
  });

  test("shows a ministry its own rows, and not one of another's", async () => {
    for (const [own, stranger] of [
      [one, other],
      [other, one],
    ] as const) {
      expect(await asMinistry(own.dnum, (tx) => tablesWith(tx, own))).toEqual(PRIVATE);
      expect(await asMinistry(own.dnum, (tx) => tablesWith(tx, stranger))).toEqual([]);
    }
  });

  test("shows nothing where no ministry is said", async () => {
    const shown = await db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL ROLE guichet_ministry`;
      const counts: [string, number][] = [];
      for (const table of PRIVATE) counts.push([table, (await rowsOf(tx, table)).length]);
      return counts.filter(([, count]) => count > 0);
    });
    expect(shown).toEqual([]);
  });

  test("of two ministries at once, never shows one to the other", async () => {
    const reads = Array.from({ length: 40 }, (_, index) => {
      const [own, stranger] = index % 2 === 0 ? [one, other] : [other, one];
      return asMinistry(own.dnum, async (tx) => [
        await tablesWith(tx, stranger),
        await rowsOf(tx, "dossier"),
      ]);
    });
    for (const [strangers, own] of await Promise.all(reads)) {
      expect(strangers).toEqual([]);
      expect(own).toHaveLength(3);
    }
  });
});

describe("the check itself", () => {
  /** The tables that speak of the other ministry once the database is spoilt, in a transaction given up. */
  async function afterSabotage(sql: string): Promise<string[]> {
    let shown: string[] = [];
    const spoilt = async (tx: Transaction) => {
      await tx.$executeRawUnsafe(sql);
      shown = await withinMinistry(tx, one.dnum, (narrow) => tablesWith(narrow, other));
      throw new Error("Given up");
    };
    await expect(db.$transaction(spoilt)).rejects.toThrow("Given up");
    return shown;
  }

  test("notices row security taken off a table", async () => {
    expect(await afterSabotage("ALTER TABLE gain DISABLE ROW LEVEL SECURITY")).toEqual(["gain"]);
  });

  test("notices a policy that forgets its ministry, and what leans on it", async () => {
    const shown = await afterSabotage("ALTER POLICY ministry_sight ON dossier USING (true)");
    expect(shown).toEqual(expect.arrayContaining(["decision", "dossier", "execution", "filing"]));
  });

  test("notices a ministry's sight that stays the owner's", async () => {
    expect(await afterSabotage("ALTER ROLE guichet_ministry BYPASSRLS")).toEqual(PRIVATE);
  });
});

describe("what a ministry never reads, of its own", () => {
  const shown = (table: string) => asMinistry(one.dnum, (tx) => rowsOf(tx, table));

  test("a draft shown to nobody, and of a draft told to it anything but its line", async () => {
    const dossiers = (await shown("dossier")).join();
    expect(dossiers).toContain(one.told.id);
    expect(dossiers).not.toContain(one.hidden.id);
    for (const table of PRIVATE.filter((name) => !["dossier", "visa"].includes(name))) {
      expect((await shown(table)).join(), table).not.toContain(one.told.id);
    }
  });

  test("a draft told to it and withdrawn since", async () => {
    const turn = (status: string) =>
      db.dossier.update({
        where: { id: one.told.id },
        data: { status, version: { increment: 1 } },
      });
    await turn("withdrawn");
    expect((await shown("dossier")).join()).not.toContain(one.told.id);
    expect((await shown("visa")).join()).not.toContain(one.told.id);
    await turn("draft");
  });

  test("a decision not notified, a report not handed in, a redirection proposed", async () => {
    expect((await shown("decision")).join()).not.toMatch(/réservé/);
    expect((await shown("decision")).join()).not.toContain(one.undecided.id);
    expect((await shown("progress_report")).join()).not.toMatch(/réservé/);
    expect(await shown("redirection")).toHaveLength(1);
  });

  test.each([
    "score_sheet",
    "score",
    "vote",
    "ballot",
    "consensus_score",
    "ranking",
    "juror_assignment",
    "internal_note",
    "dossier_message",
    "dossier_comment",
    "answer",
    "expert_opinion",
    "appeal",
    "notification",
    "audit_line",
    "session",
    "identity",
    "dossier_text",
    "dossier_deadline",
    "dossier_moment",
  ])("%s is refused", async (table) => {
    const read = asMinistry(one.dnum, (tx) =>
      tx.$queryRawUnsafe(`SELECT count(*)::int AS n FROM "${table}"`),
    );
    await expect(read).rejects.toThrow(/permission denied/);
  });

  test("who instructs, the place in reserve and telephones are refused", async () => {
    for (const sql of [
      "SELECT assignee_id FROM dossier",
      "SELECT reserve_rank FROM dossier",
      "SELECT * FROM dossier",
      "SELECT reason FROM redirection",
      "SELECT phone FROM agent",
    ]) {
      const read = asMinistry(one.dnum, (tx) => tx.$queryRawUnsafe(sql));
      await expect(read, sql).rejects.toThrow(/permission denied/);
    }
  });
});

describe("what a ministry writes", () => {
  /** Written under the actor's sight, then given up: how many rows it would touch. */
  async function touched(actor: Actor, sql: string): Promise<number> {
    let rows = 0;
    const write = async (tx: Transaction) => {
      rows = await withinMinistry(tx, actor, (narrow) => narrow.$executeRawUnsafe(sql));
      throw new Error("Given up");
    };
    await expect(database().$transaction(write)).rejects.toThrow("Given up");
    return rows;
  }

  test("its visas alone, though the statement says all", async () => {
    const own = await db.visa.count({ where: { ministryId: one.id } });
    expect(own).toBeGreaterThan(1);
    expect(await touched(one.dnum, "UPDATE visa SET reason = 'Non'")).toBe(own);
    const stranger = `UPDATE visa SET status = 'objection' WHERE ministry_id = '${other.id}'`;
    expect(await touched(one.dnum, stranger)).toBe(0);
  });

  test("its own delay alone", async () => {
    expect(await touched(one.dnum, "UPDATE organisation SET visa_days = 3")).toBe(1);
    expect(await touched(one.carrier, "UPDATE organisation SET visa_days = 3")).toBe(0);
  });

  test.each([
    "UPDATE visa SET ministry_id = gen_random_uuid()",
    "UPDATE visa SET tacit_at = NULL",
    "UPDATE dossier SET title = 'x'",
    "UPDATE organisation SET name = 'x'",
    "UPDATE decision SET amount = 1",
    "DELETE FROM visa",
    "INSERT INTO co_carrier SELECT * FROM co_carrier",
    "TRUNCATE visa",
    "CREATE TABLE stolen ()",
    "ALTER TABLE dossier DISABLE ROW LEVEL SECURITY",
  ])("not: %s", async (sql) => {
    const write = asMinistry(one.dnum, (tx) => tx.$executeRawUnsafe(sql));
    await expect(write).rejects.toThrow(/permission denied|must be owner/);
  });
});
