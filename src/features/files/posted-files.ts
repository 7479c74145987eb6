import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import { formatSize, MAX_FILE_SIZE, TOO_LARGE } from "@/domain/dossier/files";
import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { inTransaction } from "@/server/database/client";
import { readAnnouncedFile } from "./announced";
import { announceFile } from "./commands/announce-file";
import { receiveFile } from "./commands/receive-file";
import { requireFileRoom } from "./file-room";

/** One post: beyond, a browser with script sends files one by one. In bytes, just over two of the largest. */
const MAX_FILES_POSTED = 10;
const MAX_POST = 2 * MAX_FILE_SIZE + 64 * 1024;

interface Spooled {
  field: string;
  name: string;
  size: number;
  sha256: string;
  path: string;
}

/**
 * Joins the files of a plain form, for a page without script: each is set aside as it arrives, counted and hashed, then
 * goes the way of the others. Those that came before a refusal are joined. Returns the field they answer.
 */
export async function joinPostedFiles(
  actor: Actor,
  number: string,
  request: Request,
): Promise<string> {
  // Whoever may not write here sends nothing.
  await inTransaction((tx) => requireFileRoom(tx, actor, number));
  const folder = await mkdtemp(path.join(tmpdir(), "guichet-"));
  try {
    const files = await spool(request, folder);
    if (files.length === 0) {
      throw new BusinessError("invalid-input", "Choisissez au moins un fichier à joindre.");
    }
    for (const { path: spooled, ...file } of files) {
      const announced = readAnnouncedFile(file);
      const { id } = await announceFile(actor, { number, ...announced });
      await receiveFile(
        actor,
        { number, file: id, offset: 0, length: file.size },
        createReadStream(spooled),
      );
    }
    return files[0]?.field ?? "";
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function spool(request: Request, folder: string): Promise<Spooled[]> {
  const parser = busboy({
    headers: { "content-type": request.headers.get("content-type") ?? "" },
    defParamCharset: "utf8",
    limits: { files: MAX_FILES_POSTED, fileSize: MAX_FILE_SIZE + 1, fields: 5, fieldSize: 200 },
  });
  const writing: Promise<Spooled>[] = [];
  let field = "";
  parser.on("field", (name, value) => {
    if (name === "field") field = value;
  });
  parser.on("file", (_name, bytes, { filename }) => {
    // A file field left empty comes as a part without a name.
    if (!filename) bytes.resume();
    else
      writing.push(write(bytes, { field, name: filename, path: path.join(folder, randomUUID()) }));
  });
  const body = request.body as ReadableStream<Uint8Array> | null;
  if (!body) return [];
  try {
    await pipeline(limited(Readable.fromWeb(body)), parser);
  } catch (error) {
    await Promise.allSettled(writing);
    if (error instanceof BusinessError) throw error;
    throw new BusinessError("invalid-input", "L’envoi s’est interrompu. Recommencez.");
  }
  return Promise.all(writing);
}

/**
 * The body of a post, up to its limit: what is set aside never fills the disk. The rest is read and dropped, since a
 * browser that is answered before it has sent everything shows a broken connection instead of the answer.
 */
async function* limited(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size <= MAX_POST) yield chunk;
  }
  if (size > MAX_POST) {
    const limit = formatSize(2 * MAX_FILE_SIZE);
    throw new BusinessError("too-large", `Joignez ${limit} au plus à la fois, en plusieurs fois.`);
  }
}

async function write(
  bytes: Readable & { truncated?: boolean },
  file: Pick<Spooled, "field" | "name" | "path">,
): Promise<Spooled> {
  const hash = createHash("sha256");
  let size = 0;
  bytes.on("data", (chunk: Buffer) => {
    hash.update(chunk);
    size += chunk.byteLength;
  });
  await pipeline(bytes, createWriteStream(file.path, { flags: "wx", mode: 0o600 }));
  if (bytes.truncated || size > MAX_FILE_SIZE) throw new BusinessError("too-large", TOO_LARGE);
  return { ...file, size, sha256: hash.digest("hex") };
}
