import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { BusinessError, notFound } from "@/domain/errors";
import { IDLE } from "@/domain/form-state";
import type { Actor } from "@/domain/rights/actor";
import { PAGE_READER } from "@/domain/rights/page-reader";
import { text } from "@/domain/text";
import { PrismaClient } from "@/server/database/generated/client";
import { sha256 } from "@/server/fingerprint";
import { formAction } from "@/server/form-action";
import { isPassing } from "@/server/incident";
import { bareRoute, publicRoute, route } from "@/server/route";
import { anActor, anOrganisation } from "../../fixtures/world";
import { testDatabase } from "../database";

const PORTAL = "http://localhost:3000";
const incoming = vi.hoisted(() => ({ cookie: "", headers: new Headers() }));
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) =>
      name === "guichet-session" && incoming.cookie ? { value: incoming.cookie } : undefined,
  }),
  headers: async () => incoming.headers,
}));

const db = await testDatabase();
const agent = await anActor(await anOrganisation());
await db.session.create({
  data: {
    tokenHash: sha256("token"),
    agentId: agent.agentId,
    acr: "eidas2",
    expiresAt: new Date(Date.now() + 600_000),
  },
});

beforeEach(() => {
  command.mockClear();
  incoming.cookie = "token";
  incoming.headers = new Headers({ origin: PORTAL, "sec-fetch-site": "same-origin" });
});

const schema = z.object({
  title: text(20).refine((value) => value.length > 0, "Donnez un titre."),
  choices: z.array(z.enum(["a", "b"])),
});
const command = vi.fn(async (_actor: Actor, input: z.output<typeof schema>) => input.title);

const action = formAction({
  name: "test",
  schema,
  command: (actor, input) => command(actor, input),
  done: (title) => ({ message: `Fait\u00A0: ${title}` }),
});

function form(fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}
const good: [string, string][] = [
  ["title", "Titre"],
  ["choices", "a"],
];

