import { afterEach, describe, expect, test, vi } from "vitest";
import { pageHeaders } from "./cache-handler.mjs";
import { hashPolicy, noncePolicy, scriptHash } from "./content-policy.mjs";

afterEach(() => vi.unstubAllEnvs());

const directive = (policy: string, name: string) =>
  policy.split("; ").find((part) => part.startsWith(`${name} `));

describe("policy of a prerendered page", () => {
  test("allows each inline script by its hash, once, and the files of this origin", () => {
    const html =
      '<head><script>first()</script></head><script>first()</script><script src="/a.js" async=""></script><script id="x">a < b</script>';
    expect(directive(hashPolicy(html), "script-src")).toBe(
      `script-src 'self' ${scriptHash("first()")} ${scriptHash("a < b")}`,
    );
  });

  test("hashes as browsers do", () => {
    // Computed by another tool: printf 'alert(1)' | openssl dgst -sha256 -binary | base64
    expect(scriptHash("alert(1)")).toBe("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
  });

  test("never allows inline code at large", () => {
    expect(hashPolicy("<script>x</script>")).not.toContain("unsafe");
    expect(noncePolicy("abc", [])).not.toContain("unsafe");
  });
});

test("forms may lead to the identity provider, and nowhere else", () => {
  vi.stubEnv("AGENTCONNECT_ISSUER", "https://provider.example/api/v2");
  expect(directive(noncePolicy("abc", []), "form-action")).toBe(
    "form-action 'self' https://provider.example",
  );
  vi.stubEnv("AGENTCONNECT_ISSUER", "");
  expect(directive(noncePolicy("abc", []), "form-action")).toBe("form-action 'self'");
});

describe("headers of a prerendered page", () => {
  test("let a shared cache keep it, and keep what Next stored", () => {
    const page = { html: "<script>x</script>", headers: { link: "</a>" } };
    expect(pageHeaders(page)).toMatchObject({
      link: "</a>",
      "content-security-policy": hashPolicy(page.html),
      "cache-control": "public, max-age=0, s-maxage=60, stale-while-revalidate=600",
    });
  });

  test("say nothing of caches for a page of error", () => {
    expect(pageHeaders({ html: "", status: 404 })).not.toHaveProperty("cache-control");
  });
});
