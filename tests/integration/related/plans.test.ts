import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { readRelated } from "@/features/related/queries/related";
import { visibleDossiers } from "@/server/visibility";
import { manyDossiers } from "../../fixtures/many-dossiers";
import { planOf, scannedWhole, statementsOf } from "../../fixtures/statements";
import { anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
const DOSSIERS = 4000;
/** Tables that grow with the dossiers. */
const LARGE = [
  "dossier",
  "dossier_text",
  "filing",
  "decision",
  "juror_assignment",
  "dossier_member",
];
let instructor: Actor;
let owner: Actor;
let dossier: { id: string };

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  for (let index = 0; index < 8; index += 1) {
    const ministry = await anOrganisation();
    await anOrganisation({ kind: "state-operator", ministryId: ministry.id });
  }
  instructor = await anActor(null, { role: "instructor", theme: "ITN3" });
  owner = await anActor(null, { role: "theme-owner" });
  await manyDossiers(DOSSIERS, { themes: ["SNAP1", "ITN3", "ITN6", "SNAP3"], instructor });
  const [read, near] = await db.dossier.findMany({
    where: { AND: [{ themeCode: "ITN3" }, visibleDossiers(instructor, "instruction")] },
    distinct: ["carrierId"],
    take: 2,
  });
  if (!read || !near) throw new Error("Two carriers of the theme are needed");
  await rename(read.id, "Repérer la mérule dans les toitures");
  await rename(near.id, "Repérer la mérule sous les toitures");
  dossier = read;
}, 120_000);

const rename = (id: string, title: string) => db.dossier.update({ where: { id }, data: { title } });

test.each(["instructor", "owner"] as const)(
  "as the %s, near dossiers are found among thousands without reading a table whole",
  async (who) => {
    const actor = who === "owner" ? owner : instructor;
    const statements = await statementsOf(() => readRelated(actor, dossier.id));
    for (const statement of statements) {
      const plan = await planOf(process.env.DATABASE_URL ?? "", statement);
      const whole = scannedWhole(plan).filter((table) => LARGE.includes(table));
      expect(whole, statement.text).toEqual([]);
    }
    const { similar, history, moreHistory } = await readRelated(actor, dossier.id);
    expect(similar.known.map(({ title, reason }) => `${title}: ${reason}`)).toEqual([
      expect.stringMatching(/^Repérer la mérule sous les toitures: titre proche.*mérule/),
    ]);
    expect(similar.neighbours).toEqual([]);
    expect(history.known.length + history.neighbours.length).toBe(20);
    expect(moreHistory).toBe(true);
  },
);
