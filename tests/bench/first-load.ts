import { gzipSync } from "node:zlib";
import { type Aim, printTable } from "./table";

const SCRIPT_AIM: Aim = { atMost: 160 };
const STYLE_AIM: Aim = { atMost: 65 };

export interface LoadedPage {
  name: string;
  url: string;
  /** Of whoever is signed in to read it. */
  cookie?: string;
  /** A page of reference has no aim. */
  reference?: true;
}

/** Bytes a browser downloads to show a page for the first time, compressed, in kB of 1000 bytes. */
interface FirstLoad {
  html: number;
  script: number;
  style: number;
}

/** Scripts for browsers without modules are left out: no browser the DSFR supports downloads them. */
const SCRIPT = /<script(?![^>]*\snoModule)[^>]*\ssrc="([^"]+)"/gi;
const STYLE = /<link[^>]*\srel="stylesheet"[^>]*>/g;
const kilobytes = (content: Buffer) => gzipSync(content, { level: 9 }).length / 1000;

/** Prints what the first load of each page weighs, beside the aims. */
export async function weights(pages: readonly LoadedPage[]): Promise<void> {
  const loads: { page: LoadedPage; load: FirstLoad }[] = [];
  for (const page of pages) loads.push({ page, load: await firstLoad(page) });
  const table = (what: "script" | "style", title: string, aim: Aim) =>
    printTable(
      title,
      ["HTML", what === "script" ? "JavaScript" : "CSS"],
      loads.map(({ page, load }) => ({
        name: page.name,
        cells: [load.html.toFixed(1), load[what].toFixed(1)],
        ...(!page.reference && { aimed: { figure: load[what], aim } }),
      })),
    );
  table("script", "JavaScript du premier chargement, en kB compressés (gzip)", SCRIPT_AIM);
  table("style", "CSS du premier chargement, en kB compressés (gzip)", STYLE_AIM);
}

/** Reads a page as a browser without cache does: its HTML, the scripts and the style sheets it names. */
async function firstLoad({ name, url, cookie }: LoadedPage): Promise<FirstLoad> {
  const html = await download(url, cookie);
  const text = html.toString("utf8");
  const scripts = [...text.matchAll(SCRIPT)].map(([, source = ""]) => source);
  if (scripts.length === 0) throw new Error(`${name}: the page names no script`);
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

async function download(url: string, cookie?: string): Promise<Buffer> {
  const headers = { "accept-encoding": "identity", ...(cookie && { cookie }) };
  const answer = await fetch(url, { headers, redirect: "manual" });
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}
