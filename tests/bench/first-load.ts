import { gzipSync } from "node:zlib";

/** Bytes a browser downloads to show a page for the first time, compressed, in kB of 1000 bytes. */
export interface FirstLoad {
  html: number;
  script: number;
  style: number;
}

/** Scripts for browsers without modules are left out: no browser the DSFR supports downloads them. */
const SCRIPT = /<script(?![^>]*\snoModule)[^>]*\ssrc="([^"]+)"/gi;
const STYLE = /<link[^>]*\srel="stylesheet"[^>]*>/g;
const kilobytes = (content: Buffer) => gzipSync(content, { level: 9 }).length / 1000;

/** Reads a page as a browser without cache does: its HTML, the scripts and the style sheets it names. */
export async function firstLoad(url: string): Promise<FirstLoad> {
  const html = await download(url);
  const text = html.toString("utf8");
  const scripts = [...text.matchAll(SCRIPT)].map(([, source = ""]) => source);
  const styles = [...text.matchAll(STYLE)].map(
    ([link]) => /\shref="([^"]+)"/.exec(link)?.[1] ?? "",
  );
  return {
    html: kilobytes(html),
    script: await total(url, scripts),
    style: await total(url, styles),
  };
}

async function total(page: string, sources: readonly string[]): Promise<number> {
  let sum = 0;
  for (const source of new Set(sources)) {
    sum += kilobytes(await download(new URL(source.replaceAll("&amp;", "&"), page).href));
  }
  return sum;
}

async function download(url: string): Promise<Buffer> {
  const answer = await fetch(url, { headers: { "accept-encoding": "identity" } });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}
