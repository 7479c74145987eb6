import "server-only";
import type { Json, JsonObject } from "@/domain/evidence/canonical";
import { type DocumentBlock, inGroups } from "@/domain/evidence/document";
import { PAGE_TEMPLATE } from "./page-template";
import type { ServiceOnPaper } from "./paper";
import { typeset } from "./typeset";

/** A document laid out part by part. */
export interface DocumentData {
  service: ServiceOnPaper;
  title: string;
  /** At the foot of each page. */
  foot: string;
  blocks: readonly DocumentBlock[];
  /** The instant of the document: the same facts give the same bytes. */
  at: Date;
}

const TEMPLATE = `
${PAGE_TEMPLATE}
#head()
= #data.title

#for block in data.blocks {
  if block.kind == "heading" {
    heading(level: block.level, block.text)
  } else if block.kind == "text" {
    paragraphs(block.text)
  } else if block.kind == "list" {
    list(..block.items)
  } else if block.kind == "facts" {
    table(
      columns: (38%, 62%),
      stroke: (x: none, y: 0.5pt + luma(170)),
      inset: (x: 4pt, y: 6pt),
      table.header(strong[Élément], strong[Contenu]),
      ..block.rows.map(row => (row.label, row.value)).flatten(),
    )
  } else if block.kind == "table" {
    par(strong(block.caption))
    table(
      columns: block.columns.map(_ => 1fr),
      stroke: (x: none, y: 0.5pt + luma(170)),
      inset: (x: 4pt, y: 6pt),
      table.header(..block.columns.map(column => strong(column))),
      ..block.rows.flatten(),
    )
  } else if block.kind == "fingerprint" {
    par(fingerprint(block.value))
  }
}
`;

/** Sets a document as a tagged PDF/UA-1: what its page shows, in the same order. */
export function documentPdf({ service, title, foot, blocks, at }: DocumentData): Uint8Array {
  const data: JsonObject = {
    title,
    foot,
    service: { ...service },
    blocks: blocks.map(asJson),
  };
  return typeset(TEMPLATE, data, at);
}

function asJson(block: DocumentBlock): Json {
  switch (block.kind) {
    case "fingerprint":
      return { kind: "fingerprint", value: inGroups(block.value) };
    case "list":
      return { kind: "list", items: [...block.items] };
    case "facts":
      return { kind: "facts", rows: block.rows.map((row) => ({ ...row })) };
    case "table":
      return {
        kind: "table",
        caption: block.caption,
        columns: [...block.columns],
        rows: block.rows.map((row) => [...row]),
      };
    default:
      return { ...block };
  }
}