describe("a Server Action", () => {
  test("hands the command who asks and what is parsed", async () => {
    const state = await action(IDLE, form([["$ACTION_REF_1", ""], ...good]));
    expect(state).toEqual({ status: "done", message: "Fait\u00A0: Titre" });
    expect(command).toHaveBeenCalledWith(expect.objectContaining({ agentId: agent.agentId }), {
      title: "Titre",
      choices: ["a"],
    });
  });

  test("keeps what was typed beside the errors", async () => {
    const state = await action(
      IDLE,
      form([
        ["title", " "],
        ["choices", "c"],
        ["choices", "a"],
      ]),
    );
    expect(state).toEqual({
      status: "invalid",
      errors: [
        { path: "title", message: "Donnez un titre." },
        { path: "choices", message: "Choisissez une des réponses proposées." },
      ],
      values: { title: " ", choices: ["c", "a"] },
    });
    expect(command).not.toHaveBeenCalled();
  });

  test("refuses a field the form does not have", async () => {
    const state = await action(IDLE, form([...good, ["role", "administrator"]]));
    expect(state).toMatchObject({ status: "refused", code: "invalid-input" });
    expect(command).not.toHaveBeenCalled();
  });

  test("loses nothing when the session has ended", async () => {
    incoming.cookie = "";
    const state = await action(IDLE, form(good));
    expect(state).toMatchObject({
      status: "refused",
      code: "not-signed-in",
      values: { title: "Titre", choices: "a" },
    });
    expect(command).not.toHaveBeenCalled();
  });

  test.each([
    [{ origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    [{ origin: "https://evil.example" }],
    [{ origin: PORTAL, "sec-fetch-site": "same-site" }],
    [{ origin: "null" }],
    [{}],
  ])("refuses what does not come from the portal: %j", async (headers) => {
    incoming.headers = new Headers(headers as Record<string, string>);
    expect(await action(IDLE, form(good))).toMatchObject({
      status: "refused",
      code: "not-allowed",
    });
    expect(command).not.toHaveBeenCalled();
  });

  test("tells a refusal with its own sentence, beside the fields it names", async () => {
    command.mockRejectedValueOnce(new BusinessError("envelope-exceeded", "Il reste 3 €."));
    expect(await action(IDLE, form(good))).toMatchObject({
      status: "refused",
      code: "envelope-exceeded",
      message: "Il reste 3 €.",
    });
    const fields = [{ path: "title", message: "Ce titre existe." }];
    command.mockRejectedValueOnce(new BusinessError("invalid-input", "Non.", fields));
    expect(await action(IDLE, form(good))).toMatchObject({ status: "invalid", errors: fields });
  });

  test("says « later » when the database is away, and nothing of an unexpected error", async () => {
    command.mockRejectedValueOnce(Object.assign(new Error("secret"), { code: "P2024" }));
    expect(await action(IDLE, form(good))).toMatchObject({ code: "unavailable" });
    command.mockRejectedValueOnce(new Error("secret of agent42@exemple.gouv.fr"));
    const state = await action(IDLE, form(good));
    expect(state).toMatchObject({ status: "refused", code: "unexpected" });
    expect(JSON.stringify(state)).not.toContain("secret");
    expect(JSON.stringify(state)).toMatch(/incident [0-9a-f]{8}/);
  });

  test("may lead to another page", async () => {
    const leading = formAction({
      name: "test",
      schema,
      command,
      done: () => ({ redirectTo: "/dossiers" }),
    });
    await expect(leading(IDLE, form(good))).rejects.toMatchObject({
      digest: expect.stringContaining("/dossiers"),
    });
  });
});

const context = { params: Promise.resolve({ number: "2021-000001" }) };
const post = (body: string, headers: Record<string, string> = {}) =>
  new Request(`${PORTAL}/api/v1/x`, {
    method: "POST",
    body,
    headers: { origin: PORTAL, "content-type": "application/json", ...headers },
  });
const FORM = { "content-type": "application/x-www-form-urlencoded" };

describe("a route handler", () => {
  const handler = route(
    { name: "test", body: schema, maxBytes: 200 },
    async ({ actor, input, params, isForm }) =>
      isForm
        ? { redirectTo: `/dossiers/${params.number}` }
        : { json: { by: actor.agentId, title: await command(actor, input) }, status: 201 },
  );
  const body = JSON.stringify({ title: "Titre", choices: ["a"] });

  test("takes JSON and a plain form alike, and is never cached", async () => {
    const json = await handler(post(body), context);
    expect(json.status).toBe(201);
    expect(json.headers.get("cache-control")).toBe("private, no-store");
    expect(await json.json()).toEqual({ by: agent.agentId, title: "Titre" });
    const plain = await handler(post("title=Titre&choices=b", FORM), context);
    expect(plain.status).toBe(303);
    expect(plain.headers.get("location")).toBe("/dossiers/2021-000001");
  });

  test.each([
    ["not JSON", "{", {}, 400],
    ["not UTF-8 JSON", "[]", { "content-type": "text/plain" }, 400],
    ["too long", JSON.stringify({ title: "x".repeat(300), choices: [] }), {}, 413],
    ["of a wrong shape", '{"title":"x"}', {}, 400],
    ["with a NUL", '{"title":"x\\u0000","choices":[]}', {}, 400],
  ])("refuses a body %s with a sentence", async (_name, wrong, headers, status) => {
    const response = await handler(post(wrong, headers), context);
    expect(response.status).toBe(status);
    const { error } = await response.json();
    expect(error.code).toBe(status === 413 ? "too-large" : "invalid-input");
    expect(error.message.length).toBeGreaterThan(10);
    expect(command).not.toHaveBeenCalled();
  });

  test("answers 401 to a script without a session, and leads a reader to sign-in and back", async () => {
    incoming.cookie = "";
    expect((await handler(post(body), context)).status).toBe(401);
    const reading = bareRoute({ name: "test" }, async () => ({ json: {} }));
    const page = await reading(
      new Request(`${PORTAL}/api/v1/x?y=1`, { headers: { "sec-fetch-mode": "navigate" } }),
      context,
    );
    expect(page.status).toBe(303);
    expect(page.headers.get("location")).toBe("/connexion?retour=%2Fapi%2Fv1%2Fx%3Fy%3D1");
  });

  test("takes nothing of a page made for somebody who was signed in before", async () => {
    const from = (reader: string) => handler(post(body, { [PAGE_READER]: reader }), context);
    expect((await from(randomUUID())).status).toBe(401);
    expect(command).not.toHaveBeenCalled();
    expect((await from(agent.agentId)).status).toBe(201);
  });

  test("refuses another site's form with a page", async () => {
    const answer = await handler(
      post("title=T", { ...FORM, origin: "https://evil.example", "sec-fetch-mode": "navigate" }),
      context,
    );
    expect(answer.status).toBe(403);
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(command).not.toHaveBeenCalled();
  });

  test("leads a refused form back where it says, else to a page with a way back", async () => {
    const refusing = (refusedTo?: (told: { code: string }) => string) =>
      route({ name: "test", body: schema, ...(refusedTo ? { refusedTo } : {}) }, async () => {
        throw new BusinessError("too-late", "Trop tard <b>.");
      });
    const led = await refusing(({ code }) => `/dossiers?refus=${code}`)(
      post("title=T&choices=a", FORM),
      context,
    );
    expect(led.headers.get("location")).toBe("/dossiers?refus=too-late");
    const page = await refusing()(
      post("title=T&choices=a", { ...FORM, referer: `${PORTAL}/dossiers/1?x="><script>` }),
      context,
    );
    expect(page.status).toBe(409);
    const html = await page.text();
    expect(html).toContain("Trop tard &lt;b&gt;.");
    expect(html).toContain('href="/dossiers/1?x=');
    expect(html).not.toContain("<script>");
  });

  test("says 404 for what is out of sight, 503 and when to retry for a database away", async () => {
    const failing = (error: unknown) =>
      publicRoute({ name: "test" }, async () => {
        throw error;
      })(new Request(`${PORTAL}/x`), context);
    expect((await failing(notFound())).status).toBe(404);
    const away = await failing(Object.assign(new Error(), { code: "P1001" }));
    expect(away.status).toBe(503);
    expect(Number(away.headers.get("retry-after"))).toBeGreaterThan(0);
    const broken = await failing(new Error("secret"));
    expect(broken.status).toBe(500);
    expect(await broken.text()).not.toContain("secret");
  });

  test("keeps each cookie of an answer and the caching a public one chose", async () => {
    const answering = publicRoute({ name: "test" }, async () => {
      const headers = new Headers({ "cache-control": "public, s-maxage=60" });
      headers.append("set-cookie", "a=1");
      headers.append("set-cookie", "b=2");
      return new Response("ok", { headers });
    });
    const answer = await answering(new Request(`${PORTAL}/x`), context);
    expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(answer.headers.get("cache-control")).toBe("public, s-maxage=60");
  });
});

test("what the driver throws when the server is not there is told as « later »", async () => {
  const nowhere = new PrismaClient({
    adapter: new PrismaPg({ connectionString: "postgresql://x:x@127.0.0.1:9/x" }),
  });
  const error = await nowhere.$queryRaw`SELECT 1`.catch((caught: unknown) => caught);
  expect(isPassing(error)).toBe(true);
  const found = await nowhere.agent.findFirst().catch((caught: unknown) => caught);
  expect(isPassing(found)).toBe(true);
});

test("what the driver throws when the server leaves in the middle is told as « later »", async () => {
  const killed = await db
    .$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_terminate_backend(pg_backend_pid())`;
    })
    .catch((caught: unknown) => caught);
  expect(isPassing(killed)).toBe(true);
});

test("a wrong query is an incident, not « later »", async () => {
  const error = await db.$queryRaw`SELECT nonsense`.catch((caught: unknown) => caught);
  expect(isPassing(error)).toBe(false);
});
