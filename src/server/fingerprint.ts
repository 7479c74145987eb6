import "server-only";
import { createHash } from "node:crypto";
import { canonical, type Json } from "@/domain/evidence/canonical";

/** SHA-256 of a text or of bytes, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The fingerprint of a value: SHA-256 of its canonical text. */
export function fingerprint(value: Json): string {
  return sha256(canonical(value));
}
