import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { readAwaiting } from "@/features/work-list/awaiting/query";
import { parseFilters } from "@/features/work-list/filters";
import { readWorkList } from "@/features/work-list/queries/list";
import { manyDossiers } from "../../fixtures/many-dossiers";
import { planOf, scannedWhole, statementsOf } from "../../fixtures/statements";
import { anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
const DOSSIERS = 4000;
/** Tables that grow with the dossiers. */
const LARGE = ["dossier", "dossier_text", "juror_assignment", "dossier_message", "internal_note"];
let instructor: Actor;
let owner: Actor;

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  for (let index = 0; index < 8; index += 1) {
    const ministry = await anOrganisation();
    await anOrganisation({ kind: "state-operator", ministryId: ministry.id });
  }
  instructor = await anActor(null, { role: "instructor", theme: "ITN3" });
  owner = await anActor(null, { role: "theme-owner" });
  await manyDossiers(DOSSIERS, { themes: ["SNAP1", "ITN3", "ITN6", "SNAP3"], instructor });
}, 120_000);

const ADDRESSES: Record<string, Record<string, string>> = {
  "everything, the newest first": {},
  "the oldest first": { tri: "anciens" },
  "the largest grant first": { tri: "montant" },
  "one theme, one status": { theme: "ITN3", statut: "filed" },
  "a common word": { recherche: "dossiers" },
  "a rare word, with its accents or not": { recherche: "AMIANTE réseaux" },
  "a number": { recherche: "2026-000012" },
  "one's own": { vue: "mes-dossiers" },
  "without instructor": { vue: "sans-instructeur" },
  "a label": { etiquette: "urgent" },
  "a common word and a label": { recherche: "dossiers", etiquette: "urgent" },
  "an age": { age: "90" },
  "an amount": { "montant-min": "500 000" },
  "a deadline": { echeance: "30" },
  "messages without an answer": { vue: "messages-sans-reponse" },
  "a visa": { visa: "awaited", vue: "a-verifier" },
};

describe.each(["instructor", "owner"] as const)("as the %s", (who) => {
  test.each(Object.entries(ADDRESSES))(
    "%s: no table of dossiers is read whole",
    async (_, query) => {
      const actor = who === "owner" ? owner : instructor;
      const statements = await statementsOf(() => readWorkList(actor, parseFilters(query)));
      for (const statement of statements) {
        const plan = await planOf(process.env.DATABASE_URL ?? "", statement);
        const whole = scannedWhole(plan).filter((table) => LARGE.includes(table));
        expect(whole, statement.text).toEqual([]);
      }
    },
  );
});

test.each(["instructor", "owner"] as const)(
  "what waits for the %s is found without reading a table of dossiers whole",
  async (who) => {
    const actor = who === "owner" ? owner : instructor;
    const [statement, ...others] = await statementsOf(() => readAwaiting(actor));
    expect(others).toEqual([]);
    if (!statement) throw new Error("Nothing was asked");
    const plan = await planOf(process.env.DATABASE_URL ?? "", statement);
    expect(scannedWhole(plan).filter((table) => LARGE.includes(table))).toEqual([]);
  },
);

test("the page makes the same statements with one dossier or thousands, whatever is asked", async () => {
  const count = async (query: Record<string, string>, actor = owner) =>
    (await statementsOf(() => readWorkList(actor, parseFilters(query)))).length;
  const first = await db.dossier.findFirstOrThrow({ where: { themeCode: "ITN3" } });
  expect(await count({ recherche: first.number }, instructor)).toBe(9);
  expect(await count({ recherche: "introuvable" })).toBe(9);
  for (const query of Object.values(ADDRESSES)) {
    // One more to know which of a word and a label holds the fewest dossiers.
    const isDouble = "recherche" in query && "etiquette" in query;
    expect(await count(query), JSON.stringify(query)).toBe(isDouble ? 10 : 9);
  }
});

test("what depends on a word, a date or a page is planned with its own values each time", async () => {
  const statements = await statementsOf(() =>
    readWorkList(owner, parseFilters({ recherche: "amiante" })),
  );
  const own = statements.filter(
    ({ text }) => /LATERAL|dossier_text|AS page/.test(text) && !/"t0"/.test(text),
  );
  expect(own.map(({ name }) => name)).toEqual(["", ""]);
});

test("the reading of a plan sees a table read whole", async () => {
  await db.$executeRaw`DROP INDEX dossier_theme_code_filed_at_id_idx, dossier_theme_code_status_filed_at_id_idx,
    dossier_theme_code_requested_grant_id_idx, dossier_filed_at_id_idx`;
  const statements = await statementsOf(() => readWorkList(owner, parseFilters({})));
  const plans = await Promise.all(
    statements.map((statement) => planOf(process.env.DATABASE_URL ?? "", statement)),
  );
  expect(plans.flatMap(scannedWhole)).toContain("dossier");
});
