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
/** Long enough to pass the warm-up, short enough for a dozen of them. */
const SECONDS = 6;

interface Load {
  name: string;
  url: string;
  headers?: Record<string, string>;
  /** Body and address of each request, when no two are the same; without it the same GET is repeated. */
  next?: () => { method: "PUT" | "POST"; path: string; body: string };
  /** Number of requests, where they are counted rather than timed. */
  amount?: number;
}

/** Loads an address with 16 connections and returns what they obtained. */
export async function measure({ name, url, headers, next, amount }: Load): Promise<Measure> {
  if (!next) await warmUp(url, headers);
  const latencies: number[] = [];
  let refused = 0;
  const options: autocannon.Options = {
    url,
    connections: CONNECTIONS,
    ...(amount ? { amount } : { duration: SECONDS }),
    ...(headers && { headers }),
    ...(next && {
      requests: [{ setupRequest: (request: Request): Request => ({ ...request, ...next() }) }],
    }),
  };
  const { duration, errors, timeouts } = await new Promise<Result>((resolve, reject) => {
    const run = autocannon(options, (error, result) => (error ? reject(error) : resolve(result)));
    run.on("response", (_client, status, _bytes, time) => {
      if (status >= 200 && status < 400) latencies.push(time);
      else refused += 1;
    });
  });
  return summary(name, latencies, duration, refused + errors + timeouts);
}

/** Figures of latencies in milliseconds obtained during a number of seconds. */
export function summary(name: string, latencies: number[], seconds: number, errors = 0): Measure {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (quantile: number) => sorted[Math.floor(sorted.length * quantile)] ?? 0;
  return { name, perSecond: sorted.length / seconds, p50: at(0.5), p95: at(0.95), errors };
}

/** The first answers compile and open connections: they are not measured. */
async function warmUp(url: string, headers: Record<string, string> = {}): Promise<void> {
  for (let count = 0; count < 20; count += 1) {
    const answer = await fetch(url, { headers, redirect: "manual" });
    await answer.arrayBuffer();
    if (answer.status >= 400) throw new Error(`${url} answered ${answer.status}`);
  }
}
