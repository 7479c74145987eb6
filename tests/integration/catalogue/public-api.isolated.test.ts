import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { windowOf } from "@/domain/funding/calls";
import { parseSimulationRequest } from "@/domain/funding/request";
import { toResponse } from "@/domain/funding/response";
import { simulate } from "@/domain/funding/simulate";
import { THEMES } from "@/domain/themes/index";
import { CARRIER_KINDS, EXPENSE_CATEGORIES, THEME_CODES } from "@/domain/themes/types";
import { inTransaction } from "@/server/database/client";
import { installReferenceData } from "@/server/reference-data";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { askPreflight, line, post, postText, simulated, staff } from "./api-calls";

process.env.API_RATE_LIMIT = "1000000";

const db = await testDatabase();
await inTransaction(installReferenceData);
await setClock("2021-01-20T10:00:00+01:00");

const AT = "2021-01-20T10:00:00+01:00";
const carrier = { kind: "central-administration" };
const plan = (code: string, expenses: object[], more: object = {}) =>
  simulated(code, { carrier, filedAt: AT, expenses, ...more });

describe("the amounts", () => {
  test.each([
    // Theme, lines, more, [total, base, grant, remaining, rate]
    [
      "ITN2",
      [line("300000.01")],
      {},
      ["300000.01", "300000.01", "150000.00", "150000.01", "0.5000"],
    ],
    ["ITN1", [line("0.01")], {}, ["0.01", "0.01", "0.00", "0.01", "0.0000"]],
    [
      "ITN1",
      [line("100.00"), staff("50.00")],
      {},
      ["150.00", "100.00", "75.00", "75.00", "0.5000"],
    ],
    [
      "ITN3",
      [line("100.00"), staff("900.00")],
      {},
      ["1000.00", "1000.00", "100.00", "900.00", "0.1000"],
    ],
    [
      "SNAP2A",
      [line("100.00"), staff("900.00")],
      {},
      ["1000.00", "100.00", "100.00", "900.00", "0.1000"],
    ],
    [
      "SNAP3",
      [line("100.00"), line("40.00", { year: 2023 })],
      {},
      ["140.00", "100.00", "75.00", "65.00", "0.5357"],
    ],
    [
      "SNAP3",
      [line("4000000.00")],
      { priorGrants: ["750000.00"] },
      ["4000000.00", "4000000.00", "1250000.00", "2750000.00", "0.3125"],
    ],
    [
      "SNAP4",
      [line("6000000.00")],
      { priorGrants: ["5500000.00"] },
      ["6000000.00", "6000000.00", "2500000.00", "3500000.00", "0.4167"],
    ],
    [
      "ITN1",
      [line("100.00")],
      { requestedGrant: "80.00" },
      ["100.00", "100.00", "75.00", "25.00", "0.7500"],
    ],
    [
      "ITN1",
      [line("100.00")],
      { requestedGrant: "0.00" },
      ["100.00", "100.00", "0.00", "100.00", "0.0000"],
    ],
    [
      "SNAP1",
      [line("100.00"), line("10.00", { category: "terminal" })],
      {},
      ["110.00", "100.00", "100.00", "10.00", "0.9091"],
    ],
    ["ITN4", [], {}, ["0.00", "0.00", "0.00", "0.00", "0.0000"]],
    ["ITN7", [line("100.00")], {}, [null, null, null, null, null]],
  ])("of %s with %j %j", async (code, expenses, more, amounts) => {
    const { total, base, grant, remaining, effectiveRate } = await plan(code, expenses, more);
    expect([total, base, grant, remaining, effectiveRate]).toEqual(amounts);
  });

  test("are computed whatever the verdict", async () => {
    const answer = await simulated("ITN3", {
      carrier: { kind: "local-authority" },
      filedAt: "2030-01-01T00:00:00Z",
      expenses: [line("300000.00")],
    });
    expect(answer).toMatchObject({ verdict: "not-open", grant: "225000.00" });
  });
});

