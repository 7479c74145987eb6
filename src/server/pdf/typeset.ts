import "server-only";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { JsonObject } from "@/domain/evidence/canonical";

/** Compiled pieces older than this number of documents are forgotten. */
const CACHE_AGE = 10;

let compiler: NodeCompiler | undefined;

/**
 * Sets a document: tagged PDF/UA-1, fonts embedded. The data goes in as JSON, read by the template, never as source:
 * markup and code inside a text stay text. Throws when the template does not compile or misses what PDF/UA asks for.
 */
export function typeset(template: string, data: JsonObject, at: Date): Uint8Array {
  compiler ??= NodeCompiler.create();
  const pdf = compiler.pdf(
    { mainFileContent: template, inputs: { data: JSON.stringify(data) } },
    { pdfStandard: "ua-1", creationTimestamp: Math.floor(at.getTime() / 1000) },
  );
  compiler.evictCache(CACHE_AGE);
  return new Uint8Array(pdf);
}
