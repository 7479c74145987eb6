import { expect, test } from "vitest";
import type { Transaction } from "@/server/database/client";
import { wrongsOfGrants } from "../../fixtures/ministry-grants";
import { testDatabase } from "../database";

const db = await testDatabase();

test("a ministry is granted what the list says, each table with its policy, and nothing else", async () => {
  expect(await wrongsOfGrants(db)).toEqual([]);
});

/** What the check says of a database spoilt for it, in a transaction given up. */
async function afterSabotage(sql: string): Promise<string[]> {
  const wrongs: string[] = [];
  const spoilt = async (tx: Transaction) => {
    await tx.$executeRawUnsafe(sql);
    wrongs.push(...(await wrongsOfGrants(tx)));
    throw new Error("Given up");
  };
  await expect(db.$transaction(spoilt)).rejects.toThrow("Given up");
  return wrongs;
}

test.each([
  ["a policy dropped", "DROP POLICY ministry_sight ON gain", "gain.id: read without a policy"],
  [
    "row security taken off",
    "ALTER TABLE decision DISABLE ROW LEVEL SECURITY",
    "decision.id: read without a policy",
  ],
  [
    "a policy for everybody",
    "DROP POLICY ministry_sight ON gain; CREATE POLICY ministry_sight ON gain USING (true)",
    "gain.id: read without a policy",
  ],
  [
    "a secret granted",
    "GRANT SELECT ON score_sheet TO guichet_ministry",
    "score_sheet.id: read true, not false",
  ],
  [
    "a secret granted to everybody",
    "GRANT SELECT ON internal_note TO PUBLIC",
    "internal_note.id: read true, not false",
  ],
  [
    "a column granted",
    "GRANT SELECT (reserve_rank) ON dossier TO guichet_ministry",
    "dossier.reserve_rank: read true, not false",
  ],
  [
    "a view granted",
    "GRANT SELECT ON dossier_moment TO guichet_ministry",
    "dossier_moment.dossier_id: read true, not false",
  ],
  ["a write granted", "GRANT UPDATE ON dossier TO guichet_ministry", "dossier.id: written true"],
  [
    "a deletion granted",
    "GRANT DELETE ON visa TO guichet_ministry",
    "visa.id: more than read or written",
  ],
  ["a role that logs in", "ALTER ROLE guichet_ministry LOGIN", "The role may do more than read"],
])("the check notices %s", async (_, sql, wrong) => {
  expect(await afterSabotage(sql)).toContain(wrong);
});

test("what the owner's functions tell a ministry is known", async () => {
  const definers = await db.$queryRaw<{ name: string }[]>`
    SELECT proname AS name FROM pg_proc
    WHERE prosecdef AND pronamespace = current_schema()::regnamespace ORDER BY proname`;
  expect(definers.map(({ name }) => name)).toEqual([
    "dnum_in_sight",
    "planned_cost",
    "told_in_sight",
    "visa_in_sight",
  ]);
});
