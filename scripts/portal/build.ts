import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { runChild } from "../runtime/children";
import { root } from "./settings";
import { removeUnusedStyles } from "./unused-styles";

export const NEXT = "node_modules/next/dist/bin/next";
const SOURCES = [
  "src",
  "public",
  "next.config.mjs",
  "tsconfig.json",
  "package-lock.json",
  "prisma",
  "scripts/portal/unused-styles.ts",
];

/** Digest of everything the build is made from. */
async function sourcesDigest(env: Record<string, string>): Promise<string> {
  const digest = createHash("sha256");
  for (const source of SOURCES) {
    for (const file of await filesUnder(path.join(root, source))) {
      digest.update(path.relative(root, file)).update(await readFile(file));
    }
  }
  for (const [name, value] of Object.entries({ ...process.env, ...env }).sort()) {
    if (name.startsWith("SERVICE_")) digest.update(`${name}=${value}`);
  }
  return digest.digest("hex");
}

async function filesUnder(place: string): Promise<string[]> {
  if (!existsSync(place)) return [];
  if ((await stat(place)).isFile()) return [place];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(`${path.sep}database${path.sep}generated${path.sep}`))
    .sort();
}

/** The whole schema: one file per subject. */
async function schemaText(): Promise<string> {
  const directory = path.join(root, "prisma");
  const names = (await readdir(directory)).filter((name) => name.endsWith(".prisma")).sort();
  const files = await Promise.all(
    names.map((name) => readFile(path.join(directory, name), "utf8")),
  );
  return files.join("\n");
}

/** Generates the Prisma client unless it is the schema's. The command wants an engine it does not use. */
export async function generateClient(): Promise<void> {
  const schema = await schemaText();
  const lock = await readFile(path.join(root, "node_modules/prisma/package.json"), "utf8");
  const digest = createHash("sha256").update(schema).update(lock).digest("hex");
  const generated = path.join(root, "src/server/database/generated");
  const stamp = path.join(root, "node_modules/.cache/guichet-prisma-client");
  if (existsSync(path.join(generated, "client.ts")) && (await text(stamp)) === digest) return;
  await runChild(
    "prisma generate",
    "node_modules/prisma/build/index.js",
    {
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
      args: ["generate", "--schema", "prisma"],
      quiet: true,
    },
    "Prisma could not generate its client: the reason is above.",
  );
  await write(stamp, digest);
}

/** Writes next-env.d.ts and the types of the routes, which a fresh clone has not. */
export async function generateRouteTypes(): Promise<void> {
  await runChild(
    "next typegen",
    NEXT,
    { env: {}, args: ["typegen"], quiet: true },
    "Next could not generate the types of the routes: the reason is above.",
  );
}

/**
 * Keeps, in the style sheets of react-dsfr, the icons, the components and the colours the sources name. They are made
 * again from files that stay whole, so running twice, or after a component is added, gives the right sheet.
 */
export async function trimStyles(): Promise<void> {
  for (const args of [["update-icons"], ["only-include-used-components", "--strict"]]) {
    await runChild(
      "react-dsfr",
      "node_modules/@codegouvfr/react-dsfr/bin/react-dsfr.js",
      { env: {}, args, quiet: true },
      "react-dsfr could not prepare its style sheets: the reason is above.",
    );
  }
  await removeUnusedStyles();
}

/** Builds the portal unless the build in `distDir` is already that of these sources. */
export async function buildPortal(distDir: string, env: Record<string, string>): Promise<void> {
  const stamp = path.join(root, distDir, "guichet-sources");
  const digest = await sourcesDigest(env);
  if ((await text(stamp)) === digest) return;
  console.log("Building the portal (once per version, about a minute)…");
  await rm(stamp, { force: true });
  await trimStyles();
  await runChild(
    "next build",
    NEXT,
    { env: { ...env, NODE_ENV: "production" }, args: ["build"], quiet: true },
    "The build failed: the reason is above.",
  );
  await write(stamp, digest);
}

function text(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(() => undefined);
}

async function write(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}
