import "server-only";
import { BusinessError } from "@/domain/errors";

/** Largest body of a request, in bytes, unless its handler says otherwise: 256 KiB. */
export const MAX_BODY = 256 * 1024;

/**
 * The body as text. Throws `too-large` as soon as it passes the limit, whatever Content-Length says, and `invalid-input`
 * when it is not UTF-8.
 */
export async function readLimited(request: Request, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      throw new BusinessError(
        "too-large",
        `La demande dépasse ${Math.floor(maxBytes / 1024)}\u00A0ko\u00A0: raccourcissez-la.`,
      );
    }
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new BusinessError("invalid-input", "Le corps de la demande n’est pas de l’UTF-8.");
  }
}

/** The JSON of a body. Throws `invalid-input` when it is none. */
export function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new BusinessError("invalid-input", "Le corps de la demande n’est pas du JSON valide.");
  }
}

/**
 * The JSON of a request that must be nothing else. Throws `invalid-input` for another media type or for what is not
 * JSON, `too-large` beyond the limit.
 */
export async function readJson(request: Request, maxBytes: number = MAX_BODY): Promise<unknown> {
  const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
  if (type.trim().toLowerCase() !== "application/json") {
    throw new BusinessError("invalid-input", "Cette adresse attend du JSON (application/json).");
  }
  return parseJson(await readLimited(request, maxBytes));
}
