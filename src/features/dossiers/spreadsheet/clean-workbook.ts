import "server-only";
import { ZipArchive } from "archiver";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";

/** What a spreadsheet of a few hundred lines unpacks to, with room to spare. */
const MAX_UNPACKED = 20 * 1024 * 1024;
/** The parts a sheet is read from; pictures, macros and the rest are left where they are. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/;

/**
 * An XLSX file packed again with the parts its sheets are read from, each inflated under a limit: what reads it next
 * inflates without counting, and believes what the archive says of itself. Null when it is no such file, or too large.
 */
export async function cleanWorkbook(bytes: Buffer): Promise<Buffer | null> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true }).catch(() => null);
  if (!zip) return null;
  const packed = new ZipArchive({ store: true });
  let left = MAX_UNPACKED;
  try {
    for await (const entry of zip.eachEntry()) {
      if (!PARTS.test(entry.fileName)) continue;
      const part = await inflate(zip, entry, left);
      if (part === null) return null;
      left -= part.length;
      packed.append(part, { name: entry.fileName });
    }
  } catch {
    return null;
  } finally {
    zip.close();
  }
  const chunks: Buffer[] = [];
  packed.on("data", (chunk: Buffer) => chunks.push(chunk));
  await packed.finalize();
  return Buffer.concat(chunks);
}

/** The bytes of an entry; null once they pass the limit, whatever the entry announced. */
async function inflate(zip: ZipFile, entry: Entry, limit: number): Promise<Buffer | null> {
  if (entry.uncompressedSize > limit) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
