import { afterEach, describe, expect, test, vi } from "vitest";
import { TooManyRequests } from "@/domain/errors";
import { removeEndedRateLimits } from "@/server/jobs/end-rate-limits";
import { openRoute, preflight } from "@/server/open-route";
import { callerOf, consume, type RateLimit } from "@/server/rate-limit";
import { publicRoute } from "@/server/route";
import { testDatabase } from "../database";

vi.mock("next/headers", () => ({ cookies: async () => ({ get: () => undefined }) }));

const db = await testDatabase();
const limit = (more: Partial<RateLimit> = {}): RateLimit => ({
  name: "test",
  points: 20,
  seconds: 60,
  ...more,
});

afterEach(async () => {
  await db.rateLimit.deleteMany();
});

async function outcomes(count: number, ask: () => Promise<void>) {
  const settled = await Promise.allSettled(Array.from({ length: count }, ask));
  return {
    allowed: settled.filter(({ status }) => status === "fulfilled").length,
    refused: settled.flatMap((one) => (one.status === "rejected" ? [one.reason] : [])),
  };
}

describe("a limit", () => {
  test("of 20 lets exactly 20 of 50 requests at once through", async () => {
    const { allowed, refused } = await outcomes(50, () => consume(limit(), "one"));
    expect(allowed).toBe(20);
    expect(refused).toHaveLength(30);
    for (const error of refused) {
      expect(error).toBeInstanceOf(TooManyRequests);
      expect(error.retryAfter).toBeGreaterThan(50);
      expect(error.retryAfter).toBeLessThanOrEqual(60);
      expect(error.message).toMatch(
        /^Trop de demandes à la suite\. Réessayez dans \d+.secondes\.$/,
      );
    }
  });

  test("counts each caller and each name apart", async () => {
    const one = limit({ points: 1 });
    await consume(one, "one");
    await consume(one, "two");
    await consume(limit({ name: "other", points: 1 }), "one");
    await expect(consume(one, "one")).rejects.toBeInstanceOf(TooManyRequests);
  });

  test("begins anew when its window is over, and the night removes what is over", async () => {
    const one = limit({ points: 1 });
    await consume(one, "one");
    await consume(one, "two");
    await expect(consume(one, "one")).rejects.toBeInstanceOf(TooManyRequests);
    await db.$executeRaw`UPDATE rate_limit SET expire = now() - interval '1 second'`;
    await consume(one, "one");
    expect(await removeEndedRateLimits()).toBe(1);
    await expect(consume(one, "one")).rejects.toBeInstanceOf(TooManyRequests);
  });

  test("writes no address", async () => {
    await consume(limit(), callerOf(new Headers({ "x-forwarded-for": "203.0.113.7" })));
    const [row] = await db.rateLimit.findMany();
    expect(row?.key).toMatch(/^test:[\w-]{43}$/);
  });
});

describe("the caller", () => {
  const from = (forwarded: string, agentId?: string) =>
    callerOf(new Headers({ "x-forwarded-for": forwarded }), agentId);

  test.each([
    ["203.0.113.7", "address:203.0.113.7"],
    // What the client says of itself does not count.
    ["10.0.0.1, 203.0.113.7", "address:203.0.113.7"],
    ["::ffff:203.0.113.7", "address:203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "address:2001:db8:1:2"],
    ["2001:DB8:1:2::9", "address:2001:db8:1:2"],
    ["::1", "address:0:0:0:0"],
    ["", "address:"],
  ])("of %j is %s", (forwarded, caller) => {
    expect(from(forwarded)).toBe(caller);
  });

  test("is the account when there is one", () => {
    expect(from("203.0.113.7", "agent-1")).toBe("agent:agent-1");
  });
});

describe("a route", () => {
  const PORTAL = "http://localhost:3000";
  const refusing = async () => {
    throw new TooManyRequests(12);
  };

  test("says when to come back, in its own form or in that of the public interface", async () => {
    const context = { params: Promise.resolve({}) };
    const asked = new Request(`${PORTAL}/x`);
    const own = await publicRoute({ name: "test" }, refusing)(asked, context);
    expect(own.status).toBe(429);
    expect(own.headers.get("retry-after")).toBe("12");
    const open = await openRoute({ name: "test" }, refusing)(asked, context);
    expect(open.status).toBe(429);
    expect(open.headers.get("retry-after")).toBe("12");
    expect(await open.json()).toEqual({
      error: {
        code: "TOO_MANY_REQUESTS",
        message: "Trop de demandes à la suite. Réessayez dans 12\u00A0secondes.",
      },
    });
  });

  test("of the public interface is open to pages of other sites", async () => {
    const answer = preflight("POST")();
    expect(answer.status).toBe(204);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("access-control-allow-methods")).toBe("POST, OPTIONS");
    expect(answer.headers.get("access-control-allow-headers")).toBe("Content-Type");
    expect(answer.headers.has("access-control-allow-credentials")).toBe(false);
  });
});
