import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { root } from "./settings";

const SHEET = path.join(root, "node_modules/@codegouvfr/react-dsfr/dsfr/dsfr.min.css");
const ICONS = path.join(
  root,
  "node_modules/@codegouvfr/react-dsfr/dsfr/utility/icons/icons.min.css",
);
const ASSETS = path.join(root, "node_modules/@codegouvfr/react-dsfr/assets");

/** A class of the DSFR in one of its seventeen accent colours: `fr-badge--green-emeraude`. */
const ACCENT = /fr-[\w-]+--(?:green|blue|purple|pink|yellow|orange|brown|beige)-[a-z-]+/g;
/** A rule without rules inside. At-rules other than those around it are left alone. */
const LEAF_RULE = /([^{}@;]+)\{([^{}]*)\}/g;

/** The selectors of a list: commas inside `:not(…)` or `:is(…)` separate nothing. */
function selectors(list: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < list.length; index += 1) {
    const character = list[index];
    if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    else if (character === "," && depth === 0) {
      found.push(list.slice(start, index));
      start = index + 1;
    }
  }
  return [...found, list.slice(start)];
}

/** The sheet without the rules of accent colours whose class is not in `kept`. */
export function withoutUnusedAccents(css: string, kept: ReadonlySet<string>): string {
  return css.replace(LEAF_RULE, (_rule, list: string, body: string) => {
    const used = selectors(list).filter((selector) =>
      [...selector.matchAll(ACCENT)].every(([name]) => kept.has(name)),
    );
    return used.length > 0 ? `${used.join(",")}{${body}}` : "";
  });
}

/** The sheet without the variables that neither it nor `others` read, until none is left. */
export function withoutUnusedVariables(css: string, others: string): string {
  const used = new Set([...`${css}${others}`.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  const kept = css.replace(/(?<=[;{])(--[\w-]+):[^;{}]*;?/g, (declaration, name: string) =>
    used.has(name) ? declaration : "",
  );
  return kept.length === css.length ? kept : withoutUnusedVariables(kept, others);
}

/**
 * Takes out of react-dsfr's sheet, a fifth of its weight, the accent colours that the sources do not name and the
 * variables nobody reads. To be run after react-dsfr has made its sheet again.
 */
export async function trimAccents(): Promise<void> {
  const sources = await textsUnder(path.join(root, "src"), /\.(?:tsx?|css)$/);
  const others = [sources, await textsUnder(ASSETS, /\.css$/), await readFile(ICONS, "utf8")];
  const kept = new Set([...sources.matchAll(ACCENT)].map(([name]) => name));
  const css = await readFile(SHEET, "utf8");
  await writeFile(
    SHEET,
    withoutUnusedVariables(withoutUnusedAccents(css, kept), others.join("\n")),
  );
}

async function textsUnder(directory: string, names: RegExp): Promise<string> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && names.test(entry.name));
  const texts = await Promise.all(
    files.map((file) => readFile(path.join(file.parentPath, file.name), "utf8")),
  );
  return texts.join("\n");
}
