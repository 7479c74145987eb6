import { readdir } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import { MAX_FILE_SIZE } from "@/domain/dossier/files";
import type { Actor } from "@/domain/rights/actor";
import { announceFile } from "@/features/files/commands/announce-file";
import { openUpload, receiveFile } from "@/features/files/commands/receive-file";
import { removeFile } from "@/features/files/commands/remove-file";
import { readDraftFiles } from "@/features/files/queries/draft-files";
import { dossierChain, readChain } from "@/server/audit";
import { contentKey } from "@/server/files/keys";
import { PIECE } from "@/server/files/reception";
import { settleFile } from "@/server/files/settlement";
import { type FileStore, fileStore } from "@/server/files/store";
import { HOSTILE, pdf, SOUND } from "../../fixtures/hostile-files/corpus";
import { aCall, anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aDraft } from "../dossiers/filled-draft";
import { announce, inChunks, send, sha256Of } from "./sending";

const db = await testDatabase();

let carrier: Actor;
let stranger: Actor;

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  await aCall("ITN3");
  carrier = await aCarrier("ITN3");
  stranger = await aCarrier("ITN3");
});

const fileOf = (id: string) => db.file.findUniqueOrThrow({ where: { id } });
const stored = (file: { storageKey: string }) => fileStore().read(contentKey(file));

/** Runs with a store some of whose verbs fail. */
async function withStore<Result>(verbs: Partial<FileStore>, work: () => Promise<Result>) {
  const store = fileStore();
  const holder = globalThis as typeof globalThis & { guichetFiles?: FileStore };
  const bound: FileStore = {
    put: (key, bytes) => store.put(key, bytes),
    putFile: (key, path, size) => store.putFile(key, path, size),
    read: (key) => store.read(key),
    removeAll: (prefix) => store.removeAll(prefix),
    ...verbs,
  };
  holder.guichetFiles = bound;
  try {
    return await work();
  } finally {
    holder.guichetFiles = store;
  }
}

describe("what enters", () => {
  test.each(SOUND)("%s is kept as it was sent, and waits for its analysis", async (name, bytes) => {
    const { number, id: dossierId } = await aDraft(carrier, "ITN3");
    const file = await send(carrier, number, { name, bytes });
    expect(file).toMatchObject({ status: "waiting", sha256: sha256Of(bytes), pieces: [], name });
    expect(file.completedAt).not.toBeNull();
    expect(sha256Of(await buffer(await stored(file)))).toBe(file.sha256);
    const { lines, brokenAt } = await readChain(dossierChain(dossierId));
    expect(lines.at(-1)).toMatchObject({ action: "join-file", facts: { sha256: file.sha256 } });
    expect(JSON.stringify(lines.at(-1)?.facts)).not.toContain(name);
    expect(brokenAt).toBeNull();
  });

  test.each(HOSTILE)("%s is refused, says why, and leaves no byte", async (_what, hostile) => {
    const { number } = await aDraft(carrier, "ITN3");
    const file = await send(carrier, number, hostile);
    expect(file).toMatchObject({ status: "refused", refusal: expect.stringMatching(hostile.says) });
    expect(file.erasedAt).not.toBeNull();
    await expect(stored(file)).rejects.toThrow();
  });

  test("a question that takes no file takes none", async () => {
    const { number } = await aDraft(carrier, "ITN3");
    const file = { number, field: "summary", name: "a.pdf", size: 10 };
    await expect(announceFile(carrier, file)).rejects.toMatchObject({ code: "invalid-input" });
    expect(await db.file.count({ where: { dossier: { number } } })).toBe(0);
  });
});

describe("an upload cut in the middle", () => {
  const bytes = pdf(2 * PIECE + 12_345);

  test("goes on from the bytes kept, on another server too", async () => {
    const { number } = await aDraft(carrier, "ITN3");
    const file = await announce(carrier, number, { name: "long.pdf", bytes });
    const at = (offset: number, part: AsyncIterable<Uint8Array>) =>
      receiveFile(carrier, { number, file, offset, length: null }, part);
    async function* cut(): AsyncGenerator<Uint8Array> {
      yield* inChunks(bytes.subarray(0, PIECE + 1000));
      throw new Error("aborted");
    }
    await expect(at(0, cut())).rejects.toMatchObject({ code: "unavailable" });
    const { received } = await openUpload(carrier, { number, file });
    expect(Number(received)).toBe(PIECE + 1000);
    expect(await at(Number(received), inChunks(bytes.subarray(Number(received))))).toBe(
      bytes.byteLength,
    );
    expect(await fileOf(file)).toMatchObject({ status: "waiting", sha256: sha256Of(bytes) });
  });

  test("lies on its offset, or sends more than announced: nothing is taken", async () => {
    const { number } = await aDraft(carrier, "ITN3");
    const file = await announce(carrier, number, { name: "a.pdf", bytes: pdf(1000) });
    for (const [offset, length, code] of [
      [10, 5, "changed-meanwhile"],
      [0, 1001, "too-large"],
    ] as const) {
      const sent = receiveFile(carrier, { number, file, offset, length }, inChunks(pdf(1000)));
      await expect(sent).rejects.toMatchObject({ code });
    }
    const silent = receiveFile(
      carrier,
      { number, file, offset: 0, length: null },
      inChunks(pdf(1001)),
    );
    await expect(silent).rejects.toMatchObject({ code: "too-large" });
    expect(await fileOf(file)).toMatchObject({ status: "receiving", received: 0n });
  });

  test("two tabs on one upload: one goes on, the other is told", async () => {
    const { number } = await aDraft(carrier, "ITN3");
    const file = await announce(carrier, number, { name: "long.pdf", bytes });
    const twice = await Promise.allSettled(
      [0, 1].map(() =>
        receiveFile(carrier, { number, file, offset: 0, length: null }, inChunks(bytes)),
      ),
    );
    const refused = twice.filter(({ status }) => status === "rejected");
    expect(refused).toMatchObject([{ reason: { code: "changed-meanwhile" } }]);
    expect(await fileOf(file)).toMatchObject({ status: "waiting", sha256: sha256Of(bytes) });
  });

  test("other bytes than those announced are refused", async () => {
    const { number } = await aDraft(carrier, "ITN3");
    const sent = { name: "a.pdf", bytes: pdf(1000), sha256: sha256Of(pdf(999)) };
    expect(await send(carrier, number, sent)).toMatchObject({
      status: "refused",
      refusal: expect.stringContaining("n’est pas celui que vous avez envoyé"),
    });
  });
});

