import { documentPdf } from "@/server/pdf/document";
import { onPaper } from "@/server/pdf/paper";
import type { Note } from "./note";

/** The note on paper: what its page shows, in the same order. */
export function notePdf({ title, foot, blocks, now }: Note): Uint8Array {
  return documentPdf({ service: onPaper(), title, foot, blocks, at: now });
}
