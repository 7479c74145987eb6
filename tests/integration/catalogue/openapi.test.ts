import { describe, expect, test } from "vitest";
import { z } from "zod";
import { THEME_CODES } from "@/domain/themes/types";
import { inTransaction } from "@/server/database/client";
import { installReferenceData } from "@/server/reference-data";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { CODES, getDescription, getTheme, getThemes, post } from "./api-calls";

await testDatabase();
await inTransaction(installReferenceData);
await setClock("2021-01-20T10:00:00+01:00");

describe("the description", () => {
  type Node = { [key: string]: Node };
  const read = async (): Promise<Node> => (await getDescription()).json();
  const resolve = (root: Node, ref: string) =>
    ref
      .slice(2)
      .split("/")
      .reduce<Node | undefined>((node, key) => node?.[key], root);

  test("points to nothing that is missing", async () => {
    const root = await read();
    const refs = [...JSON.stringify(root).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, ref]) => ref ?? "",
    );
    expect(refs.length).toBeGreaterThan(10);
    expect(refs.filter((ref) => resolve(root, ref) === undefined)).toEqual([]);
  });

  test("names the four addresses and every refusal", async () => {
    const { paths } = await read();
    expect(Object.keys(paths ?? {})).toEqual([
      "/api/v1/themes",
      "/api/v1/themes/{code}",
      "/api/v1/themes/{code}/simulation",
      "/api/v1/openapi.json",
    ]);
    const { responses } = paths?.["/api/v1/themes/{code}/simulation"]?.post ?? {};
    expect(Object.keys(responses ?? {})).toEqual(["200", "400", "404", "413", "429"]);
  });

  test("lists every finding of the contract", async () => {
    const { components } = await read();
    const schema = JSON.stringify(components?.schemas?.SimulationResponse);
    expect(CODES.filter((code) => !schema.includes(`"${code}"`))).toEqual([]);
  });

  /** The schema of the document alone, read again from its JSON. */
  const schemaOf = async (name: string) => {
    const schema = (await read()).components?.schemas?.[name];
    return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
  };

  test("shows examples that answer as it says, and that its own schemas accept", async () => {
    const root = await read();
    const { requestBody, responses } =
      root.paths?.["/api/v1/themes/{code}/simulation"]?.post ?? ({} as Node);
    const content = (node?: Node) => node?.content?.["application/json"]?.examples ?? {};
    const requests = content(requestBody);
    const answers = {
      200: content(responses?.["200"]),
      400: content(resolve(root, "#/components/responses/InvalidInput")),
    };
    expect(Object.keys(requests).length).toBeGreaterThan(2);
    for (const [key, { summary, value }] of Object.entries(requests)) {
      const code = /\((\w+)\)$/.exec(String(summary))?.[1] ?? "";
      const response = await post(code, value);
      const status = response.status as 200 | 400;
      expect(await response.json(), key).toEqual(answers[status]?.[key]?.value);
      const wanted = await schemaOf(status === 200 ? "SimulationResponse" : "InvalidInput");
      expect(wanted.safeParse(answers[status]?.[key]?.value).error, key).toBeUndefined();
      const accepted = (await schemaOf("SimulationRequest")).safeParse(value).success;
      expect(accepted, key).toBe(status === 200);
    }
  });

  test("holds for what the themes answer", async () => {
    const list = await getThemes();
    expect(list.status).toBe(200);
    expect(list.headers.get("cache-control")).toContain("public");
    const { themes } = await list.json();
    expect(themes.map(({ code }: { code: string }) => code)).toEqual([...THEME_CODES]);
    expect((await schemaOf("ThemeList")).safeParse({ themes }).error).toBeUndefined();
    const detail = await schemaOf("Theme");
    for (const code of THEME_CODES) {
      const answer = await (await getTheme(code)).json();
      expect(detail.safeParse(answer).error, code).toBeUndefined();
    }
    expect(themes[2]).toMatchObject({
      code: "ITN3",
      rate: "0.7500",
      envelope: "12000000.00",
      calls: [{ kind: "aap", state: "open", closesAt: "2021-01-31T22:59:59.999Z" }],
      page: "http://localhost:3000/themes/itn3",
    });
    expect((await getTheme("ITN9")).status).toBe(404);
  });
});
