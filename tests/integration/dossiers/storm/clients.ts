import { routes } from "@/routes";
import type { StormCarrier } from "./carriers";

/** A server that can be killed and started again at the same address. */
export interface StormServer {
  /** The origin of the portal, which mutations must come from. */
  origin: string;
  url: string;
  start(): Promise<void>;
  /** SIGKILL: nothing is finished, nothing is said. */
  kill(): Promise<void>;
}

export interface Receipt {
  number: string;
  filedAt: string;
  fingerprint: string;
}

/** What a carrier was last told. */
export interface Told {
  carrier: StormCarrier;
  /** Every receipt obtained with the carrier's key, in order. */
  receipts: Receipt[];
  /** Code of the refusal; null when there was none. */
  refusal: string | null;
  /** Sendings without an answer: the connection was cut, or the server away. */
  cuts: number;
}

/** As the browser's form: a wait that grows, the same key until an answer comes. */
const WAITS_MS = [50, 100, 200, 400];
const PATIENCE_MS = 90_000;

/** Sends one filing until it is answered. Throws when nothing answers at all. */
export async function file(server: StormServer, told: Told): Promise<void> {
  const { key, number, content, token } = told.carrier;
  const end = Date.now() + PATIENCE_MS;
  for (let attempt = 0; Date.now() < end; attempt += 1) {
    const answer = await send(server, { key, number, content, reread: "oui" }, token);
    if (answer && answer.status < 500) {
      const body = answer.body as Receipt & { error?: { code: string } };
      if (answer.status === 200) told.receipts.push(body);
      else told.refusal = body.error?.code ?? String(answer.status);
      return;
    }
    told.cuts += 1;
    const wait = WAITS_MS[Math.min(attempt, WAITS_MS.length - 1)];
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  throw new Error(`The filing of ${number} was never answered`);
}

async function send(server: StormServer, body: object, token: string) {
  try {
    const response = await fetch(server.url + routes.file(), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        cookie: `guichet-session=${token}`,
        origin: server.origin,
        "sec-fetch-site": "same-origin",
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  } catch {
    return null;
  }
}
