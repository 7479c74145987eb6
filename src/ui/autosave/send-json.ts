import { PAGE_READER } from "@/domain/rights/page-reader";
import { SendError } from "@/ui/autosave/engine";

const TIMEOUT = 20_000;
/** A browser lets no more than 64 KiB leave with a page that closes. */
const LEAVES_WITH_THE_PAGE = 60_000;

interface Refused {
  error: { code: string; message: string };
}

/** Where a page sends, and the person it was made for. */
export interface Destination {
  url: string;
  agentId: string;
}

const isRefused = (body: unknown): body is Refused =>
  typeof body === "object" && body !== null && "error" in body;

/**
 * Sends JSON and returns the JSON answered, a conflict (409 with its own content) included. Throws a `SendError` saying
 * whether to wait for the network, the session or the portal, or why not to try again.
 */
export async function sendJson<Answer>(
  { url, agentId }: Destination,
  method: "PUT" | "POST",
  body: unknown,
): Promise<Answer> {
  let response: Response;
  try {
    const content = new Blob([JSON.stringify(body)], { type: "application/json" });
    response = await fetch(url, {
      method,
      headers: { "content-type": "application/json", [PAGE_READER]: agentId },
      body: content,
      // A tab closed in the middle of a sentence: its last words leave all the same.
      keepalive: document.visibilityState === "hidden" && content.size <= LEAVES_WITH_THE_PAGE,
      credentials: "same-origin",
      signal: AbortSignal.timeout(TIMEOUT),
    });
  } catch {
    throw new SendError({ kind: "offline" });
  }
  if (response.status === 401) throw new SendError({ kind: "expired" });
  if (response.status >= 500 || response.status === 429) {
    const seconds = Number(response.headers.get("retry-after"));
    throw new SendError({
      kind: "unavailable",
      ...(seconds > 0 ? { retryAfter: seconds * 1000 } : {}),
    });
  }
  const answer: unknown = await response.json().catch(() => null);
  if (isRefused(answer)) {
    const { code, message } = answer.error;
    throw new SendError({ kind: "stopped", code, message });
  }
  // A page instead of JSON comes from something in between: a proxy, the portal of a Wi-Fi.
  if (answer === null || (!response.ok && response.status !== 409)) {
    throw new SendError({ kind: "unavailable" });
  }
  return answer as Answer;
}
