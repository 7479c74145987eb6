/** How long an answer is sent again: no reader sees a page older than Next's own by more than this. */
const KEPT_MS = 1000;
/** Pages, times the encodings that browsers ask for. Beyond, all is forgotten: it is a second of answers. */
const MOST = 300;
const SHAREABLE = /^public\b.*\bs-maxage=[1-9]/;
/** Request headers that make Next answer otherwise at the same address, or give a part of it. */
const OTHERWISE = [
  "rsc",
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "range",
];

/**
 * @typedef {import("node:http").IncomingMessage} Request
 * @typedef {import("node:http").ServerResponse} Response
 * @typedef {(request: Request, response: Response) => unknown} Handler
 */

/**
 * Sends again, for a second and as they were sent, the pages that say any cache may share them: Next hashes, encodes and
 * compresses a page once a second, not once a reader. See docs/decisions/2026-11-28-shared-answers.md.
 * @param {Handler} handle
 * @returns {Handler}
 */
export function shareAnswers(handle) {
  const kept = new Map();
  return (request, response) => {
    const key = keyOf(request);
    if (key === null) return handle(request, response);
    const answer = kept.get(key);
    if (answer && performance.now() < answer.until) return send(answer, request, response);
    onceEnded(response, (body) => {
      if (!isShareable(response)) return;
      if (kept.size >= MOST) kept.clear();
      const { "transfer-encoding": _chunked, ...headers } = response.getHeaders();
      headers["content-length"] = body.byteLength;
      kept.set(key, { until: performance.now() + KEPT_MS, headers, body });
    });
    return handle(request, response);
  };
}

/**
 * The address and the encodings accepted; null where an answer may depend on anything else.
 * @param {Request} request
 */
function keyOf({ method, url = "", headers }) {
  if (method !== "GET" || url.includes("?") || url.startsWith("/api/")) return null;
  if (OTHERWISE.some((name) => name in headers)) return null;
  return `${url} ${headers["accept-encoding"] ?? ""}`;
}

/** @param {Response} response */
function isShareable(response) {
  return (
    response.statusCode === 200 &&
    SHAREABLE.test(String(response.getHeader("cache-control"))) &&
    !response.hasHeader("set-cookie")
  );
}

/**
 * @param {{ headers: import("node:http").OutgoingHttpHeaders, body: Buffer }} answer
 * @param {Request} request
 * @param {Response} response
 */
function send({ headers, body }, request, response) {
  const { "content-length": _length, "content-type": _type, ...unchanged } = headers;
  const isKnown = headers.etag !== undefined && request.headers["if-none-match"] === headers.etag;
  if (isKnown) response.writeHead(304, unchanged).end();
  else response.writeHead(200, headers).end(body);
}

/**
 * Gives the whole body, as it is sent, once the response is ended.
 * @param {Response} response
 * @param {(body: Buffer) => void} give
 */
function onceEnded(response, give) {
  const chunks = [];
  for (const method of ["write", "end"]) {
    const original = response[method];
    response[method] = (...given) => {
      const [chunk, encoding] = given;
      if (typeof chunk === "string") chunks.push(Buffer.from(chunk, stringOr(encoding, "utf8")));
      else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
      const result = original.apply(response, given);
      if (method === "end") give(Buffer.concat(chunks));
      return result;
    };
  }
}

const stringOr = (value, otherwise) => (typeof value === "string" ? value : otherwise);