describe("the store is away", () => {
  const down = () => Promise.reject(new Error("ECONNREFUSED"));

  test("while bytes arrive: 503, and the upload goes on when it is back", async () => {
    const { number } = await aDraft(carrier, "ITN3");
    const bytes = pdf(5000);
    const file = await announce(carrier, number, { name: "a.pdf", bytes });
    const at = { number, file, offset: 0, length: bytes.byteLength };
    await withStore({ put: down }, () =>
      expect(receiveFile(carrier, at, inChunks(bytes))).rejects.toMatchObject({
        code: "unavailable",
      }),
    );
    expect(await fileOf(file)).toMatchObject({ status: "receiving", received: 0n });
    await receiveFile(carrier, at, inChunks(bytes));
    expect((await fileOf(file)).status).toBe("waiting");
  });

  test("at the last moment: the bytes are kept, and settled later, once", async () => {
    const { number } = await aDraft(carrier, "ITN3");
    const bytes = pdf(5000);
    const file = await announce(carrier, number, { name: "a.pdf", bytes });
    const at = { number, file, offset: 0, length: bytes.byteLength };
    await withStore({ putFile: down }, () =>
      expect(receiveFile(carrier, at, inChunks(bytes))).rejects.toMatchObject({
        code: "unavailable",
      }),
    );
    expect(await fileOf(file)).toMatchObject({ status: "receiving", received: 5000n });
    const both = await Promise.all([settleFile(file), settleFile(file)]);
    expect(both.filter((outcome) => outcome === "waiting")).toHaveLength(1);
    const row = await fileOf(file);
    expect(sha256Of(await buffer(await stored(row)))).toBe(row.sha256);
    expect(row).toMatchObject({ status: "waiting", sha256: sha256Of(bytes) });
  });
});

describe("room", () => {
  test("is counted from the announcement: two files for the last megabytes, one enters", async () => {
    const { number } = await aDraft(carrier, "ITN3");
    const file = { number, field: "documents", name: "a.pdf", size: MAX_FILE_SIZE };
    for (let count = 0; count < 9; count += 1) await announceFile(carrier, file);
    const both = await Promise.allSettled(
      Array.from({ length: 6 }, () => announceFile(carrier, file)),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "too-large", message: expect.stringContaining("0\u00A0octet") },
    });
    const { files, room } = await readDraftFiles(carrier, number);
    expect([files.length, room]).toEqual([10, 0]);
    await removeFile(carrier, { number, file: files[0]?.id ?? "" });
    expect((await readDraftFiles(carrier, number)).room).toBe(MAX_FILE_SIZE);
  });
});

test("rights are those of each moment", async () => {
  const { number, id: dossierId } = await aDraft(carrier, "ITN3");
  const organisation = await db.organisation.findUniqueOrThrow({
    where: { id: carrier.organisation?.id ?? "" },
  });
  const colleague = await anActor(organisation);
  const access = (level: string) =>
    db.dossierMember.upsert({
      where: { dossierId_agentId: { dossierId, agentId: colleague.agentId } },
      create: { dossierId, agentId: colleague.agentId, access: level },
      update: { access: level },
    });
  const announced = { number, field: "documents", name: "a.pdf", size: 1000 };
  for (const outsider of [stranger, colleague]) {
    await expect(announceFile(outsider, announced)).rejects.toMatchObject({ code: "not-found" });
  }
  await access("read");
  await expect(announceFile(colleague, announced)).rejects.toMatchObject({ code: "not-allowed" });
  await access("write");
  const { id: file } = await announceFile(colleague, announced);
  const at = { number, file, offset: 0, length: 1000 };
  // Somebody else's upload is nobody else's to go on with.
  await expect(receiveFile(carrier, at, inChunks(pdf(1000)))).rejects.toMatchObject({
    code: "not-found",
  });
  await access("read");
  await expect(receiveFile(colleague, at, inChunks(pdf(1000)))).rejects.toMatchObject({
    code: "not-allowed",
  });
  await access("write");
  await db.dossier.update({
    where: { id: dossierId },
    data: { status: "withdrawn", version: { increment: 1 } },
  });
  await expect(receiveFile(colleague, at, inChunks(pdf(1000)))).rejects.toMatchObject({
    code: "already-done",
  });
});

test("nothing is left of an upload but its content", async () => {
  const { number } = await aDraft(carrier, "ITN3");
  const file = await send(carrier, number, { name: "a.pdf", bytes: pdf(2 * PIECE) });
  const folder = `${process.env.FILES_DIRECTORY}/${file.storageKey}`;
  expect(await readdir(folder)).toEqual(["content"]);
});
