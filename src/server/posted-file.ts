import "server-only";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import { BusinessError } from "@/domain/errors";

/** A file that came with a form, set aside on this machine while `use` reads it. */
export interface PostedFile {
  name: string;
  path: string;
  /** In bytes. */
  size: number;
  /** In hexadecimal. */
  sha256: string;
}

interface Limits {
  maxBytes: number;
  /** What to say beyond, and what to say without a file. */
  tooLarge: string;
  missing: string;
}

/**
 * Sets aside the first file of a posted form as it arrives, counted and hashed, gives it to `use`, then removes it. Throws
 * `invalid-input` without one, `too-large` beyond the limit: the rest is read and dropped, since a browser that is answered
 * before it has sent everything shows a broken connection instead of the answer.
 */
export async function withPostedFile<Result>(
  request: Request,
  limits: Limits,
  use: (file: PostedFile) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), "guichet-"));
  try {
    const file = await received(request, limits, path.join(folder, "fichier"));
    if (!file || file.size === 0) throw new BusinessError("invalid-input", limits.missing);
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function received(
  request: Request,
  { maxBytes, tooLarge, missing }: Limits,
  target: string,
): Promise<PostedFile | undefined> {
  const type = request.headers.get("content-type") ?? "";
  const body = request.body as ReadableStream<Uint8Array> | null;
  if (!type.startsWith("multipart/form-data") || !body) {
    throw new BusinessError("invalid-input", missing);
  }
  const parser = busboy({
    headers: { "content-type": type },
    defParamCharset: "utf8",
    limits: { files: 1, fileSize: maxBytes + 1, fields: 5, fieldSize: 200 },
  });
  let writing: Promise<PostedFile> | undefined;
  parser.on("file", (_field, bytes, { filename }) => {
    // A file field left empty comes as a part without a name.
    if (!filename) bytes.resume();
    else writing = written(bytes, { name: filename, path: target });
  });
  try {
    await pipeline(Readable.fromWeb(body), parser);
  } catch {
    await writing?.catch(() => undefined);
    throw new BusinessError("invalid-input", "L’envoi s’est interrompu. Recommencez.");
  }
  const file = await writing;
  if (file && file.size > maxBytes) throw new BusinessError("too-large", tooLarge);
  return file;
}

async function written(
  bytes: Readable,
  file: Pick<PostedFile, "name" | "path">,
): Promise<PostedFile> {
  const hash = createHash("sha256");
  let size = 0;
  bytes.on("data", (chunk: Buffer) => {
    hash.update(chunk);
    size += chunk.byteLength;
  });
  await pipeline(bytes, createWriteStream(file.path, { flags: "wx", mode: 0o600 }));
  return { ...file, size, sha256: hash.digest("hex") };
}