describe("the size", () => {
  const codes = async (code: string, expenses: object[], more: object = {}) =>
    (await plan(code, expenses, more)).findings.map((finding: { code: string }) => finding.code);
  const larger = (projectTotal: string) => ({ phaseOfLargerProject: true, projectTotal });

  test("is read on the whole project for a phase of it", async () => {
    expect(await codes("ITN2", [line("1000.00")], larger("200000.00"))).not.toContain("SIZE_OUT");
    expect(await codes("ITN2", [line("300000.00")], larger("1000000.01"))).toContain("SIZE_OUT");
    expect(await codes("ITN2", [line("1000.00")], { projectTotal: "200000.00" })).toContain(
      "SIZE_OUT",
    );
  });

  test("takes both ends of « de A à B », excludes « plus de » and « moins de »", async () => {
    for (const amount of ["50000.00", "1000000.00"]) {
      expect(await codes("ITN1", [line(amount)])).not.toContain("SIZE_OUT");
    }
    expect(await codes("ITN8A", [line("250000.00")])).toContain("SIZE_OUT");
    expect(await codes("ITN8A", [line("250000.01")])).not.toContain("SIZE_OUT");
  });
});

describe("the call", () => {
  test("of ITN5 is read by the amount", async () => {
    const kind = async (amount: string) => (await plan("ITN5", [line(amount)])).call;
    expect(await kind("99999.99")).toEqual({ kind: "guichet", label: "Guichet ITN5" });
    expect(await kind("100000.00")).toMatchObject({ kind: "aap" });
  });

  test.each([
    ["2021-01-14T23:59:59.999+01:00", "2021-01", false],
    ["2021-01-15T00:00:00+01:00", "2021-02", true],
    ["2021-12-31T23:00:00Z", "2022-01", false],
    ["2021-12-20T10:00:00Z", "2022-01", true],
  ])("of SNAP2A filed %s goes to the jury of %s", async (filedAt, juryMonth, next) => {
    const answer = await simulated("SNAP2A", { carrier, filedAt, expenses: [staff("1.00")] });
    expect(answer.round).toEqual({ juryMonth });
    const found = answer.findings.some(({ code }: { code: string }) => code === "NEXT_ROUND");
    expect(found).toBe(next);
  });
});

describe("a wrong request", () => {
  const refusedFor = async (body: unknown) => {
    const response = await post("ITN1", body);
    const json = await response.json();
    expect(response.status).toBe(400);
    expect(Object.keys(json)).toEqual(["error"]);
    expect(Object.keys(json.error)).toEqual(["code", "fields"]);
    expect(json.error.code).toBe("INVALID_INPUT");
    return json.error.fields.map(({ path }: { path: string }) => path);
  };
  const minimal = { carrier, expenses: [] };

  test.each<[string, object]>([
    ["grant", { ...minimal, grant: "1.00" }],
    ["answers.population", { ...minimal, answers: { population: 1 } }],
    ["expenses.0.year", { ...minimal, expenses: [line("1.00", { year: 2036 })] }],
    ["expenses.0.year", { ...minimal, expenses: [line("1.00", { year: 2019 })] }],
    ["expenses.1.amount", { ...minimal, expenses: [line("1.00"), line("1200000.0")] }],
    ["requestedGrant", { ...minimal, requestedGrant: "1200000" }],
    ["answers.deconcentratedShare", { ...minimal, answers: { deconcentratedShare: "1.01" } }],
    ["filedAt", { ...minimal, filedAt: "2021-01-20T10:00:00" }],
  ])("names %s", async (path, body) => {
    expect(await refusedFor(body)).toEqual([path]);
  });

  test("is no JSON, no UTF-8 or no object", async () => {
    const json = { "content-type": "application/json; charset=utf-8" };
    const bodies = ["{", "", "null", "[]", '"text"', new Uint8Array([0x7b, 0xff, 0x7d])];
    for (const body of bodies) {
      const response = await postText("ITN1", body, json);
      expect(response.status).toBe(400);
      const { error } = await response.json();
      expect(error).toMatchObject({ code: "INVALID_INPUT", fields: [{ path: "" }] });
    }
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/json5"]) {
      const response = await postText("ITN1", JSON.stringify(minimal), { "content-type": type });
      expect(response.status, type).toBe(400);
    }
  });

  test("takes the years and the shares at their bounds, and ignores what the theme does not ask", async () => {
    const expenses = [line("1.00", { year: 2020 }), line("1.00", { year: 2035 })];
    for (const deconcentratedShare of ["0", "1", "0.0000", "1.0000", "0.1234"]) {
      const answers = { deconcentratedShare, hosting: "other" };
      expect((await post("ITN1", { ...minimal, expenses, answers })).status).toBe(200);
    }
  });
});

