import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

/**
 * The headers under which bytes written by others leave: to be kept, never to be shown by the browser, whatever they
 * hold and whatever it guesses.
 */
function attachmentHeaders(name: string, mediaType: string): Record<string, string> {
  const plain = name.normalize("NFD").replace(/[^\x20-\x7e]|["\\%;]/g, "") || "fichier";
  return {
    "content-type": mediaType,
    "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "cross-origin-resource-policy": "same-origin",
  };
}

/** RFC 8187: what `encodeURIComponent` leaves and the grammar does not. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Bytes as an answer that a browser saves under a name. `size` in bytes, when it is known. */
export function attachment(
  bytes: Readable,
  { name, mediaType, size }: { name: string; mediaType: string; size?: number },
): Response {
  const headers = attachmentHeaders(name, mediaType);
  if (size !== undefined) headers["content-length"] = String(size);
  const body = Readable.toWeb(bytes) as ReadableStream<Uint8Array>;
  return new Response(body as BodyInit, { headers });
}
