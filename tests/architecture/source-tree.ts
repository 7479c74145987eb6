import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");

export interface SourceFile {
  /** From the root, with slashes: `src/domain/money.ts`. */
  path: string;
  text: string;
  lines: number;
}

/** Every file below a folder of the project, generated code left out. */
export function filesUnder(folder: string, extensions = /\.(ts|tsx|mjs|css|scss)$/): SourceFile[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.test(entry.name))
    .map((entry) =>
      path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
    )
    .filter((file) => !/\/generated\/|\/\.next/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(ROOT, file), "utf8");
      return { path: file, text, lines: text.split("\n").length - 1 };
    });
}

export interface Import {
  /** As resolved from the root (`src/domain/money`), or the package's name. */
  target: string;
  typeOnly: boolean;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^;'"]*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g;

/** What a file imports, static and dynamic. */
export function importsOf(file: SourceFile): Import[] {
  return [...file.text.matchAll(IMPORT)].map((match) => {
    const specifier = match[2] ?? match[3] ?? "";
    return { target: resolve(file.path, specifier), typeOnly: match[1] !== undefined };
  });
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith("@/")) return `src/${specifier.slice(2)}`;
  if (specifier.startsWith(".")) return path.posix.join(path.posix.dirname(from), specifier);
  return specifier;
}
