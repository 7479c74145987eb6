import "server-only";
import type { Readable } from "node:stream";
import { formatShortDay } from "@/domain/calendar";
import { formatAmount } from "@/domain/money";
import { streamedArchive } from "../files/archive";
import { type Cell, decimal, type SheetTable } from "./table";
import { XML_HEADER, xmlStream, xmlText } from "./xml";

const ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

/**
 * A spreadsheet of one sheet (OpenDocument 1.3), written as it is sent. A text is a text, never a formula. Its type comes
 * first and as it is, as the format asks (part 2, 3.3).
 */
export function odsOf(table: SheetTable): Readable {
  return streamedArchive([
    { name: "mimetype", content: () => ODS_TYPE },
    { name: "META-INF/manifest.xml", deflated: true, content: () => XML_HEADER + MANIFEST },
    { name: "content.xml", deflated: true, content: () => xmlStream(content(table)) },
  ]);
}

const NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns";
const namespaces = [
  ["office", "office"],
  ["table", "table"],
  ["text", "text"],
  ["style", "style"],
  ["number", "datastyle"],
  ["fo", "xsl-fo-compatible"],
]
  .map(([prefix, name]) => `xmlns:${prefix}="${NAMESPACE}:${name}:1.0"`)
  .join(" ");

const MANIFEST = `<manifest:manifest xmlns:manifest="${NAMESPACE}:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${ODS_TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>`;

const STYLES = `<office:automatic-styles>
<number:number-style style:name="N1"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<number:date-style style:name="N2"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<style:style style:name="heading" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="amount" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="day" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="column" style:family="table-column"><style:table-column-properties style:column-width="4.5cm"/></style:style>
</office:automatic-styles>`;

async function* content({ name, headings, rows }: SheetTable): AsyncGenerator<string> {
  yield `${XML_HEADER}<office:document-content ${namespaces} office:version="1.3">${STYLES}
<office:body><office:spreadsheet><table:table table:name="${xmlText(name)}">
<table:table-column table:style-name="column" table:number-columns-repeated="${headings.length}"/>
<table:table-header-rows>${row(headings.map((heading) => text(heading, "heading")))}</table:table-header-rows>`;
  for await (const cells of rows) yield row(cells.map(cellXml));
  yield "</table:table></office:spreadsheet></office:body></office:document-content>";
}

const row = (cells: readonly string[]) => `<table:table-row>${cells.join("")}</table:table-row>\n`;

function cellXml(cell: Cell): string {
  if (cell === null || cell === "") return "<table:table-cell/>";
  if (typeof cell === "string") return text(cell);
  if ("count" in cell) {
    const value = `office:value-type="float" office:value="${cell.count}"`;
    return `<table:table-cell ${value}><text:p>${cell.count}</text:p></table:table-cell>`;
  }
  if ("day" in cell) {
    const value = `office:value-type="date" office:date-value="${cell.day}"`;
    return `<table:table-cell table:style-name="day" ${value}><text:p>${formatShortDay(cell.day)}</text:p></table:table-cell>`;
  }
  const value = `office:value-type="float" office:value="${decimal(cell.cents)}"`;
  return `<table:table-cell table:style-name="amount" ${value}><text:p>${formatAmount(cell.cents)}</text:p></table:table-cell>`;
}

function text(value: string, style?: string): string {
  const named = style ? ` table:style-name="${style}"` : "";
  const paragraphs = value.split("\n").map((line) => `<text:p>${spaced(xmlText(line))}</text:p>`);
  return `<table:table-cell${named} office:value-type="string">${paragraphs.join("")}</table:table-cell>`;
}

/** The format joins spaces that follow each other, and drops those of the ends. */
const spaced = (line: string) =>
  line
    .replaceAll("\t", "<text:tab/>")
    .replace(/^ +| {2,}| +$/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);
