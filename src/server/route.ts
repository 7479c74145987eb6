import "server-only";
import { unstable_rethrow } from "next/navigation";
import { NextResponse } from "next/server";
import type { z } from "zod";
import { BusinessError, HTTP_STATUS } from "@/domain/errors";
import { typedValuesOf } from "@/domain/form-state";
import type { Actor } from "@/domain/rights/actor";
import { PAGE_READER } from "@/domain/rights/page-reader";
import { routes } from "@/routes";
import { MAX_BODY, parseJson, readLimited } from "./body";
import { sessionExpired } from "./form-action";
import { type Told, tell } from "./incident";
import { requireSameOrigin } from "./origin";
import { parseInput, shapedFor } from "./parse";
import { refusalPage } from "./refusal-page";
import { currentActor } from "./session";

type Params = Record<string, string>;

/** What a handler receives. `actor` is null on a public route only. */
export interface RouteRequest<Who, Input> {
  actor: Who;
  input: Input;
  params: Params;
  request: Request;
  /** True for a plain form post, which wants a page, not JSON. */
  isForm: boolean;
}

/** A handler answers with JSON content, a whole Response, or the page to go to (303). */
export type RouteAnswer = Response | { json: unknown; status?: number } | { redirectTo: string };

interface Common {
  /** Names the route in the logs. */
  name: string;
  /** Largest body, in bytes. Default: 256 kB. */
  maxBytes?: number;
  /** Where a refused plain form post leads back; without it, a page says the refusal. */
  refusedTo?: (told: Told, params: Params) => string;
}

interface WithBody<Schema extends z.ZodType> {
  /** Schema of the JSON or urlencoded body. Give `"none"` to read the request yourself, or when there is no body. */
  body: Schema;
}

type Handler<Who, Input> = (request: RouteRequest<Who, Input>) => Promise<RouteAnswer>;
/** Next gives a list for a `[...rest]` segment. */
type GivenParams = Record<string, string | string[]>;
type Exported = (request: Request, context: { params: Promise<GivenParams> }) => Promise<Response>;

const PRIVATE = "private, no-store";
const SAFE_METHODS = new Set(["GET", "HEAD"]);

/** A route handler for signed-in people, with a body checked by its schema. */
export function route<Schema extends z.ZodType>(
  options: Common & WithBody<Schema>,
  handler: Handler<Actor, z.output<Schema>>,
): Exported {
  return wrap(options, async (request, params, isForm) => {
    const actor = await signedIn(request);
    if (!SAFE_METHODS.has(request.method)) requireSameOrigin(request.headers);
    const input = await readBody(request, options.body, options.maxBytes ?? MAX_BODY);
    return handler({ actor, input, params, request, isForm });
  });
}

/** A route handler for signed-in people that reads no body, or streams it itself. */
export function bareRoute(options: Common, handler: Handler<Actor, null>): Exported {
  return wrap(options, async (request, params, isForm) => {
    const actor = await signedIn(request);
    if (!SAFE_METHODS.has(request.method)) requireSameOrigin(request.headers);
    return handler({ actor, input: null, params, request, isForm });
  });
}

/** A route handler open to all. Its mutations still come from the portal's own pages; it sets its own Cache-Control. */
export function publicRoute(options: Common, handler: Handler<null, null>): Exported {
  return wrap(options, async (request, params, isForm) => {
    if (!SAFE_METHODS.has(request.method)) requireSameOrigin(request.headers);
    return handler({ actor: null, input: null, params, request, isForm });
  });
}

/** Who asks. A page made for somebody else, who was signed in before them in this browser, has no session any more. */
async function signedIn({ headers }: Request): Promise<Actor> {
  const actor = await currentActor();
  const reader = headers.get(PAGE_READER);
  if (!actor || (reader !== null && reader !== actor.agentId)) throw sessionExpired();
  return actor;
}

function wrap(
  options: Common,
  run: (request: Request, params: Params, isForm: boolean) => Promise<RouteAnswer>,
): Exported {
  return async (request, context) => {
    const params = joined(await context.params);
    const isForm = isFormPost(request);
    let response: Response;
    try {
      response = answer(await run(request, params, isForm));
    } catch (error) {
      unstable_rethrow(error);
      response = refused(tell(error, options.name), { request, params, isForm, options });
    }
    if (!response.headers.has("cache-control")) response.headers.set("cache-control", PRIVATE);
    return response;
  };
}

/** One text per segment; Next gives nothing at all for an address without one. */
function joined(given: GivenParams | undefined): Params {
  return Object.fromEntries(
    Object.entries(given ?? {}).map(([name, value]) => [name, [value].flat().join("/")]),
  );
}

function answer(result: RouteAnswer): Response {
  if (result instanceof Response) return new Response(result.body, result);
  if ("redirectTo" in result) return seeOther(result.redirectTo);
  return NextResponse.json(result.json, { status: result.status ?? 200 });
}

/** 303 to an address of the portal, relative so that it holds behind any proxy. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

interface Refusal {
  request: Request;
  params: Params;
  isForm: boolean;
  options: Common;
}

function refused(told: Told, { request, params, isForm, options }: Refusal): Response {
  const status = told.code === "unexpected" ? 500 : HTTP_STATUS[told.code];
  const response = wantsPage(request, isForm)
    ? pageFor(told, status, { request, params, isForm, options })
    : NextResponse.json(
        { error: { code: told.code, message: told.message, fields: told.fields } },
        { status },
      );
  if (told.retryAfter !== undefined) response.headers.set("retry-after", String(told.retryAfter));
  return response;
}

/** A person reads the answer: the form again with the refusal, sign-in, or a page that says it. */
function pageFor(told: Told, status: number, refusal: Refusal): Response {
  const { request, params, isForm, options } = refusal;
  if (told.code === "not-signed-in" && !isForm) {
    const { pathname, search } = new URL(request.url);
    return seeOther(routes.signIn(pathname + search));
  }
  if (isForm && options.refusedTo && status < 500) return seeOther(options.refusedTo(told, params));
  return refusalPage(told, status, isForm ? request.headers.get("referer") : null);
}

function isFormPost(request: Request): boolean {
  const type = request.headers.get("content-type") ?? "";
  return (
    request.method === "POST" &&
    (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"))
  );
}

/** A navigation, not a script: browsers say so in Sec-Fetch-Mode, and older ones by accepting HTML first. */
function wantsPage(request: Request, isForm: boolean): boolean {
  const mode = request.headers.get("sec-fetch-mode");
  if (mode) return mode === "navigate";
  return isForm || (request.headers.get("accept") ?? "").startsWith("text/html");
}

async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  maxBytes: number,
): Promise<z.output<Schema>> {
  const content = await readLimited(request, maxBytes);
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("application/json")) return parseInput(schema, parseJson(content));
  if (type.startsWith("application/x-www-form-urlencoded")) {
    const values = typedValuesOf(new URLSearchParams(content));
    return parseInput(schema, shapedFor(schema, values));
  }
  throw new BusinessError(
    "invalid-input",
    "Cette adresse attend un formulaire ou du JSON (application/json).",
  );
}
