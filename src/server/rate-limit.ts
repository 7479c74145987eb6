import "server-only";
import { createHmac } from "node:crypto";
import { TooManyRequests } from "@/domain/errors";
import { database } from "./database/client";
import { environment } from "./environment";

/** How often one caller may ask for something. */
export interface RateLimit {
  /** What is counted: callers are counted apart for each name. */
  name: string;
  /** Requests allowed in a window. */
  points: number;
  /** Length of a window, which starts at a caller's first request. */
  seconds: number;
}

/** A call of the public interface, per address. */
export function apiLimit(): RateLimit {
  return { name: "api", points: environment().apiRateLimit, seconds: 60 };
}

/** The start of a sign-in, per address. A whole ministry is often one address: it only stops a machine gone mad. */
export function signInLimit(): RateLimit {
  return { name: "sign-in", points: environment().signInRateLimit, seconds: 60 };
}

/**
 * Counts one request of a caller. Throws `TooManyRequests`, with the seconds left, beyond the limit. One statement that
 * locks the caller's row: exact however many replicas count at once.
 */
export async function consume({ name, points, seconds }: RateLimit, caller: string): Promise<void> {
  const key = `${name}:${fingerprintOf(caller)}`;
  const rows = await database().$queryRaw<{ points: number; left: number }[]>`
    INSERT INTO rate_limit AS counted (key, points, expire)
    VALUES (${key}, 1, clock_timestamp() + ${seconds}::int * interval '1 second')
    ON CONFLICT (key) DO UPDATE SET
      points = CASE WHEN counted.expire <= clock_timestamp() THEN 1
                    ELSE LEAST(counted.points, ${points}::int) + 1 END,
      expire = CASE WHEN counted.expire <= clock_timestamp() THEN excluded.expire
                    ELSE counted.expire END
    RETURNING points, CEIL(EXTRACT(EPOCH FROM expire - clock_timestamp()))::int AS left`;
  const [row] = rows;
  if (row && row.points > points) throw new TooManyRequests(Math.max(1, row.left));
}

/**
 * Who asks: the account first, since a ministry is often one address, else the address as the outermost trusted proxy
 * saw it. Each proxy appends the address it was called from to `X-Forwarded-For`; what stands before the trusted ones
 * is what the client says of itself.
 */
export function callerOf(headers: Headers, agentId?: string): string {
  if (agentId !== undefined) return `agent:${agentId}`;
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((one) => one.trim());
  return `address:${networkOf(chain.at(-environment().trustedProxies) ?? chain[0] ?? "")}`;
}

/** An IPv4 address, or the first four groups of an IPv6 one: a subscriber owns the rest. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.toLowerCase().split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === "" ? [] : tail.split(":");
  const zeros = Array(Math.max(0, 8 - first.length - last.length)).fill("0");
  return [...first, ...zeros, ...last].slice(0, 4).join(":");
}

/** Addresses are personal data: only what recognises them is written. */
function fingerprintOf(caller: string): string {
  return createHmac("sha256", environment().authSecret).update(caller).digest("base64url");
}
