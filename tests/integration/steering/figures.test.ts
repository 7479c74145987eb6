import { beforeAll, describe, expect, test } from "vitest";
import { DOSSIER_STATUSES, type DossierStatus } from "@/domain/dossier/statuses";
import { type Cents, cents, euros, sum } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { addedSums, type Figures, MEASURES, NO_FIGURES } from "@/domain/steering/figures";
import { THEME_CODES, type ThemeCode } from "@/domain/themes/types";
import { exportSteeredProjects, exportTable } from "@/features/steering/exports";
import { NO_FILTERS, type ProjectsQuery, type SteeringFilters } from "@/features/steering/filters";
import { readNote } from "@/features/steering/note";
import { notePdf } from "@/features/steering/note-pdf";
import {
  readSteeredPage,
  readSteeredProjects,
  type SteeredProject,
} from "@/features/steering/queries/projects";
import { readSteering } from "@/features/steering/queries/steering";
import { tablesOf } from "@/features/steering/tables";
import { statementsOf } from "../../fixtures/statements";
import { anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aProject, type Steering, theSteering } from "./world";

const db = await testDatabase();
const ALL = { ...NO_FILTERS, place: null };
let room: Steering;

const THEMES: readonly ThemeCode[] = ["ITN3", "ITN6", "ITN7", "ITN8A", "SNAP1", "SNAP4"];
const DAYS = ["2020-11-03", "2020-12-31", "2021-01-01", "2021-02-14", "2021-03-31"];

/** Dossiers of every theme, ministry, quarter and outcome, some decided and not told. */
beforeAll(async () => {
  room = await theSteering();
  await setClock("2021-04-20T10:00:00+02:00");
  let turn = 0;
  for (const theme of THEMES) {
    for (const carrier of room.carriers) {
      for (const day of DAYS) {
        turn += 1;
        const filedAt = `${day}T23:30:00+01:00`;
        const [at, told] = ["2021-04-01T10:00:00+02:00", "2021-04-06T10:00:00+02:00"];
        const amount = euros(10_000 + turn);
        const requested = euros(20_000 + turn);
        const base = { theme, carrier, filedAt, requested };
        // Not the same outcome on the same day each time.
        switch ((turn + Math.floor(turn / DAYS.length)) % 5) {
          case 0:
            await aProject(room, { ...base, decision: { outcome: "accepted", amount, at, told } });
            break;
          case 1:
            await aProject(room, { ...base, decision: { outcome: "accepted", amount, at } });
            break;
          case 2:
            await aProject(room, { ...base, decision: { outcome: "refused", at, told } });
            break;
          case 3:
            await aProject(room, { ...base, status: "scored" });
            break;
          default:
            await aProject(room, { ...base, status: "set-aside", ...(turn % 2 && { told }) });
        }
      }
    }
  }
  await aProject(room, {
    theme: "ITN3",
    carrier: room.carriers[0] as Actor,
    filedAt: "2021-01-05T10:00:00+01:00",
    status: "draft",
  });
}, 120_000);

/** Every project of a list, page after page. */
async function listed(actor: Actor, filters: Partial<SteeringFilters>): Promise<SteeredProject[]> {
  const rows: SteeredProject[] = [];
  let query: ProjectsQuery = { ...ALL, ...filters };
  for (;;) {
    const page = await readSteeredPage(actor, query, 7);
    rows.push(...page.rows);
    if (!page.next) return rows;
    query = { ...query, place: page.next };
  }
}

function totals(rows: readonly SteeredProject[]): Record<string, Cents> {
  return Object.fromEntries(
    MEASURES.map((measure) => [
      measure,
      sum(
        rows.map(({ granted, amounts }) =>
          measure === "granted" ? (granted ?? cents(0)) : amounts[measure],
        ),
      ),
    ]),
  );
}

const together = (groups: Iterable<Figures>) => {
  const { decisionDays: _d, openingDays: _o, ...zero } = NO_FIGURES;
  return [...groups].reduce(addedSums, zero);
};

const sumsOf = ({ decisionDays: _d, openingDays: _o, ...sums }: Figures) => sums;

