import { MAX_FILE_SIZE, TOO_LARGE } from "@/domain/dossier/files";
import { BusinessError } from "@/domain/errors";
import { readAnnouncedFile } from "./announced";

/**
 * The words of tus 1.0.0 (https://tus.io/protocols/resumable-upload), core and creation: what the portal needs of it,
 * on its own rows and its own rights.
 */
const VERSION = "1.0.0";

/** The answer to a request of the protocol. */
export function tusAnswer(status: number, headers: Readonly<Record<string, string>>): Response {
  return new Response(null, { status, headers: { ...headers, "tus-resumable": VERSION } });
}

const malformed = () =>
  new BusinessError(
    "invalid-input",
    "L’envoi n’est pas lisible. Rechargez la page et recommencez.",
  );

/** Refuses another protocol than the one spoken here. */
export function requireTus(headers: Headers): void {
  if (headers.get("tus-resumable") !== VERSION) throw malformed();
}

/** The file that a creation announces. Throws with a sentence for what it may not be. */
export function announcement(headers: Headers) {
  requireTus(headers);
  const size = count(headers.get("upload-length"));
  if (size > MAX_FILE_SIZE) throw new BusinessError("too-large", TOO_LARGE);
  const { field = "", filename = "", sha256 } = metadata(headers.get("upload-metadata") ?? "");
  return readAnnouncedFile({
    field,
    name: filename,
    size,
    ...(sha256 && { sha256 }),
  });
}

/** Where the bytes of a request begin in the file, and how many it says it brings. */
export function placeOf(headers: Headers): { offset: number; length: number | null } {
  requireTus(headers);
  if (headers.get("content-type") !== "application/offset+octet-stream") throw malformed();
  const length = headers.get("content-length");
  return {
    offset: count(headers.get("upload-offset")),
    length: length === null ? null : count(length),
  };
}

function count(text: string | null): number {
  if (!text || !/^\d{1,15}$/.test(text)) throw malformed();
  return Number(text);
}

/** `name base64,name base64`: UTF-8 texts by name. */
function metadata(text: string): Record<string, string> {
  if (text.length > 4_000) throw malformed();
  const pairs = text.split(",").map((pair) => pair.trim().split(" "));
  return Object.fromEntries(
    pairs.map(([name = "", value = ""]) => [name, Buffer.from(value, "base64").toString("utf8")]),
  );
}

/**
 * Gives the bytes of a request to whoever takes them, and reads what they left: a browser hears a refusal once it has
 * sent everything, and a connection half read would hold back the next request on it.
 */
export async function consumed<Result>(
  { body }: Request,
  take: (bytes: AsyncIterable<Uint8Array>) => Promise<Result>,
): Promise<Result> {
  if (!body) return take(nothing());
  try {
    return await take(body.values({ preventCancel: true }));
  } catch (error) {
    await drain(body);
    throw error;
  }
}

async function drain(body: ReadableStream<Uint8Array>): Promise<void> {
  try {
    for await (const _left of body.values());
  } catch {
    // The browser is gone: there is nothing left to read, and nobody to answer.
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
