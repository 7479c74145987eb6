import { createHash } from "node:crypto";

/**
 * The content security policies of the portal. Plain JavaScript because Next loads the cache handler, which uses it,
 * without compiling it. See docs/decisions/2026-11-23-csp-on-prerendered-pages.md.
 */

/**
 * Origin of the identity provider, to which the sign-in and sign-out forms are redirected; null when not configured.
 * @returns {string | null}
 */
function identityOrigin() {
  const issuer = process.env.AGENTCONNECT_ISSUER;
  return issuer && URL.canParse(issuer) ? new URL(issuer).origin : null;
}

/**
 * `'sha256-…'` of an inline script.
 * @param {string} script
 */
export function scriptHash(script) {
  return `'sha256-${createHash("sha256").update(script, "utf8").digest("base64")}'`;
}

/**
 * A policy that allows the given script sources and nothing else from elsewhere.
 * @param {readonly string[]} scripts
 */
function policy(scripts) {
  const origin = identityOrigin();
  const development = process.env.NODE_ENV === "development";
  const directives = [
    "default-src 'none'",
    `script-src ${scripts.join(" ")}${development ? " 'unsafe-eval'" : ""}`,
    // The development server injects styles as elements.
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action 'self'${origin ? ` ${origin}` : ""}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  if (process.env.NEXTAUTH_URL?.startsWith("https:")) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}

/**
 * Policy of a page rendered for one request: its scripts carry the nonce; `known` are the hashes of constant scripts.
 * @param {string} nonce
 * @param {readonly string[]} known
 */
export function noncePolicy(nonce, known) {
  return policy([`'nonce-${nonce}'`, "'strict-dynamic'", ...known]);
}

/** An inline script: no `src`, any other attribute. */
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/**
 * Policy of a prerendered page: the hashes of the inline scripts its HTML holds, and files of this origin.
 * @param {string} html
 */
export function hashPolicy(html) {
  const hashes = new Set();
  for (const [, script] of html.matchAll(INLINE_SCRIPT)) if (script) hashes.add(scriptHash(script));
  return policy(["'self'", ...hashes]);
}
