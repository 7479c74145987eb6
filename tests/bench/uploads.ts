import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { routes } from "@/routes";
import { pdf } from "../fixtures/hostile-files/corpus";
import { summary } from "./measure";
import { printMeasures } from "./table";
import { carrierCookie, completeDrafts } from "./volume";

const SENDERS = 8;
const MEGABYTE = 1024 * 1024;
const SIZE = 20 * MEGABYTE;
/** As the browser sends them. */
const PIECE = 4 * MEGABYTE;

/**
 * Files of 20 Mo sent by eight people at once, as their browsers do, beside the same pieces written on this disk with a
 * `fsync` and hashed: what no portal could beat. Prints requests per second and the bytes they carried.
 */
export async function uploads(origin: string): Promise<void> {
  const { cookie, agentId } = await carrierCookie();
  const drafts = await completeDrafts(agentId, SENDERS);
  const bytes = pdf(SIZE);
  const floor = await timed("écriture nue, fsync et SHA-256", writePieces(bytes));
  const sent = await timed("envoi de fichiers", (index, took) =>
    sendFile({ origin, cookie, number: drafts[index]?.number ?? "", bytes, took }),
  );
  printMeasures(`Envoi de ${SENDERS} fichiers de 20 Mo à la fois, par morceaux de 4 Mo`, [
    floor,
    sent,
  ]);
  const perSecond = (sent.perSecond * PIECE) / MEGABYTE;
  console.log(`  Débit reçu, vérifié et gardé: ${perSecond.toFixed(0)} Mo/s`);
}

type Took = (milliseconds: number) => void;

async function timed(name: string, send: (index: number, took: Took) => Promise<void>) {
  const latencies: number[] = [];
  const start = performance.now();
  const all = Array.from({ length: SENDERS }, (_, index) =>
    send(index, (milliseconds) => latencies.push(milliseconds)),
  );
  const errors = (await Promise.allSettled(all)).filter(({ status }) => status === "rejected");
  return summary(name, latencies, (performance.now() - start) / 1000, errors.length);
}

async function sendFile(given: {
  origin: string;
  cookie: string;
  number: string;
  bytes: Buffer;
  took: Took;
}): Promise<void> {
  const { origin, cookie, number, bytes, took } = given;
  const headers = { cookie, origin, "sec-fetch-site": "same-origin", "tus-resumable": "1.0.0" };
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const made = await fetch(origin + routes.files(number), {
    method: "POST",
    headers: {
      ...headers,
      "upload-length": String(bytes.byteLength),
      "upload-metadata": `filename ${base64("essai.pdf")},field ${base64("documents")},sha256 ${base64(sha256)}`,
    },
  });
  if (made.status !== 201) throw new Error(`The announcement answered ${made.status}`);
  const address = origin + made.headers.get("location");
  for (let offset = 0; offset < bytes.byteLength; offset += PIECE) {
    const before = performance.now();
    const answer = await fetch(address, {
      method: "PATCH",
      headers: {
        ...headers,
        "content-type": "application/offset+octet-stream",
        "upload-offset": String(offset),
      },
      body: new Uint8Array(bytes.subarray(offset, offset + PIECE)),
    });
    if (answer.status !== 204) throw new Error(`The bytes were answered ${answer.status}`);
    took(performance.now() - before);
  }
}

function writePieces(bytes: Buffer): (index: number, took: Took) => Promise<void> {
  return async (_index, took) => {
    const folder = await mkdtemp(path.join(tmpdir(), "guichet-bench-"));
    const hash = createHash("sha256");
    for (let offset = 0; offset < bytes.byteLength; offset += PIECE) {
      const before = performance.now();
      const piece = bytes.subarray(offset, offset + PIECE);
      hash.update(piece);
      const file = await open(path.join(folder, randomUUID()), "wx");
      await file.writeFile(piece);
      await file.sync();
      await file.close();
      took(performance.now() - before);
    }
    await rm(folder, { recursive: true });
  };
}
