import "server-only";
import { z } from "zod";
import { MAX_EXPENSES, simulationRequest } from "@/domain/funding/request";
import { THEME_CODES } from "@/domain/themes/types";
import { EXAMPLES } from "@/features/catalogue/api/examples";
import {
  invalidInput,
  refusal,
  simulationAnswer,
  themeDetail,
  themeList,
} from "@/features/catalogue/api/schemas";
import { routes } from "@/routes";
import { apiLimit } from "@/server/rate-limit";
import { service } from "@/server/service";

function schemaOf(schema: z.ZodType, io: "input" | "output") {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}

const json = (name: string, examples?: object) => ({
  "application/json": {
    schema: { $ref: `#/components/schemas/${name}` },
    ...(examples && { examples }),
  },
});

const examplesOf = (status: number, part: "request" | "answer") =>
  Object.fromEntries(
    EXAMPLES.filter((example) => part === "request" || example.status === status).map(
      ({ key, summary, theme, [part]: value }) => [
        key,
        { summary: `${summary} (${theme})`, value },
      ],
    ),
  );

const CODE = {
  name: "code",
  in: "path",
  required: true,
  description: "Code of a theme, in capitals.",
  schema: { type: "string", enum: THEME_CODES },
};

/** Written in the address in place of a parameter. */
const addressed = (address: (code: string) => string) => address("{code}");

const REFUSALS = {
  TooManyRequests: {
    description: "Too many calls from one address. `Retry-After` says when to come back.",
    headers: { "Retry-After": { description: "Seconds.", schema: { type: "integer" } } },
    content: json("TooManyRequests"),
  },
  NotFound: { description: "No such theme.", content: json("NotFound") },
  TooLarge: { description: "The body exceeds 256 KiB.", content: json("TooLarge") },
  InvalidInput: {
    description: "What is wrong, field by field, in French.",
    content: json("InvalidInput", examplesOf(400, "answer")),
  },
};

const refused = (name: keyof typeof REFUSALS) => ({ $ref: `#/components/responses/${name}` });

/** The description of the public interface (OpenAPI 3.1), made of the schemas that the handlers use. */
export function openApiDocument(origin: string) {
  const { name, contactEmail } = service();
  const { points, seconds } = apiLimit();
  return {
    openapi: "3.1.0",
    info: {
      title: name,
      version: "1",
      description: [
        "Themes of the FITN and SNAP funds, and the simulation of a grant, on the functions of the portal itself.",
        "Amounts are decimal strings in euros, all taxes included, with two digits. Dates are ISO; instants carry a zone.",
        "The amounts are computed whatever the verdict, except « not-computable ». `remaining` is `total − grant`, always.",
        "A question that is not answered gives no finding; a given answer that fails a condition does. Known answers that a theme does not ask are ignored; unknown keys are refused.",
        `${points} calls per ${seconds} seconds and address. Any origin may call; nothing is recorded.`,
      ].join("\n\n"),
      contact: { email: contactEmail },
    },
    servers: [{ url: origin }],
    paths: {
      [routes.apiThemes()]: {
        get: {
          operationId: "listThemes",
          summary: "The 17 themes and their calls",
          responses: {
            200: { description: "The themes.", content: json("ThemeList") },
            429: refused("TooManyRequests"),
          },
        },
      },
      [addressed(routes.apiTheme)]: {
        get: {
          operationId: "readTheme",
          summary: "A theme and its rules",
          parameters: [CODE],
          responses: {
            200: { description: "The theme.", content: json("Theme") },
            404: refused("NotFound"),
            429: refused("TooManyRequests"),
          },
        },
      },
      [addressed(routes.apiSimulation)]: {
        post: {
          operationId: "simulate",
          summary: "What the rules of a theme say of a project",
          description: `At most ${MAX_EXPENSES} lines of spending, and 256 KiB. The sum of a list of amounts stays below 10 000 billion euros, so that every amount is exact to the cent.`,
          parameters: [CODE],
          requestBody: {
            required: true,
            content: json("SimulationRequest", examplesOf(200, "request")),
          },
          responses: {
            200: {
              description: "The amounts, the verdict and every finding.",
              content: json("SimulationResponse", examplesOf(200, "answer")),
            },
            400: refused("InvalidInput"),
            404: refused("NotFound"),
            413: refused("TooLarge"),
            429: refused("TooManyRequests"),
          },
        },
      },
      [routes.openApi()]: {
        get: {
          operationId: "describe",
          summary: "This description",
          responses: {
            200: {
              description: "OpenAPI 3.1.",
              content: { "application/json": { schema: { type: "object" } } },
            },
            429: refused("TooManyRequests"),
          },
        },
      },
    },
    components: {
      schemas: {
        SimulationRequest: schemaOf(simulationRequest, "input"),
        SimulationResponse: schemaOf(simulationAnswer, "output"),
        ThemeList: schemaOf(themeList, "output"),
        Theme: schemaOf(themeDetail, "output"),
        InvalidInput: schemaOf(invalidInput, "output"),
        NotFound: schemaOf(refusal("NOT_FOUND"), "output"),
        TooLarge: schemaOf(refusal("TOO_LARGE"), "output"),
        TooManyRequests: schemaOf(refusal("TOO_MANY_REQUESTS"), "output"),
      },
      responses: REFUSALS,
    },
  };
}
