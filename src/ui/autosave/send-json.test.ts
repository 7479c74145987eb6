import { afterEach, expect, test, vi } from "vitest";
import { sendJson } from "@/ui/autosave/send-json";

afterEach(() => vi.unstubAllGlobals());

/** A browser on a visible page, and a portal that answers so. */
function answering(body: string, status: number): void {
  vi.stubGlobal("document", { visibilityState: "visible" });
  vi.stubGlobal("fetch", async () => new Response(body, { status }));
}
const send = () => sendJson({ url: "/api/v1/essai", agentId: "une-personne" }, "PUT", {});

test("the JSON answered comes back, that of a conflict too", async () => {
  answering('{"revision":2}', 200);
  expect(await send()).toEqual({ revision: 2 });
  answering('{"status":"conflict"}', 409);
  expect(await send()).toEqual({ status: "conflict" });
});

test.each([
  ["a session that ended", "{}", 401, { kind: "expired" }],
  ["a portal that is away", "", 503, { kind: "unavailable" }],
  ["the page of a network's own portal", "<h1>Wi-Fi du train</h1>", 200, { kind: "unavailable" }],
  [
    "a refusal",
    '{"error":{"code":"too-late","message":"Le dépôt est clos."}}',
    422,
    { kind: "stopped", code: "too-late", message: "Le dépôt est clos." },
  ],
])("%s is told apart", async (_what, body, status, failure) => {
  answering(body, status);
  await expect(send()).rejects.toMatchObject({ failure });
});
