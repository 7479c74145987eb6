import { beforeAll, describe, expect, test } from "vitest";
import { dropExtract, enterExtract } from "@/features/credits/commands/enter-extract";
import { receiveExtract } from "@/features/credits/commands/receive-extract";
import { readImport } from "@/features/credits/queries/imports";
import { dropOldExtracts } from "@/server/jobs/drop-extracts";
import { moveDossier, theCredits } from "../../fixtures/credits";
import { actionsOf } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { expectAddsUp } from "./adds-up";
import { ALL, credited, csv, fileOf, line, send } from "./extract-sending";

const db = await testDatabase();
beforeAll(() => setClock("2021-01-20T10:00:00+01:00"));

describe("an extract", () => {
  test("is shown line by line, then entered; again, it changes nothing", async () => {
    const { room, dossier, accountNow } = await credited();
    const content = csv(
      line(room, dossier.number, "60 000,00", { piece: "A" }),
      line(room, dossier.number, "12 500,50", { type: "DP", piece: "B" }),
      line(room, dossier.number, "90 000,00"),
      line(room, "2020-999999", "1,00"),
      line({ unit: { ...room.unit, code: "INCONNUE" } }, dossier.number, "1,00"),
      line(room, dossier.number, "60 000,00", { piece: "A" }),
      line(room, dossier.number, "50 000,00", { piece: "A" }),
      line(room, dossier.number, "douze"),
    );
    const preview = await send(room.keeper, content);
    expect(preview).toMatchObject({
      entered: false,
      mayEnter: true,
      counts: { taken: 2, known: 1, refused: 5 },
      taken: { ae: 6_000_000, cp: 1_250_050 },
    });
    expect(preview.lines.map(({ reason }) => reason)).toEqual([
      "",
      "",
      expect.stringMatching(/il reste 40.000,00.€ d’AE à engager pour 90.000,00/),
      expect.stringContaining("Aucun dossier accordé"),
      expect.stringContaining("Aucune unité de ce BOP"),
      "Déjà comptée à la ligne 2.",
      expect.stringContaining("avec un autre montant"),
      expect.stringContaining("nombre en euros"),
    ]);
    expect((await accountNow()).committedAe).toBe(0n);

    const { id } = await enterExtract(room.keeper, { extract: preview.id });
    expect(await accountNow()).toMatchObject({ committedAe: 6_000_000n, paidCp: 1_250_050n });
    const report = await readImport(room.keeper, id, ALL);
    expect(report).toMatchObject({
      entered: true,
      mayEnter: false,
      counts: preview.counts,
      taken: preview.taken,
    });
    expect(report.lines).toEqual(preview.lines);
    expect((await actionsOf(dossier.id)).at(-1)).toBe("enter-credits");
    await expectAddsUp();

    // The same button twice, the same file under another name, another keeper.
    expect(await enterExtract(room.keeper, { extract: id })).toEqual({ id });
    const again = await send(room.secondKeeper, content, "autre-nom.csv");
    expect(again).toMatchObject({ id, entered: true });
    expect(await db.creditMovement.count({ where: { dossierId: dossier.id } })).toBe(3);
  });

  test("tells again what another told: each fact is counted once", async () => {
    const { room, dossier, accountNow } = await credited();
    const first = line(room, dossier.number, "10 000,00", { piece: "P1" });
    const second = line(room, dossier.number, "5 000,00", { piece: "P2" });
    await enterExtract(room.keeper, { extract: (await send(room.keeper, csv(first))).id });
    const cumulative = await send(room.keeper, csv(first, second));
    expect(cumulative.counts).toEqual({ taken: 1, known: 1, refused: 0 });
    expect(cumulative.lines[0]?.reason).toBe("Déjà comptée dans un extrait déjà enregistré.");
    await enterExtract(room.keeper, { extract: cumulative.id });
    expect((await accountNow()).committedAe).toBe(1_500_000n);
    await expectAddsUp();
  });

  test("corrects with negative amounts while the sums stay right", async () => {
    const { room, dossier, accountNow } = await credited();
    const preview = await send(
      room.keeper,
      csv(
        line(room, dossier.number, "50 000,00"),
        line(room, dossier.number, "30 000,00", { type: "DP" }),
        line(room, dossier.number, "-25 000,00"),
        line(room, dossier.number, "\u221220 000,00"),
        line(room, dossier.number, "-5 000,00", { type: "DP" }),
        line(room, dossier.number, "-40 000,00", { type: "DP" }),
      ),
    );
    expect(preview.lines.map(({ outcome }) => outcome)).toEqual([
      "taken",
      "taken",
      "refused",
      "taken",
      "taken",
      "refused",
    ]);
    expect(preview.lines[2]?.reason).toMatch(/il reste 20.000,00.€ d’AE engagées et non payées/);
    await enterExtract(room.keeper, { extract: preview.id });
    expect(await accountNow()).toMatchObject({ committedAe: 3_000_000n, paidCp: 2_500_000n });
    await expectAddsUp();
  });

  test("is judged again when it is entered: what left meanwhile is no longer taken", async () => {
    const { room, dossier, accountNow } = await credited();
    const preview = await send(room.keeper, csv(line(room, dossier.number, "100 000,00")));
    expect(preview.counts.taken).toBe(1);
    await moveDossier(room, dossier.number, "commitment", { ae: 1 });
    const { id } = await enterExtract(room.keeper, { extract: preview.id });
    const report = await readImport(room.keeper, id, ALL);
    expect(report.counts).toEqual({ taken: 0, known: 0, refused: 1 });
    expect((await accountNow()).committedAe).toBe(100n);
    await expectAddsUp();
  });

  test("two at once, and one entered twice at once: each fact once", async () => {
    const { room, dossier, accountNow } = await credited();
    const shared = line(room, dossier.number, "10 000,00", { piece: "S" });
    const [one, two] = [
      await send(room.keeper, csv(shared, line(room, dossier.number, "1 000,00"))),
      await send(room.secondKeeper, csv(shared, line(room, dossier.number, "2 000,00"))),
    ];
    await Promise.all([
      enterExtract(room.keeper, { extract: one.id }),
      enterExtract(room.secondKeeper, { extract: one.id }),
      enterExtract(room.secondKeeper, { extract: two.id }),
      ...[100, 150, 250].map((ae) => moveDossier(room, dossier.number, "commitment", { ae })),
    ]);
    expect((await accountNow()).committedAe).toBe(1_350_000n);
    await expectAddsUp();
  });

  test("is the BOP's keepers' alone; another BOP reads nothing of it, and its units are unknown", async () => {
    const { room, dossier } = await credited();
    const ditp = await theCredits("ITN8A", "DITP");
    const content = csv(line(room, dossier.number, "1 000,00"));
    const preview = await send(room.keeper, content);
    for (const stranger of [room.dnum, room.owner, room.carrier]) {
      await expect(receiveExtract(stranger, await fileOf(content))).rejects.toMatchObject({
        code: "not-found",
      });
      await expect(readImport(stranger, preview.id, ALL)).rejects.toMatchObject({
        code: "not-found",
      });
    }
    for (const other of [ditp.keeper, room.auditor]) {
      await expect(enterExtract(other, { extract: preview.id })).rejects.toMatchObject({
        code: "not-found",
      });
    }
    await expect(readImport(ditp.keeper, preview.id, ALL)).rejects.toMatchObject({
      code: "not-found",
    });
    expect((await readImport(room.auditor, preview.id, ALL)).mayEnter).toBe(false);
    // The same file, sent to the other BOP: its own extract, that takes nothing.
    const theirs = await send(ditp.keeper, content);
    expect(theirs.lines[0]?.reason).toContain("Aucune unité de ce BOP");
    await dropExtract(room.keeper, { extract: preview.id });
    await expect(dropExtract(room.keeper, { extract: preview.id })).rejects.toMatchObject({
      code: "already-done",
    });
  });

  test("received and not entered for a week is forgotten", async () => {
    const { room, dossier } = await credited();
    const { id } = await send(room.keeper, csv(line(room, dossier.number, "1 000,00")));
    await dropOldExtracts();
    expect(await db.accountingExtract.count({ where: { id } })).toBe(1);
    await setClock("2021-01-27T10:30:00+01:00");
    await dropOldExtracts();
    expect(await db.accountingExtract.count({ where: { id } })).toBe(0);
    await setClock("2021-01-20T10:00:00+01:00");
  });
});
