import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { Upload } from "tus-js-client";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { routes } from "@/routes";
import { HOSTILE, pdf } from "../../fixtures/hostile-files/corpus";
import { aCall, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aDraft } from "../dossiers/filled-draft";
import { sha256Of } from "./sending";

const asking = vi.hoisted((): { actor: Actor | null } => ({ actor: null }));
vi.mock("@/server/session", () => ({ currentActor: () => Promise.resolve(asking.actor) }));

const ORIGIN = "http://localhost:3000";
const MEGABYTE = 1024 * 1024;
const db = await testDatabase();
const handlers = {
  list: await import("@/app/api/v1/dossiers/[number]/fichiers/route"),
  file: await import("@/app/api/v1/dossiers/[number]/fichiers/[file]/route"),
  removal: await import("@/app/api/v1/dossiers/[number]/fichiers/[file]/retrait/route"),
  all: await import("@/app/api/v1/dossiers/[number]/fichiers.zip/route"),
};
type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

let carrier: Actor;
/** Requests received: method and offset. */
let received: string[] = [];
/** Cuts the connection in the middle of the request of this rank. */
let cutAt = -1;

/** The portal's handlers behind a socket, as its server runs them. */
const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
  void serve(incoming, outgoing);
});

/** A megabyte of a request, then nothing more of its connection. */
async function* cut(incoming: IncomingMessage): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    yield chunk;
    size += chunk.byteLength;
    if (size > MEGABYTE) {
      incoming.socket.destroy();
      throw new Error("aborted");
    }
  }
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method = "GET", url = "" } = incoming;
  const isCut = received.length === cutAt;
  received.push(`${method} ${incoming.headers["upload-offset"] ?? ""}`.trim());
  const [, number = "", rest = ""] = /dossiers\/([^/]+)\/fichiers(.*)$/.exec(url) ?? [];
  const [, file = "", act] = rest.split("/");
  const module = rest === ".zip" ? handlers.all : act ? handlers.removal : handlers.file;
  const chosen = (rest === "" ? handlers.list : module) as Record<string, Handler | undefined>;
  const body =
    method === "GET" || method === "HEAD"
      ? null
      : Readable.toWeb(Readable.from(isCut ? cut(incoming) : incoming));
  const request = new Request(new URL(url, ORIGIN), {
    method,
    headers: Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] =>
      typeof value === "string" ? [[name, value]] : [],
    ),
    body: body as ReadableStream<Uint8Array> as BodyInit | null,
    duplex: "half",
  } as RequestInit);
  const response = await chosen[method]?.(request, { params: Promise.resolve({ number, file }) });
  outgoing.writeHead(response?.status ?? 405, Object.fromEntries(response?.headers ?? []));
  if (response?.body && method !== "HEAD") {
    Readable.fromWeb(response.body as ReadableStream<Uint8Array>).pipe(outgoing);
  } else outgoing.end();
}

let base = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  await setClock("2021-01-20T10:00:00+01:00");
  await aCall("ITN3");
  carrier = await aCarrier("ITN3");
  asking.actor = carrier;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends bytes with the library of the browser; resolves at success. */
function upload(number: string, name: string, bytes: Buffer): Promise<void> {
  received = [];
  return new Promise((resolve, reject) => {
    new Upload(bytes, {
      endpoint: base + routes.files(number),
      chunkSize: 4 * MEGABYTE,
      retryDelays: [0, 50, 100],
      headers: { origin: ORIGIN },
      metadata: { filename: name, field: "documents", sha256: sha256Of(bytes) },
      onSuccess: () => resolve(),
      onError: reject,
    }).start();
  });
}

const ask = (path: string, init: RequestInit = {}) =>
  fetch(base + path, { ...init, headers: { origin: ORIGIN, ...init.headers } });

test("the library of the browser sends a file, and it is given back as bytes to keep", async () => {
  const { number } = await aDraft(carrier, "ITN3");
  const bytes = pdf(9 * MEGABYTE);
  await upload(number, "Devis n° 3 – été.pdf", bytes);
  expect(received).toEqual(["POST", "PATCH 0", "PATCH 4194304", "PATCH 8388608"]);
  const list = (await (await ask(routes.files(number))).json()) as { files: { id: string }[] };
  const file = list.files[0]?.id ?? "";
  expect(list.files).toMatchObject([{ status: "waiting", name: "Devis n° 3 – été.pdf" }]);
  const answer = await ask(routes.fileContent(number, file));
  expect(sha256Of(Buffer.from(await answer.arrayBuffer()))).toBe(sha256Of(bytes));
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-length": String(9 * MEGABYTE),
    "content-disposition":
      "attachment; filename=\"Devis n 3  ete.pdf\"; filename*=UTF-8''Devis%20n%C2%B0%203%20%E2%80%93%20%C3%A9t%C3%A9.pdf",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("sandbox"),
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-store",
  });
  const removal = await ask(routes.fileRemoval(number, file), { method: "POST" });
  expect(await removal.json()).toEqual({ name: "Devis n° 3 – été.pdf" });
  expect((await ask(routes.fileContent(number, file))).status).toBe(404);
});

