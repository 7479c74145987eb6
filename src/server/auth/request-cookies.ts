import "server-only";

/** The cookies of a request, decoded; one that cannot be decoded is left out. */
export function readCookies(request: Request): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const equals = pair.indexOf("=");
    if (equals < 1) continue;
    try {
      cookies[pair.slice(0, equals).trim()] = decodeURIComponent(pair.slice(equals + 1).trim());
    } catch {
      // Malformed: not one of ours.
    }
  }
  return cookies;
}
