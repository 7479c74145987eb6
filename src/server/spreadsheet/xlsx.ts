import "server-only";
import type { Readable } from "node:stream";
import { type Day, daysBetween } from "@/domain/calendar";
import { streamedArchive } from "../files/archive";
import { type Cell, decimal, type SheetTable } from "./table";
import { XML_HEADER, xmlStream, xmlText } from "./xml";

/**
 * A workbook of one sheet (ECMA-376), written as it is sent: the library of the other exports holds its sheet whole, and a
 * list has no end. A text is a text, never a formula; the first row stays in sight.
 */
export function xlsxOf(table: SheetTable): Readable {
  return streamedArchive([
    part("[Content_Types].xml", CONTENT_TYPES),
    part("_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]])),
    part("xl/workbook.xml", workbook(table.name)),
    part(
      "xl/_rels/workbook.xml.rels",
      relations([
        ["worksheet", "worksheets/sheet1.xml"],
        ["styles", "styles.xml"],
      ]),
    ),
    part("xl/styles.xml", STYLES),
    { ...part("xl/worksheets/sheet1.xml", ""), content: () => xmlStream(sheet(table)) },
  ]);
}

const part = (name: string, xml: string) => ({
  name,
  deflated: true,
  content: () => XML_HEADER + xml,
});

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const CONTENT_TYPES = `<Types xmlns="${PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>
</Types>`;

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

const workbook = (name: string) =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${xmlText(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

/** Places in `cellXfs`. 4 and 14 are the built-in formats of amounts and dates, shown as the reader's country writes them. */
const STYLE = { heading: 1, amount: 2, day: 3 } as const;
const STYLES = `<styleSheet xmlns="${MAIN}">
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>
</styleSheet>`;

async function* sheet({ headings, rows }: SheetTable): AsyncGenerator<string> {
  yield `${XML_HEADER}<worksheet xmlns="${MAIN}">
<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>
<cols><col min="1" max="${headings.length}" width="22" customWidth="1"/></cols><sheetData>`;
  yield row(1, headings, (heading, place) => text(heading, `${place}" s="${STYLE.heading}`));
  let number = 1;
  for await (const cells of rows) {
    number += 1;
    yield row(number, cells, cellXml);
  }
  yield "</sheetData></worksheet>";
}

/** A row; each cell is given its place, `B7`. */
function row<Value>(
  number: number,
  cells: readonly Value[],
  write: (cell: Value, place: string) => string,
): string {
  const written = cells.map((cell, index) => write(cell, `${column(index)}${number}`));
  return `<row r="${number}">${written.join("")}</row>`;
}

/** `A` to `Z`, then `AA`. */
function column(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : column(Math.floor(index / 26) - 1) + letter;
}

function cellXml(cell: Cell, place: string): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "string") return text(cell, place);
  if ("count" in cell) return `<c r="${place}"><v>${cell.count}</v></c>`;
  const [style, value] =
    "day" in cell ? [STYLE.day, serial(cell.day)] : [STYLE.amount, decimal(cell.cents)];
  return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
}

const text = (value: string, place: string) =>
  `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;

/** Spreadsheets count the days from this one. */
const serial = (day: Day) => daysBetween("1899-12-30", day);
