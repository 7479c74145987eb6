import {
  createServer,
  get,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test, vi } from "vitest";
import { shareAnswers } from "./shared-answers.mjs";

const PUBLIC = { "cache-control": "public, max-age=0, s-maxage=60", etag: '"one"' };

let server: Server;
afterEach(() => {
  server.close();
  vi.restoreAllMocks();
});

/** Serves `answer` behind the sharing; counts how often it is asked. */
async function serve(answer: RequestListener) {
  const asked = vi.fn(answer);
  server = createServer(shareAnswers(asked));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const read = async (path = "/", headers: Record<string, string> = {}, method = "GET") => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get({ port, path, headers, method, agent: false }, resolve).on("error", reject);
    });
    return { status: response.statusCode, headers: response.headers, body: await text(response) };
  };
  return { asked, read };
}

const page =
  (headers: Record<string, string> = PUBLIC, status = 200): RequestListener =>
  (_request, response) => {
    response.statusCode = status;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.write("déjà ");
    response.end("vu");
  };

describe("a page that any cache may share", () => {
  test("is asked once a second, and sent again as it was", async () => {
    const { asked, read } = await serve(page({ ...PUBLIC, "content-security-policy": "x" }));
    const first = await read();
    const again = await read();
    expect(asked).toHaveBeenCalledTimes(1);
    expect(again).toMatchObject({ status: 200, body: "déjà vu" });
    expect(again.headers).toMatchObject({
      ...PUBLIC,
      "content-security-policy": "x",
      "content-length": "9",
    });
    expect(again.body).toBe(first.body);
    const now = performance.now();
    vi.spyOn(performance, "now").mockReturnValue(now + 1100);
    await read();
    expect(asked).toHaveBeenCalledTimes(2);
  });

  test("is 304 for whoever has it", async () => {
    const { asked, read } = await serve(page());
    await read();
    const known = await read("/", { "if-none-match": '"one"' });
    expect(known).toMatchObject({ status: 304, body: "" });
    expect(known.headers).toMatchObject(PUBLIC);
    expect((await read("/", { "if-none-match": '"other"' })).status).toBe(200);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test.each<[what: string, path: string, headers: Record<string, string>, method?: string]>([
    ["another page", "/themes", {}],
    ["a query", "/?recherche=fibre", {}],
    ["an interface", "/api/v1/themes", {}],
    ["another encoding", "/", { "accept-encoding": "gzip" }],
    ["Next's router", "/", { rsc: "1" }],
    ["a prefetch", "/", { "next-router-prefetch": "1" }],
    ["a part", "/", { range: "bytes=0-1" }],
    ["another method", "/", {}, "HEAD"],
  ])("is not the answer to %s", async (_what, path, headers, method) => {
    const { asked, read } = await serve(page());
    await read();
    await read(path, headers, method);
    expect(asked).toHaveBeenCalledTimes(2);
  });
});

describe("is never sent again:", () => {
  test.each<[what: string, headers: Record<string, string>, status?: number]>([
    ["an answer for one person", { "cache-control": "private, no-store" }],
    ["an answer without a word on caches", {}],
    ["a page no cache may share", { "cache-control": "public, max-age=60" }],
    ["a page no cache may keep", { "cache-control": "public, s-maxage=0" }],
    ["an answer with a cookie", { ...PUBLIC, "set-cookie": "a=b" }],
    ["a page that does not exist", PUBLIC, 404],
    ["a redirection", { ...PUBLIC, location: "/" }, 308],
  ])("%s", async (_what, headers, status) => {
    const { asked, read } = await serve(page(headers, status));
    await read();
    await read();
    expect(asked).toHaveBeenCalledTimes(2);
  });

  test("what Next's router was given at the same address", async () => {
    const { asked, read } = await serve(page());
    await read("/", { rsc: "1" });
    await read();
    await read();
    expect(asked).toHaveBeenCalledTimes(2);
  });
});
