import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { finishSignIn, startSignIn } from "@/server/auth/sign-in";
import { startAgentConnect } from "../../../scripts/look-alikes/agentconnect/server";
import { freePort } from "../../../scripts/runtime/ports";

export const PORTAL = "http://localhost:3000";

/**
 * Starts the look-alike of AgentConnect for this file and names it in the environment. To be called before anything
 * reads the environment.
 */
export async function testProvider(
  settings: { portal?: string; userinfoAlg?: "ES256" | "RS256" | "none" } = {},
): Promise<{ issuer: string; close: () => Promise<void> }> {
  const { portal = PORTAL, userinfoAlg = "ES256" } = settings;
  const port = await freePort();
  const provider = await startAgentConnect({
    port,
    // Its own file: test files run side by side.
    keysFile: path.join(tmpdir(), `guichet-agentconnect-${process.pid}`, "keys.json"),
    clientId: "tests",
    clientSecret: "tests",
    redirectUri: `${portal}/api/auth/callback/agentconnect`,
    postLogoutRedirectUri: `${portal}/api/deconnexion/retour`,
    idTokenAlg: "ES256",
    userinfoAlg,
  });
  process.env.AGENTCONNECT_ISSUER = provider.issuer;
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await provider.close();
  };
  afterAll(close);
  return { issuer: provider.issuer, close };
}

/** A browser with its cookies, on the portal and at the provider. */
export class Browser {
  private readonly jar = new Map<string, Map<string, string>>();

  cookies(origin: string = PORTAL): Record<string, string> {
    return Object.fromEntries(this.jar.get(origin) ?? []);
  }

  header(origin: string): string {
    return [...(this.jar.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** Loses the cookies of an origin, as when the provider's session ended. */
  forget(origin: string): void {
    this.jar.delete(origin);
  }

  keep(origin: string, response: Response): Response {
    const jar = this.jar.get(origin) ?? new Map<string, string>();
    this.jar.set(origin, jar);
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";");
      const [name = "", ...value] = pair.split("=");
      const expired = attributes.some((each) =>
        /max-age=0$|expires=thu, 01 jan 1970/i.test(each.trim()),
      );
      if (expired) jar.delete(name);
      else jar.set(name, value.join("="));
    }
    return response;
  }

  /** A request of the portal with this browser's cookies. */
  request(address: string, init: RequestInit = {}): Request {
    const headers = new Headers(init.headers);
    headers.set("cookie", this.header(PORTAL));
    return new Request(new URL(address, PORTAL), { ...init, headers });
  }

  /** Follows the provider until it sends the browser back to the portal; gives that address. */
  async throughProvider(address: string, persona: string, portal = PORTAL): Promise<string> {
    let next = address;
    for (let step = 0; step < 10; step += 1) {
      if (next.startsWith(portal)) return next;
      const { origin } = new URL(next);
      const isChoice = next.includes("/interaction/");
      const response = this.keep(
        origin,
        await fetch(next, {
          method: isChoice ? "POST" : "GET",
          redirect: "manual",
          headers: { cookie: this.header(origin) },
          ...(isChoice ? { body: new URLSearchParams({ persona }) } : {}),
        }),
      );
      const location = response.headers.get("location");
      if (!location)
        throw new Error(`The provider stopped: ${response.status} ${await response.text()}`);
      next = new URL(location, next).href;
    }
    throw new Error("The provider turns in circles");
  }

  /** The whole dance, as one persona; the answer of the portal's callback. */
  async signIn(persona: string, query = ""): Promise<Response> {
    const start = this.keep(
      PORTAL,
      await startSignIn(this.request(`/connexion/agentconnect${query}`)),
    );
    const location = start.headers.get("location") ?? "";
    if (location.startsWith("/")) return start;
    const back = await this.throughProvider(location, persona);
    return this.keep(PORTAL, await finishSignIn(this.request(back)));
  }
}
