import autocannon, { type Request, type Result } from "autocannon";

/** What 16 connections obtained: answers per second and latencies in milliseconds. */
export interface Measure {
  name: string;
  perSecond: number;
  p50: number;
  p95: number;
  /** Answers that were not 2xx or 3xx: a measure with errors is not one. */
  errors: number;
}

export const CONNECTIONS = 16;
/** Short enough for what disturbs the machine to fall on every address, long enough for each connection to be answered. */
const TURN_MS = 2_000;
const LEAST_ANSWERS = 4 * CONNECTIONS;
const TURNS = 3;

interface Address {
  name: string;
  url: string;
  headers?: Record<string, string>;
}

interface Load extends Address {
  /** Body and address of each request: no two are the same. */
  next: () => { method: "PUT" | "POST"; path: string; body: string };
  /** Number of requests. */
  amount: number;
}

/**
 * Asks each address the same GET with 16 connections, one address after the other, several times round: a machine that is
 * shared slows now and then, and so slows them all. A turn is a number of requests, all of them awaited: one cut by the
 * clock would leave out the slowest. Returns what each address obtained over all its turns, in their order.
 */
export async function compareAddresses(addresses: readonly Address[]): Promise<Measure[]> {
  const amounts: number[] = [];
  for (const address of addresses) {
    amounts.push(Math.max(LEAST_ANSWERS, Math.round(TURN_MS / (await warmUp(address)))));
  }
  const turns = addresses.map((): Obtained[] => []);
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [index, { url, headers = {} }] of addresses.entries()) {
      const amount = amounts[index] ?? LEAST_ANSWERS;
      turns[index]?.push(await obtain({ url, headers, amount }));
    }
  }
  return addresses.map(({ name }, index) => {
    const own = turns[index] ?? [];
    const total = (of: (turn: Obtained) => number) => own.reduce((sum, turn) => sum + of(turn), 0);
    return summary(
      name,
      own.flatMap(({ latencies }) => latencies),
      total(({ seconds }) => seconds),
      total(({ errors }) => errors),
    );
  });
}

/** Sends an amount of requests with 16 connections and returns what they obtained. */
export async function measure({ name, next, ...load }: Load): Promise<Measure> {
  const { latencies, seconds, errors } = await obtain({
    ...load,
    requests: [{ setupRequest: (request: Request): Request => ({ ...request, ...next() }) }],
  });
  return summary(name, latencies, seconds, errors);
}

interface Obtained {
  latencies: number[];
  seconds: number;
  errors: number;
}

async function obtain(options: autocannon.Options): Promise<Obtained> {
  const latencies: number[] = [];
  let refused = 0;
  const { duration, errors, timeouts } = await new Promise<Result>((resolve, reject) => {
    const run = autocannon({ ...options, connections: CONNECTIONS }, (error, result) =>
      error ? reject(error) : resolve(result),
    );
    run.on("response", (_client, status, _bytes, time) => {
      if (status >= 200 && status < 400) latencies.push(time);
      else refused += 1;
    });
  });
  return { latencies, seconds: duration, errors: refused + errors + timeouts };
}

/** Figures of latencies in milliseconds obtained during a number of seconds. */
export function summary(name: string, latencies: number[], seconds: number, errors = 0): Measure {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (quantile: number) => sorted[Math.floor(sorted.length * quantile)] ?? 0;
  return { name, perSecond: sorted.length / seconds, p50: at(0.5), p95: at(0.95), errors };
}

/** The first answers compile and open connections: they are not measured. Returns the milliseconds the last ones took. */
async function warmUp({ url, headers = {} }: Address): Promise<number> {
  const last: number[] = [];
  for (let count = 0; count < 20; count += 1) {
    const start = performance.now();
    const answer = await fetch(url, { headers, redirect: "manual" });
    await answer.arrayBuffer();
    if (answer.status >= 400) throw new Error(`${url} answered ${answer.status}`);
    if (count >= 10) last.push(performance.now() - start);
  }
  return last.reduce((all, each) => all + each, 0) / last.length;
}
