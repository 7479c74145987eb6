import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { euros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { receiveExtract } from "@/features/credits/commands/receive-extract";
import { readImport } from "@/features/credits/queries/imports";
import { database } from "@/server/database/client";
import {
  anAwardedDossier,
  type Credits,
  moveDossier,
  moveUnit,
  theCredits,
} from "../../fixtures/credits";

const folder = await mkdtemp(path.join(tmpdir(), "extracts-"));
// Test files that come one after another in a process share it.
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

export const HEADINGS =
  "Centre financier;Type de pièce;Numéro de pièce;Poste;Exercice;Dossier;Montant TTC;Date comptable;Libellé";
export const ALL = { outcome: null, after: 0 } as const;

let files = 0;
export async function fileOf(content: string | Uint8Array, name = "extrait.csv") {
  files += 1;
  const bytes = Buffer.from(content);
  const target = path.join(folder, String(files));
  await writeFile(target, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name, path: target, size: bytes.length, sha256 };
}

let pieces = 0;
/** A line of an extract; each is another piece unless told. */
export function line(
  room: Pick<Credits, "unit">,
  number: string,
  amount: string,
  { type = "EJ", piece = "", day = "15/01/2021", label = "Facture" } = {},
) {
  pieces += 1;
  const written = piece || `21000${pieces}`;
  return [room.unit.code, type, written, "10", "2021", number, amount, day, label].join(";");
}
export const csv = (...lines: readonly string[]) => [HEADINGS, ...lines].join("\r\n");

/** A dossier that received 100 000 € of AE and 80 000 € of CP. */
export async function credited() {
  const room = await theCredits();
  const dossier = await anAwardedDossier(room, euros(100_000));
  await moveUnit(room, "delegation", { ae: 200_000, cp: 200_000 });
  await moveDossier(room, dossier.number, "allocation", { ae: 100_000, cp: 80_000 });
  const accountNow = () =>
    database().creditAccount.findFirstOrThrow({ where: { dossierId: dossier.id } });
  return { room, dossier, accountNow };
}

export async function send(actor: Actor, content: string | Uint8Array, name?: string) {
  const { id } = await receiveExtract(actor, await fileOf(content, name));
  return readImport(actor, id, ALL);
}