describe("figures", () => {
  test("by theme, volet, BOP, ministry, quarter and state: each adds up to the whole", async () => {
    for (const quarter of [null, "2020-T4", "2021-T1"]) {
      const { figures } = await readSteering(room.committee, { ...NO_FILTERS, quarter });
      const { whole, regions, ...cuts } = figures;
      expect(whole.dossiers).toBeGreaterThan(20);
      expect(whole.amounts.granted).toBeGreaterThan(0);
      for (const cut of Object.values(cuts)) {
        expect(together(cut.values())).toEqual(sumsOf(whole));
      }
      const { awarded, amounts } = together(regions.values());
      expect([awarded, amounts.granted]).toEqual([whole.awarded, whole.amounts.granted]);
    }
  });

  const selections: Partial<SteeringFilters>[] = [
    {},
    ...THEME_CODES.map((theme) => ({ theme })),
    { volet: "ITN" },
    { volet: "SNAP" },
    { bop: "DINUM" },
    { bop: "DITP" },
    { bop: "none" },
    { ministry: "aucun" },
    { quarter: "2020-T4" },
    { quarter: "2021-T1", volet: "ITN", part: "granted" },
    { part: "granted" },
    { part: "decided" },
    { part: "allocated" },
    { part: "interministerial" },
    { part: "followed" },
    ...DOSSIER_STATUSES.map((state: DossierStatus) => ({ state })),
  ];
  test.each(selections)("are those of the list behind them: %o", async (filters) => {
    const rows = await listed(room.committee, filters);
    const { whole } = await readSteeredProjects(room.committee, { ...ALL, ...filters });
    expect(whole.dossiers).toBe(rows.length);
    expect(whole.awarded).toBe(rows.filter(({ granted }) => granted !== null).length);
    expect(totals(rows)).toEqual(whole.amounts);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test("each row of each table opens a list that says what the row says", async () => {
    const steering = await readSteering(room.committee, NO_FILTERS);
    for (const table of tablesOf(steering)) {
      for (const row of table.rows) {
        const asked = table.headings.indexOf("Demandé") - 1;
        if (row.filters === null || asked < 0) continue;
        const { whole } = await readSteeredProjects(room.committee, { ...ALL, ...row.filters });
        expect(row.cells[asked], `${table.key} ${row.label}`).toEqual({
          cents: whole.amounts.requested,
        });
      }
    }
  });

  test("a quarter begins and ends in Paris, whatever the hour", async () => {
    const rows = await listed(room.committee, { quarter: "2020-T4" });
    expect(rows).toHaveLength(THEMES.length * room.carriers.length * 2);
    const late = rows
      .map(({ filedAt }) => filedAt.toISOString())
      .toSorted()
      .at(-1);
    expect(late).toBe("2020-12-31T22:30:00.000Z");
  });

  test("tell nothing of a decision before its carrier knows", async () => {
    const hidden = await db.dossier.findMany({
      where: { notifiedAt: null, status: { in: ["accepted", "set-aside", "scored"] } },
      select: { id: true },
    });
    const ids = new Set(hidden.map(({ id }) => id));
    const rows = (await listed(room.committee, {})).filter(({ id }) => ids.has(id));
    expect(rows).toHaveLength(hidden.length);
    for (const row of rows) {
      expect(row.granted).toBeNull();
      expect(row.state.label).toBe("En instruction");
    }
    const decided = await listed(room.committee, { part: "decided" });
    expect(decided.filter(({ id }) => ids.has(id))).toEqual([]);
    // Told to one carrier: that award, and no other, comes into the figures.
    const before = await readSteering(room.committee, NO_FILTERS);
    const next = await db.decision.findFirstOrThrow({
      where: { outcome: "accepted", notifiedAt: null },
    });
    const at = new Date("2021-04-10T08:00:00Z");
    await db.decision.update({ where: { id: next.id }, data: { notifiedAt: at } });
    await db.dossier.update({ where: { id: next.dossierId }, data: { notifiedAt: at } });
    const after = await readSteering(room.committee, NO_FILTERS);
    const { whole } = after.figures;
    expect(whole.awarded).toBe(before.figures.whole.awarded + 1);
    expect(BigInt(whole.amounts.granted - before.figures.whole.amounts.granted)).toBe(next.amount);
    expect(whole.amounts.requested).toBe(before.figures.whole.amounts.requested);
  });

  test("median delay and success rate count the decisions told", async () => {
    const { figures } = await readSteering(room.committee, { ...NO_FILTERS, quarter: "2020-T4" });
    const { awarded, turnedDown, decisionDays } = figures.whole;
    const rows = await listed(room.committee, { quarter: "2020-T4", part: "decided" });
    expect(awarded + turnedDown).toBe(rows.length);
    expect(decisionDays).toBeGreaterThan(90);
    expect(decisionDays).toBeLessThan(160);
    expect(figures.whole.openingDays).toBeNull();
  });
});

describe("who reads what", () => {
  test("the keeper of a BOP reads its themes alone, whatever the address asks", async () => {
    for (const bop of [null, "DINUM"] as const) {
      const { figures, filters } = await readSteering(room.keeper, { ...NO_FILTERS, bop });
      expect(filters.bop).toBe("DITP");
      expect([...figures.themes.keys()]).toEqual(["ITN8A"]);
    }
    const themes = new Set((await listed(room.keeper, {})).map(({ theme }) => theme));
    expect([...themes]).toEqual(["ITN8A"]);
    expect(await listed(room.keeper, { bop: "DINUM" })).toEqual([]);
  });

  test("a DNUM reads sums by theme, volet and BOP, no request of others, and opens no list", async () => {
    const steering = await readSteering(room.dnum, NO_FILTERS);
    const tables = tablesOf(steering);
    expect(tables.map(({ key }) => key)).toEqual(["themes", "volets", "bop"]);
    for (const { headings, rows } of tables) {
      expect(headings).not.toContain("Demandé");
      expect(rows.every(({ filters }) => filters === null)).toBe(true);
    }
    const whole = await readSteering(room.committee, NO_FILTERS);
    expect(steering.figures.whole.amounts).toEqual(whole.figures.whole.amounts);
    const notFound = { code: "not-found" };
    await expect(readSteeredProjects(room.dnum, ALL)).rejects.toMatchObject(notFound);
    await expect(
      exportTable(room.dnum, ALL, { key: "themes", format: "csv" }),
    ).rejects.toMatchObject(notFound);
    await expect(exportSteeredProjects(room.dnum, ALL, "csv")).rejects.toMatchObject(notFound);
    await expect(readNote(room.dnum, NO_FILTERS)).rejects.toMatchObject(notFound);
  });

  test("nobody else reads anything", async () => {
    for (const actor of [room.decider, room.chair, room.carriers[0] as Actor]) {
      await expect(readSteering(actor, NO_FILTERS)).rejects.toMatchObject({ code: "not-found" });
      await expect(readSteeredProjects(actor, ALL)).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("a member recused from a dossier sees nothing of it, in the list nor in the figure", async () => {
    const both = await anActor(null, { role: "cosinum" }, { role: "juror" });
    const before = await readSteering(both, NO_FILTERS);
    const one = await db.dossier.findFirstOrThrow({ where: { status: "refused" } });
    await db.jurorAssignment.create({
      data: {
        dossierId: one.id,
        jurorId: both.agentId,
        assignedById: room.decider.agentId,
        status: "recused",
        ground: "same-ministry",
        endedAt: new Date(),
      },
    });
    const after = await readSteering(both, NO_FILTERS);
    expect(after.figures.whole.dossiers).toBe(before.figures.whole.dossiers - 1);
    expect((await listed(both, {})).map(({ id }) => id)).not.toContain(one.id);
  });
});

test("the page costs the same number of statements whatever the funds hold", async () => {
  const one = await statementsOf(() => readSteering(room.keeper, NO_FILTERS));
  const whole = await statementsOf(() => readSteering(room.committee, NO_FILTERS));
  expect(whole.length).toBe(one.length);
  expect(whole.length).toBeLessThanOrEqual(20);
});

async function textOf(stream: AsyncIterable<unknown>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString("utf8");
}

describe("exports", () => {
  test("a table as the page shows it, its total last, written in the log", async () => {
    const { file, name } = await exportTable(room.committee, ALL, { key: "themes", format: "csv" });
    const lines = (await textOf(file)).trim().split("\r\n");
    expect(name).toBe("COSINUM, Par thème.csv");
    expect(lines[0]).toContain("Thème;Enveloppe;Demandé;Accordé");
    expect(lines).toHaveLength(1 + 18 + 1);
    expect(lines.at(-2)).toContain("Sans thème dans les textes;33000000,00");
    expect(lines.at(-1)).toContain("Total;500000000,00");
    expect(await db.auditLine.count({ where: { action: "export-steering-table" } })).toBe(1);
    const { file: workbook } = await exportTable(room.auditor, ALL, {
      key: "etats",
      format: "xlsx",
    });
    expect((await textOf(workbook)).slice(0, 2)).toBe("PK");
    await expect(
      exportTable(room.committee, ALL, { key: "rien", format: "csv" }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test("the projects as filtered, all of them, without the name of any agent", async () => {
    const query = { ...ALL, theme: "ITN3" as const };
    const text = await textOf(await exportSteeredProjects(room.committee, query, "csv"));
    const lines = text.trim().split("\r\n");
    expect(lines).toHaveLength(1 + (await listed(room.committee, query)).length);
    for (const { usualName, email } of [...room.carriers, room.decider, room.chair]) {
      expect(text).not.toContain(usualName);
      expect(text).not.toContain(email);
    }
  });

  test("the note is a tagged PDF of what its page says", async () => {
    const note = await readNote(room.committee, NO_FILTERS);
    const pdf = Buffer.from(notePdf(note)).toString("latin1");
    expect(pdf.startsWith("%PDF-")).toBe(true);
    expect(pdf).toContain("/StructTreeRoot");
    const tables = note.blocks.filter(({ kind }) => kind === "table");
    expect(tables.length).toBeGreaterThanOrEqual(8);
  });
});
