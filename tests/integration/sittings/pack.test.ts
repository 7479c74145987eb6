import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { fromBuffer } from "yauzl";
import type { Actor } from "@/domain/rights/actor";
import { imposeRecusal } from "@/features/instruction/commands/jurors";
import { packOf } from "@/features/sittings/pack";
import { streamedArchive } from "@/server/files/archive";
import { testDatabase } from "../database";
import { aSitting } from "./sitting";

const db = await testDatabase();

/** The names of the files of an archive, and all its bytes. */
async function packed(actor: Actor, session: string) {
  const bytes = await buffer(streamedArchive(await packOf(actor, session)));
  const names = await new Promise<string[]>((resolve, reject) => {
    const found: string[] = [];
    fromBuffer(bytes, { lazyEntries: false }, (error, zip) => {
      if (error) return reject(error);
      zip.on("entry", ({ fileName }: { fileName: string }) => found.push(fileName));
      zip.on("end", () => resolve(found));
      zip.on("error", reject);
    });
  });
  return { names, bytes };
}

test("the pack of a member holds the agenda and the dossiers they take part in, with their blank sheet", async () => {
  const { jury, session, first, second } = await aSitting({ open: false });
  const juror = await packed(jury.juror, session);
  expect(juror.names).toEqual([
    "ordre-du-jour.pdf",
    `1-${first.number}/fiche-vierge.pdf`,
    `2-${second.number}/fiche-vierge.pdf`,
  ]);
  // Entrusted with the first alone.
  expect((await packed(jury.third, session)).names).toEqual([
    "ordre-du-jour.pdf",
    `1-${first.number}/fiche-vierge.pdf`,
  ]);
  // Who examines scores nothing.
  expect((await packed(jury.secretary, session)).names).toEqual(["ordre-du-jour.pdf"]);
});

test("the pack of a recused member has neither folder nor name of the dossier", async () => {
  const { jury, session, first } = await aSitting({ open: false });
  const { names, bytes } = await packed(jury.conflicted, session);
  expect(names).toEqual(["ordre-du-jour.pdf"]);
  expect(bytes.includes(first.number)).toBe(false);
  const { id: assignment } = await db.jurorAssignment.findFirstOrThrow({
    where: { dossierId: first.id, jurorId: jury.juror.agentId },
  });
  const entries = await packOf(jury.juror, session);
  await imposeRecusal(jury.secretary, { number: first.number, assignment, reason: "Lien." });
  // The archive under way leaves it out.
  const found: string[] = [];
  for await (const { name } of entries) found.push(name);
  expect(found.filter((name) => name.includes(first.number))).toEqual([]);
});

test("out of sight, there is no pack", async () => {
  const { jury, session } = await aSitting({ open: false });
  for (const who of ["carrier", "outsider", "dnum", "auditor"] as const) {
    await expect(packOf(jury[who], session)).rejects.toMatchObject({ code: "not-found" });
  }
});
