import { createHash } from "node:crypto";
import type { Actor } from "@/domain/rights/actor";
import { announceFile } from "@/features/files/commands/announce-file";
import { receiveFile } from "@/features/files/commands/receive-file";
import { database } from "@/server/database/client";

export const sha256Of = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/** Bytes as a request brings them: in chunks of 64 KiB. */
export async function* inChunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.byteLength; start += 65_536) {
    yield bytes.subarray(start, start + 65_536);
  }
}

interface Sent {
  name: string;
  bytes: Buffer;
  field?: string;
  sha256?: string;
}

/** Announces a file; returns the id it is sent to. */
export async function announce(actor: Actor, number: string, file: Sent): Promise<string> {
  const { name, bytes, field = "documents" } = file;
  const sha256 = file.sha256 ?? sha256Of(bytes);
  const announced = { number, field, name, size: bytes.byteLength, sha256 };
  return (await announceFile(actor, announced)).id;
}

/** Sends a whole file as a browser does; returns its row once settled. */
export async function send(actor: Actor, number: string, file: Sent) {
  const id = await announce(actor, number, file);
  const length = file.bytes.byteLength;
  await receiveFile(actor, { number, file: id, offset: 0, length }, inChunks(file.bytes));
  return database().file.findUniqueOrThrow({ where: { id } });
}
