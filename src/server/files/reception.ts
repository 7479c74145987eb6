import "server-only";
import { TOO_LARGE } from "@/domain/dossier/files";
import { BusinessError } from "@/domain/errors";
import { database } from "../database/client";
import { logger } from "../log";
import { newPieceKey } from "./keys";
import { type FileStore, fileStore } from "./store";

/** Bytes kept at once: what a cut costs at most, and the memory one upload takes. */
export const PIECE = 4 * 1024 * 1024;

/** A file on its way, as its row says. */
export interface Incoming {
  id: string;
  storageKey: string;
  size: bigint;
  received: bigint;
}

/**
 * Keeps the bytes that arrive for a file, piece by piece: each is safe in the store before the row counts it, so a cut,
 * a crash or a store that fails loses nothing of what was counted. Returns the number of bytes kept in all. Throws
 * `changed-meanwhile` when another request wrote first, `too-large` past the size announced, `unavailable` when the
 * store is away.
 */
export async function receiveBytes(
  file: Incoming,
  body: AsyncIterable<Uint8Array>,
): Promise<number> {
  const pieces = new Pieces(file);
  try {
    for await (const chunk of body) await pieces.add(chunk);
  } catch (error) {
    if (error instanceof BusinessError) throw error;
    // The browser left in the middle: what arrived is kept, and it goes on from there.
    await pieces.flush();
    throw new BusinessError("unavailable", "L’envoi s’est interrompu. Reprenez-le.");
  }
  await pieces.flush();
  return pieces.kept;
}

class Pieces {
  private readonly store: FileStore = fileStore();
  private readonly size: number;
  private chunks: Uint8Array[] = [];
  private held = 0;
  kept: number;

  constructor(private readonly file: Incoming) {
    this.size = Number(file.size);
    this.kept = Number(file.received);
  }

  async add(chunk: Uint8Array): Promise<void> {
    if (this.kept + this.held + chunk.byteLength > this.size) {
      throw new BusinessError("too-large", TOO_LARGE);
    }
    this.chunks.push(chunk);
    this.held += chunk.byteLength;
    if (this.held >= PIECE) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.held === 0) return;
    const bytes = Buffer.concat(this.chunks);
    this.chunks = [];
    this.held = 0;
    // Two requests at the same offset write two keys: the row takes one of them.
    const key = newPieceKey(this.file, this.kept);
    await inStore(() => this.store.put(key, bytes));
    const { count } = await database().file.updateMany({
      where: {
        id: this.file.id,
        status: "receiving",
        removedAt: null,
        received: BigInt(this.kept),
      },
      data: { received: BigInt(this.kept + bytes.byteLength), pieces: { push: key } },
    });
    if (count === 0) {
      throw new BusinessError(
        "changed-meanwhile",
        "Ce fichier est déjà en cours d’envoi ailleurs. Reprenez l’envoi dans un instant.",
      );
    }
    this.kept += bytes.byteLength;
  }
}

/** Runs what needs the store; its failure, logged by name, says to come back: nothing counted is lost. */
export async function inStore<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    const name = error instanceof Error ? error.name : typeof error;
    logger().error({ event: "file-store-failed", error: name, code });
    throw new BusinessError(
      "unavailable",
      "Les fichiers ne sont pas accessibles pour le moment. Rien n’est perdu\u00A0: réessayez dans quelques instants.",
    );
  }
}
