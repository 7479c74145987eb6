import "server-only";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { kindOf } from "@/domain/dossier/files";
import { evidencePosition } from "@/domain/execution/evidence";
import { dossierChain, recordFact } from "../audit";
import { database, inTransaction } from "../database/client";
import type { File } from "../database/generated/client";
import { expectsFile } from "../expected-file";
import { contentRefusal } from "./inspection";
import { contentFolder, contentKey, piecesFolder } from "./keys";
import { inStore } from "./reception";
import { fileStore } from "./store";

/** What became of a file once all its bytes are there. */
export type Settlement = "waiting" | "refused";

/**
 * Makes one object of the pieces of a file whose bytes have all arrived, checks it, and gives it to the antivirus; or
 * refuses it and lets its bytes go. Null when there is nothing to settle. Settling twice is settling once: the browser's
 * last request and the worker may both try.
 */
export async function settleFile(id: string): Promise<Settlement | null> {
  const file = await database().file.findUnique({ where: { id } });
  if (file?.status !== "receiving" || file.removedAt || file.received !== file.size) {
    return null;
  }
  const folder = await mkdtemp(path.join(tmpdir(), "guichet-"));
  try {
    const content = path.join(folder, "content");
    const sha256 = await inStore(() => assemble(file, content));
    const size = Number(file.size);
    const refusal =
      file.sha256 !== "" && file.sha256 !== sha256
        ? "Le fichier reçu n’est pas celui que vous avez envoyé. Joignez-le à nouveau."
        : await contentRefusal(content, { name: file.name, size });
    if (refusal) return await refuse(file, refusal);
    await inStore(() => fileStore().putFile(contentKey(file), content, size));
    return await accept(file, sha256);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes the pieces one after the other. Returns the SHA-256 of what was written, in hexadecimal. */
async function assemble(file: File, target: string): Promise<string> {
  const hash = createHash("sha256");
  async function* bytes() {
    for (const key of file.pieces) {
      for await (const chunk of (await fileStore().read(key)) as AsyncIterable<Buffer>) {
        hash.update(chunk);
        yield chunk;
      }
    }
  }
  await pipeline(bytes, createWriteStream(target, { flags: "wx", mode: 0o600 }));
  return hash.digest("hex");
}

async function accept(file: File, sha256: string): Promise<Settlement | null> {
  const settled = await inTransaction(async (tx) => {
    // Under the dossier's lock: a filing under way has read its files, or will read this one.
    const [lock] = await tx.$queryRaw<{ now: Date }[]>`
      SELECT guichet_now() AS now FROM dossier WHERE id = ${file.dossierId}::uuid FOR UPDATE`;
    const dossier = await tx.dossier.findUniqueOrThrow({ where: { id: file.dossierId } });
    if (!lock || !(await expectsFile(tx, dossier, file.field))) return "too-late" as const;
    const mediaType = kindOf(file.name)?.mediaType ?? "application/octet-stream";
    const changed = await tx.$executeRaw`
      UPDATE file SET status = 'waiting', sha256 = ${sha256}, media_type = ${mediaType}, completed_at = ${lock.now},
        pieces = '{}', next_scan_at = now()
      WHERE id = ${file.id}::uuid AND status = 'receiving' AND removed_at IS NULL`;
    if (changed === 0) return null;
    await recordFact(tx, {
      chain: dossierChain(file.dossierId),
      actorId: file.agentId,
      action: "join-file",
      facts: { file: file.id, field: file.field, size: Number(file.size), sha256 },
    });
    return "waiting" as const;
  });
  if (settled === "too-late") {
    return refuse(
      file,
      evidencePosition(file.field) === null
        ? "Le dossier a été déposé avant la fin de l’envoi\u00A0: il ne contient pas ce fichier."
        : "Le jalon a été proposé avant la fin de l’envoi\u00A0: sa proposition ne contient pas ce fichier.",
    );
  }
  // Named by nobody any more: if the store fails now, they only take room.
  if (settled)
    await inStore(() => fileStore().removeAll(piecesFolder(file))).catch(() => undefined);
  return settled;
}

/** Lets the bytes of a file go; what the store cannot do now, the nightly sweep does. */
async function eraseFile(file: File): Promise<void> {
  try {
    await inStore(() => fileStore().removeAll(contentFolder(file)));
  } catch {
    return;
  }
  await database().$executeRaw`
    UPDATE file SET erased_at = guichet_now() WHERE id = ${file.id}::uuid`;
}

async function refuse(file: File, refusal: string): Promise<Settlement | null> {
  const refused = await inTransaction(async (tx) => {
    const { count } = await tx.file.updateMany({
      where: { id: file.id, status: "receiving" },
      data: { status: "refused", refusal, pieces: [] },
    });
    if (count === 0) return null;
    await recordFact(tx, {
      chain: dossierChain(file.dossierId),
      actorId: file.agentId,
      action: "refuse-file",
      facts: { file: file.id, refusal },
    });
    return "refused" as const;
  });
  if (refused) await eraseFile(file);
  return refused;
}
