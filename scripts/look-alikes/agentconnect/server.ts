import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import Provider from "oidc-provider";
import { type Persona, personas } from "../../../prisma/demonstration/personas";
import { configuration, type Registration, signingKeys } from "./configuration";
import { breachOfContract } from "./contract";
import { errorPage, personasPage } from "./pages";

const PREFIX = "/api/v2";

export interface AgentConnect {
  issuer: string;
  close(): Promise<void>;
}

export interface AgentConnectOptions extends Registration {
  port: number;
  keysFile: string;
}

/** Starts a provider that behaves as ProConnect does and asks, instead of a password, who to be. */
export async function startAgentConnect(options: AgentConnectOptions): Promise<AgentConnect> {
  const issuer = `http://127.0.0.1:${options.port}${PREFIX}`;
  const keys = await signingKeys(options.keysFile);
  const cookieKey = randomBytes(32).toString("hex");
  const provider = new Provider(issuer, configuration(options, keys, cookieKey));
  const handle = provider.callback();
  const server = createServer((request, response) => {
    serve(provider, handle, request, response).catch((error: unknown) => {
      console.error("AgentConnect look-alike:", error);
      send(response, 500, errorPage("Y000500", "Une erreur technique est survenue."));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Handle = ReturnType<Provider["callback"]>;

async function serve(
  provider: Provider,
  handle: Handle,
  request: IncomingMessage & { originalUrl?: string },
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (!url.pathname.startsWith(`${PREFIX}/`)) {
    send(response, 404, errorPage("Y000404", "Cette page n’existe pas."));
    return;
  }
  const path = url.pathname.slice(PREFIX.length);
  const breach = breachOfContract(path, url.searchParams);
  if (breach) {
    send(response, 400, errorPage("Y000400", breach));
  } else if (path.startsWith("/interaction/")) {
    await interact(provider, url.pathname, request, response);
  } else {
    request.originalUrl = request.url;
    request.url = (request.url ?? "").slice(PREFIX.length);
    await handle(request, response);
  }
}

/** Shows the personas, then signs in the one chosen. */
async function interact(
  provider: Provider,
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "POST") {
    await provider.interactionDetails(request, response);
    send(response, 200, personasPage(address));
    return;
  }
  const { params } = await provider.interactionDetails(request, response);
  const chosen = new URLSearchParams(await text(request)).get("persona");
  const persona = personas.find((each) => each.key === chosen);
  if (persona?.refusedByProvider) {
    const reason = "Les personnes du secteur privé ne peuvent pas se connecter à ce service.";
    send(response, 403, errorPage("Y500015", reason));
    return;
  }
  await provider.interactionFinished(request, response, outcome(persona, params.claims), {
    mergeWithLastSubmission: false,
  });
}

function outcome(persona: Persona | undefined, claims: unknown) {
  if (!persona) {
    return { error: "access_denied", error_description: "User authentication aborted" };
  }
  const accepted = essentialAcr(claims);
  if (accepted && !accepted.includes(persona.acr)) {
    return {
      error: "access_denied",
      error_description: "requested ACRs could not be satisfied",
    };
  }
  return {
    login: {
      accountId: persona.claims.sub,
      acr: persona.acr,
      amr: [...persona.amr],
      remember: false,
    },
  };
}

interface RequestedClaims {
  id_token?: { acr?: { essential?: boolean; value?: string; values?: string[] } | null };
}

/** The levels one of which is demanded; matching is exact, as at ProConnect. */
function essentialAcr(claims: unknown): string[] | null {
  if (typeof claims !== "string") return null;
  const acr = (JSON.parse(claims) as RequestedClaims).id_token?.acr;
  if (!acr?.essential) return null;
  return acr.values ?? (acr.value ? [acr.value] : null);
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
  });
  response.end(body);
}
