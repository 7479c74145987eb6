import "server-only";
import { createHmac } from "node:crypto";
import { environment } from "./environment";

/**
 * The secret of the link an expert receives, made of the request's id: nothing of it is stored but its hash, and each
 * reminder makes it again. 256 bits, URL-safe.
 */
export function opinionToken(id: string): string {
  return createHmac("sha256", environment().authSecret).update(`opinion:${id}`).digest("base64url");
}