describe("a large request", () => {
  /** Padding between two brackets: white space is JSON. */
  const ofSize = (bytes: number) => {
    const text = JSON.stringify({ carrier, expenses: [] });
    return text.slice(0, -1) + " ".repeat(bytes - text.length) + text.slice(-1);
  };
  const LIMIT = 256 * 1024;

  test("is taken up to 256 KiB, refused beyond", async () => {
    expect((await postText("ITN1", ofSize(LIMIT))).status).toBe(200);
    const response = await postText("ITN1", ofSize(LIMIT + 1));
    expect(response.status).toBe(413);
    expect((await response.json()).error.code).toBe("TOO_LARGE");
  });

  test("is refused while it comes in, whatever it announces", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(64 * 1024).fill(32));
      },
    });
    const headers = { "content-type": "application/json", "content-length": "10" };
    expect((await postText("ITN1", endless, headers)).status).toBe(413);
    expect(sent).toBeLessThan(10);
  });

  test("may hold thousands of lines", async () => {
    const expenses = Array.from({ length: 4_000 }, () => line("0.01", { category: "other" }));
    const body = JSON.stringify({ carrier, expenses });
    expect(body.length).toBeLessThan(LIMIT);
    const answer = await (await postText("ITN1", body)).json();
    expect(answer).toMatchObject({ total: "40.00", grant: "30.00" });
  });

  test("of 5 000 lines is within the rules, of 5 001 is not", () => {
    const lines = (length: number) => ({ carrier, expenses: Array(length).fill(line("0.01")) });
    const now = new Date(AT);
    expect(parseSimulationRequest(lines(5_000), now).success).toBe(true);
    expect(parseSimulationRequest(lines(5_001), now)).toMatchObject({
      fields: [{ path: "expenses" }],
    });
  });
});

test("too many calls are told when to come back, by address", async () => {
  await post("ITN1", { carrier, expenses: [] });
  await db.rateLimit.updateMany({ data: { points: 1_000_000 } });
  const refused = await post("ITN1", { carrier, expenses: [] });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(refused.headers.get("access-control-allow-origin")).toBe("*");
  expect(refused.headers.get("access-control-expose-headers")).toBe("Retry-After");
  await db.rateLimit.deleteMany();
  expect((await post("ITN1", { carrier, expenses: [] })).status).toBe(200);
});

test("a page of any site may call, and nothing is kept by a cache", async () => {
  expect(askPreflight().headers.get("access-control-allow-origin")).toBe("*");
  const answer = await postText("ITN1", JSON.stringify({ carrier, expenses: [] }), {
    "content-type": "application/json",
    origin: "https://ailleurs.example",
    "sec-fetch-site": "cross-site",
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test("the answer is the simulator's, whatever is asked", async () => {
  const cents = fc.integer({ min: 0, max: 1_000_000_000 });
  const amount = cents.map((value) => (value / 100).toFixed(2));
  const body = fc.record(
    {
      carrier: fc.record({ kind: fc.constantFrom(...CARRIER_KINDS) }),
      expenses: fc.array(
        fc.record({
          amount,
          nature: fc.constantFrom("T2", "T3"),
          year: fc.integer({ min: 2020, max: 2035 }),
          category: fc.constantFrom(...EXPENSE_CATEGORIES),
          nonEuropeanLicence: fc.boolean(),
        }),
        { maxLength: 5 },
      ),
      call: fc.constantFrom("guichet", "aap"),
      filedAt: fc
        .date({ min: new Date("2020-10-01"), max: new Date("2021-12-31"), noInvalidDate: true })
        .map((date) => date.toISOString()),
      requestedGrant: amount,
      priorGrants: fc.array(amount, { maxLength: 3 }),
      phaseOfLargerProject: fc.boolean(),
      projectTotal: amount,
      answers: fc.record(
        {
          deconcentratedShare: fc.constantFrom("0.4999", "0.5", "1"),
          resultsWithinMonths: fc.integer({ min: 0, max: 24 }),
          dnumInformed: fc.boolean(),
          hosting: fc.constantFrom("cercle-1", "other"),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ["carrier", "expenses", "filedAt"] },
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...THEME_CODES), body, async (code, asked) => {
      const parsed = parseSimulationRequest(asked, new Date(AT));
      if (!parsed.success) throw new Error("refused");
      const theme = THEMES[code];
      const own = toResponse(simulate(theme, parsed.input, theme.calls.map(windowOf)));
      expect(await simulated(code, asked)).toEqual(JSON.parse(JSON.stringify(own)));
    }),
    { numRuns: 150 },
  );
});
