import "server-only";
import { unstable_rethrow } from "next/navigation";
import { NextResponse } from "next/server";
import { HTTP_STATUS } from "@/domain/errors";
import { type Told, tell } from "./incident";
import { apiLimit, callerOf, consume } from "./rate-limit";

type Params = Record<string, string>;
type Handler = (request: { request: Request; params: Params }) => Promise<Response>;
type Exported = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/** Any site may ask, without cookies: these answers are the same for everybody. */
const ANY_ORIGIN = { "access-control-allow-origin": "*" };
/** What a page of another site may read besides the body. */
const EXPOSED = { "access-control-expose-headers": "Retry-After" };

/**
 * A route handler of the public interface: no account, no side effect, any origin, a limit per address. Refusals are
 * those of its contract. Nothing is kept by caches unless the handler says so.
 */
export function openRoute({ name }: { name: string }, handler: Handler): Exported {
  return async (request, context) => {
    let response: Response;
    try {
      await consume(apiLimit(), callerOf(request.headers));
      response = await handler({ request, params: (await context.params) ?? {} });
    } catch (error) {
      unstable_rethrow(error);
      response = refused(tell(error, name));
    }
    for (const [key, value] of Object.entries({ ...ANY_ORIGIN, ...EXPOSED })) {
      response.headers.set(key, value);
    }
    if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
    return response;
  };
}

/** The answer to a browser that asks whether a page of another site may call. */
export function preflight(methods: "GET" | "POST"): () => Response {
  return () =>
    new Response(null, {
      status: 204,
      headers: {
        ...ANY_ORIGIN,
        allow: `${methods}, OPTIONS`,
        "access-control-allow-methods": `${methods}, OPTIONS`,
        "access-control-allow-headers": "Content-Type",
        "access-control-max-age": "86400",
        "cache-control": "no-store",
      },
    });
}

/** `INVALID_INPUT` and its fields, as the contract writes it; the other refusals say their sentence. */
function refused({ code, message, fields, retryAfter }: Told): Response {
  const status = code === "unexpected" ? 500 : HTTP_STATUS[code];
  const error = { code: code.toUpperCase().replaceAll("-", "_") };
  const told =
    code === "invalid-input"
      ? { ...error, fields: fields.length > 0 ? fields : [{ path: "", message }] }
      : { ...error, message };
  const response = NextResponse.json({ error: told }, { status });
  if (retryAfter !== undefined) response.headers.set("retry-after", String(retryAfter));
  return response;
}
