import "server-only";
import { connect } from "node:net";
import type { Readable } from "node:stream";

/** What clamd says of bytes: nothing found, or the name of what was. */
export type Verdict = { infected: false } | { infected: true; signature: string };

const PATIENCE_MS = 120_000;
/** Largest piece sent at once: clamd reads a length of 32 bits, and a small one keeps memory low. */
const CHUNK = 64 * 1024;

/**
 * Sends bytes to clamd by its INSTREAM command and returns its verdict. Throws when it cannot be reached, does not answer
 * in two minutes or says an error of its own: the file is then not analysed, whatever was sent.
 */
export async function scan(address: string, bytes: Readable): Promise<Verdict> {
  const colon = address.lastIndexOf(":");
  const socket = connect({ host: address.slice(0, colon), port: Number(address.slice(colon + 1)) });
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error("clamd does not answer")));
  const answer = replyOf(socket);
  // The writing below may fail first; whoever waits for the answer gets the reason.
  answer.catch(() => undefined);
  try {
    await write(socket, "zINSTREAM\0");
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      for (let start = 0; start < chunk.byteLength; start += CHUNK) {
        const part = chunk.subarray(start, start + CHUNK);
        const length = Buffer.alloc(4);
        length.writeUInt32BE(part.byteLength);
        await write(socket, Buffer.concat([length, part]));
      }
    }
    await write(socket, Buffer.alloc(4));
    return verdictOf(await answer);
  } finally {
    bytes.destroy();
    socket.destroy();
  }
}

function write(socket: ReturnType<typeof connect>, bytes: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/** All that clamd says before it closes. */
function replyOf(socket: ReturnType<typeof connect>): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    socket.on("data", (part: Buffer) => parts.push(part));
    socket.once("error", reject);
    socket.once("close", () => resolve(Buffer.concat(parts).toString("utf8")));
  });
}

function verdictOf(reply: string): Verdict {
  const text = reply.replaceAll("\0", "").trim();
  if (text === "stream: OK") return { infected: false };
  const found = /^stream: (.+) FOUND$/.exec(text);
  if (found?.[1]) return { infected: true, signature: found[1] };
  throw new Error("clamd gave no verdict");
}
