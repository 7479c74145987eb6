import { afterEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../database";
import { processServer } from "./process-server";
import { filingStorm } from "./storm";
import { verdict } from "./verdict";

await testDatabase();

const servers: ReturnType<typeof processServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.stop();
});

function aServer(env: Record<string, string>) {
  const server = processServer(env);
  servers.push(server);
  return server;
}

test("a closing night with a server killed in the middle loses no filing and doubles none", async () => {
  const storm = await filingStorm(aServer({ STORM_CUT: "7" }), { carriers: 60, seconds: 10 });
  expect(await verdict(storm)).toEqual([]);
  // The night was one: some were answered before the kill, some were cut, some came too late.
  expect(storm.acknowledgedBeforeTheKill).toBeGreaterThan(0);
  expect(storm.early.filter(({ cuts }) => cuts > 0).length).toBeGreaterThan(0);
  expect(storm.late.length).toBeGreaterThan(0);
}, 180_000);

describe("the same night finds the fault of", () => {
  test("a server that acknowledges before it commits", async () => {
    const server = aServer({ STORM_SABOTAGE: "acknowledge-first" });
    const storm = await filingStorm(server, { carriers: 40, seconds: 3 });
    expect(await verdict(storm)).toContainEqual(expect.stringContaining("acknowledged and lost"));
  }, 180_000);

  test("a server that forgets the key of the form", async () => {
    const server = aServer({ STORM_SABOTAGE: "forget-key", STORM_CUT: "3" });
    const storm = await filingStorm(server, { carriers: 40, seconds: 5 });
    expect(await verdict(storm)).toContainEqual(
      expect.stringContaining("filed, and its carrier told already-done"),
    );
  }, 180_000);
});
