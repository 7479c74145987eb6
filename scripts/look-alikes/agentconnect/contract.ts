/**
 * What ProConnect documents of its addresses and refuses beyond it. The library ignores unknown
 * parameters; the real provider answers Y000400, so a stray one must fail here too.
 */

const AUTHORIZE = new Set([
  "response_type",
  "client_id",
  "redirect_uri",
  "scope",
  "state",
  "nonce",
  "claims",
  "prompt",
  "login_hint",
  "idp_hint",
  "siret_hint",
  "acr_values",
  "response_mode",
  "code_challenge",
  "code_challenge_method",
]);
const END_SESSION = new Set(["id_token_hint", "state", "post_logout_redirect_uri", "client_id"]);
const MINIMUM_LENGTH = 32;

/** What is wrong with a request, in French; null when the contract holds. `path` is under /api/v2. */
export function breachOfContract(path: string, query: URLSearchParams): string | null {
  if (path === "/authorize") return check(query, AUTHORIZE, ["state", "nonce"]) ?? hints(query);
  if (path === "/session/end") return check(query, END_SESSION, ["state"]);
  return null;
}

function check(
  query: URLSearchParams,
  known: ReadonlySet<string>,
  long: readonly string[],
): string | null {
  for (const name of query.keys()) {
    if (!known.has(name)) return `Le paramètre « ${name} » n’est pas prévu.`;
    if (query.getAll(name).length > 1) return `Le paramètre « ${name} » est répété.`;
  }
  for (const name of long) {
    const value = query.get(name) ?? "";
    if (value.length < MINIMUM_LENGTH) {
      return `Le paramètre « ${name} » doit compter au moins ${MINIMUM_LENGTH} caractères.`;
    }
  }
  return null;
}

function hints(query: URLSearchParams): string | null {
  const login = query.get("login_hint");
  if (login !== null && !/^[^@\s]+@[^@\s]+$/.test(login))
    return "« login_hint » est une adresse électronique.";
  const siret = query.get("siret_hint");
  if (siret !== null && !/^\d{14}$/.test(siret)) return "« siret_hint » compte 14 chiffres.";
  return null;
}
