import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { PurgeCSS } from "purgecss";
import { root } from "./settings";

const DSFR = path.join(root, "node_modules/@codegouvfr/react-dsfr");
const SHEET = path.join(DSFR, "dsfr/dsfr.min.css");

/** What may name a class of the DSFR, as text. */
export interface Readers {
  /** What writes pages: the portal's own code and sheets, and what it takes from react-dsfr. */
  pages: string;
  /** The DSFR's own script, which writes its classes without their prefix. */
  script: string;
  /** The other style sheets: they read variables. */
  sheets: string;
}

const words = (text: string): string[] => text.match(/[\w@-]+/g) ?? [];

/** Beginnings of classes whose end is computed: `fr-badge--${severity}`. */
const beginnings = (text: string): RegExp[] =>
  [...new Set(text.match(/\bfr-[\w-]*-(?=\$\{|["'])/g))].map((start) => new RegExp(`^${start}`));

/** States the DSFR's script gives to what opens and closes: the name of a component, then its state. */
const STATES = /--(?:expanded|opened|selected)$/;

/**
 * The sheet without the rules of the classes of the DSFR that nobody names, nor the variables that nobody reads. Tags and
 * attributes are kept whatever they are: a page may come by them from a text or a script.
 */
export async function withoutUnusedStyles(css: string, readers: Readers): Promise<string> {
  const { pages, script, sheets } = readers;
  const named = [...words(pages), ...words(script).map((word) => `fr-${word}`)];
  const read = `${pages}${sheets}`.match(/var\(--[\w-]+/g) ?? [];
  const [, purged] = await new PurgeCSS().purge({
    // What is read elsewhere comes first: what it reads in turn is then kept as well.
    css: [{ raw: `p{${read.map((variable) => `all:${variable})`).join(";")}}` }, { raw: css }],
    content: [{ raw: named.join(" "), extension: "txt" }],
    defaultExtractor: (text) => text.split(" "),
    variables: true,
    dynamicAttributes: [...new Set(css.match(/(?<=\[)(?!class)[\w-]+/g))],
    safelist: { standard: [/^(?!fr-|class$)/, STATES, ...beginnings(pages)] },
  });
  if (!purged) throw new Error("The style sheet was lost");
  return purged.css;
}

/**
 * Halves the weight of react-dsfr's sheet, which each page waits for before it is drawn. To be run after react-dsfr has
 * made its sheet again.
 */
export async function removeUnusedStyles(): Promise<void> {
  const readers = {
    pages: [
      await textsUnder(path.join(root, "src"), /(?<!\.test)\.tsx?$|\.css$/),
      await readFile(path.join(DSFR, "ProConnectButton.js"), "utf8"),
    ].join("\n"),
    script: await readFile(path.join(DSFR, "dsfr/dsfr.module.js"), "utf8"),
    sheets: [
      await textsUnder(path.join(DSFR, "assets"), /\.css$/),
      await readFile(path.join(DSFR, "dsfr/utility/icons/icons.min.css"), "utf8"),
    ].join("\n"),
  };
  await writeFile(SHEET, await withoutUnusedStyles(await readFile(SHEET, "utf8"), readers));
}

async function textsUnder(directory: string, names: RegExp): Promise<string> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && names.test(entry.name));
  const texts = await Promise.all(
    files.map((file) => readFile(path.join(file.parentPath, file.name), "utf8")),
  );
  return texts.join("\n");
}
