import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import S3rver from "s3rver";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { receiveFile } from "@/features/files/commands/receive-file";
import { removeFile } from "@/features/files/commands/remove-file";
import { openFile } from "@/features/files/queries/readable-file";
import { contentFolder, contentKey } from "@/server/files/keys";
import { PIECE } from "@/server/files/reception";
import { S3Store } from "@/server/files/s3-store";
import { fileStore } from "@/server/files/store";
import { sweepFiles } from "@/server/jobs/sweep-files";
import { freePort } from "../../../scripts/runtime/ports";
import { pdf } from "../../fixtures/hostile-files/corpus";
import { aCall, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aDraft } from "../dossiers/filled-draft";
import { announce, inChunks, send, sha256Of } from "./sending";

const BUCKET = "guichet-essais";
const port = await freePort();
const directory = await mkdtemp(path.join(tmpdir(), "guichet-s3-"));
// Before anything reads the environment: a bucket instead of a directory.
delete process.env.FILES_DIRECTORY;
Object.assign(process.env, {
  S3_ENDPOINT: `http://127.0.0.1:${port}`,
  S3_BUCKET: BUCKET,
  S3_ACCESS_KEY_ID: "S3RVER",
  S3_SECRET_ACCESS_KEY: "S3RVER",
});
await testDatabase();

const server = () =>
  new S3rver({
    address: "127.0.0.1",
    port,
    silent: true,
    directory,
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });

let carrier: Actor;
let running = server();

beforeAll(async () => {
  await running.run();
  await setClock("2021-01-20T10:00:00+01:00");
  await aCall("ITN3");
  carrier = await aCarrier("ITN3");
});
afterAll(async () => {
  await running.close();
  await rm(directory, { recursive: true, force: true });
});

/** Keys of the bucket that begin so: s3rver keeps objects as files, a folder per `/`. */
async function keysUnder(prefix: string): Promise<string[]> {
  const folder = path.join(directory, BUCKET, prefix);
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  return files.filter((name) => name.endsWith("_object"));
}

test("a file of several pieces is in the bucket as it was sent, byte for byte, and alone", async () => {
  expect(fileStore()).toBeInstanceOf(S3Store);
  const { number } = await aDraft(carrier, "ITN3");
  const bytes = pdf(2 * PIECE + 7);
  const file = await send(carrier, number, { name: "long.pdf", bytes });
  expect(file.status).toBe("waiting");
  expect(sha256Of(await buffer(await fileStore().read(contentKey(file))))).toBe(sha256Of(bytes));
  const opened = await openFile(carrier, { number, file: file.id });
  expect(sha256Of(await buffer(opened.bytes))).toBe(file.sha256);
  expect(await keysUnder(file.storageKey)).toHaveLength(1);
});

test("a file taken off leaves the bucket at night", async () => {
  const { number } = await aDraft(carrier, "ITN3");
  const file = await send(carrier, number, { name: "a.pdf", bytes: pdf() });
  await removeFile(carrier, { number, file: file.id });
  await setClock("2021-01-21T10:00:00+01:00");
  await sweepFiles();
  await expect(fileStore().read(contentKey(file))).rejects.toThrow();
  expect(await keysUnder(contentFolder(file))).toEqual([]);
  await setClock("2021-01-20T10:00:00+01:00");
});

test("a store that is away answers 503 and takes the rest when it is back", async () => {
  const { number } = await aDraft(carrier, "ITN3");
  const bytes = pdf(3000);
  const file = await announce(carrier, number, { name: "a.pdf", bytes });
  const at = { number, file, offset: 0, length: bytes.byteLength };
  await running.close();
  await expect(receiveFile(carrier, at, inChunks(bytes))).rejects.toMatchObject({
    code: "unavailable",
  });
  running = server();
  await running.run();
  expect(await receiveFile(carrier, at, inChunks(bytes))).toBe(3000);
});