test("a connection cut in the middle goes on where it stopped", async () => {
  const { number } = await aDraft(carrier, "ITN3");
  const bytes = pdf(12 * MEGABYTE);
  // The creation, a first piece, then the one that is cut.
  cutAt = 2;
  await upload(number, "long.pdf", bytes);
  cutAt = -1;
  expect(received.slice(0, 3)).toEqual(["POST", "PATCH 0", "PATCH 4194304"]);
  expect(received.filter((each) => each === "PATCH 0")).toHaveLength(1);
  const file = await db.file.findFirstOrThrow({ where: { dossier: { number } } });
  expect(file).toMatchObject({ status: "waiting", sha256: sha256Of(bytes) });
});

test("bytes that are not taken are answered, on a connection that goes on", async () => {
  const { number } = await aDraft(carrier, "ITN3");
  const bytes = pdf(6 * MEGABYTE);
  await expect(upload(number, "a.pdf", bytes)).resolves.toBeUndefined();
  const file = await db.file.findFirstOrThrow({ where: { dossier: { number } } });
  await db.file.update({
    where: { id: file.id },
    data: { status: "receiving", received: 0, completedAt: null },
  });
  const sent = (offset: number) =>
    ask(routes.fileContent(number, file.id), {
      method: "PATCH",
      headers: {
        "tus-resumable": "1.0.0",
        "content-type": "application/offset+octet-stream",
        "upload-offset": String(offset),
      },
      body: new Uint8Array(bytes),
    });
  for (let count = 0; count < 3; count += 1) expect((await sent(10)).status).toBe(409);
  expect((await sent(0)).status).toBe(204);
});

test("a refusal is a sentence, and nothing more is sent", async () => {
  const { number } = await aDraft(carrier, "ITN3");
  await expect(upload(number, "programme.exe", pdf())).rejects.toThrow(/type de fichier/);
  expect(received).toEqual(["POST"]);
  asking.actor = await aCarrier("ITN3");
  await expect(upload(number, "a.pdf", pdf())).rejects.toThrow(/not-found/);
  asking.actor = null;
  await expect(upload(number, "a.pdf", pdf())).rejects.toThrow(/not-signed-in/);
  asking.actor = carrier;
  const elsewhere = await fetch(base + routes.files(number), {
    method: "POST",
    headers: { origin: "https://ailleurs.example", "tus-resumable": "1.0.0" },
  });
  expect(elsewhere.status).toBe(403);
});

test("without script, the files of a form go the same way, up to the first refused", async () => {
  const { number } = await aDraft(carrier, "ITN3");
  const post = (files: readonly (readonly [string, Buffer])[]) => {
    const form = new FormData();
    form.set("field", "documents");
    for (const [name, bytes] of files)
      form.append("files", new Blob([new Uint8Array(bytes)]), name);
    return ask(routes.files(number), { method: "POST", body: form, redirect: "manual" });
  };
  const large = pdf(11 * MEGABYTE);
  const answer = await post([
    ["Été.pdf", large],
    ["b.pdf", pdf()],
  ]);
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe(routes.step(number, "pieces-jointes"));
  const rows = () => db.file.findMany({ where: { dossier: { number } }, orderBy: { id: "asc" } });
  expect((await rows()).map(({ name }) => name).sort()).toEqual(["b.pdf", "Été.pdf"].sort());
  expect((await rows()).find(({ name }) => name === "Été.pdf")).toMatchObject({
    status: "waiting",
    sha256: sha256Of(large),
  });
  expect((await post([["vide.pdf", Buffer.alloc(0)]])).status).toBe(400);
  expect((await post([["grand.pdf", pdf(50 * MEGABYTE + 1)]])).status).toBe(413);
  const three = ["1.pdf", "2.pdf", "3.pdf"].map((name) => [name, pdf(40 * MEGABYTE)] as const);
  expect((await post(three)).status).toBe(413);
  expect((await post([])).status).toBe(400);
  const [, program] = HOSTILE[0] ?? [];
  if (!program) throw new Error("No hostile file");
  expect((await post([[program.name, program.bytes]])).status).toBe(303);
  expect((await rows()).filter(({ status }) => status === "refused")).toHaveLength(1);
});

test("the pack is a ZIP under the name of the dossier", async () => {
  const { number } = await aDraft(carrier, "ITN3");
  const answer = await ask(routes.allFiles(number));
  expect(answer.headers.get("content-disposition")).toContain(`fichiers-${number}.zip`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
});
