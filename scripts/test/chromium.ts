import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { root } from "../portal/settings";
import { installDebianPackage } from "../runtime/debian";
import { Sentence } from "../runtime/sentence";

/** Playwright's own headless shell, wherever Playwright keeps it. */
export const PLAYWRIGHTS = "";
/** Without windows, hence twice as fast as the browser it is made from. */
const SHELLS = [PLAYWRIGHTS, "/usr/bin/chromium-headless-shell"];
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const DOWNLOAD_MS = 180_000;

/**
 * A Chromium that starts: the one named by CHROMIUM; else a headless shell, Playwright's or the system's; else Debian's,
 * installed; else the system's browser; else Playwright's download. Debian first: its package brings the libraries that
 * the download of Playwright finds missing on a bare machine.
 */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM;
  if (named) {
    const found = await firstOf([named]);
    if (found !== undefined) return found;
    throw new Sentence(`CHROMIUM=${named} does not start: name another, or none.`);
  }
  const found =
    (await firstOf(SHELLS)) ??
    (await after(() => installDebianPackage("chromium-headless-shell"), SHELLS)) ??
    (await firstOf(BROWSERS)) ??
    (await after(() => installDebianPackage("chromium"), BROWSERS)) ??
    (await after(download, SHELLS));
  if (found !== undefined) return found;
  throw new Sentence(
    "No Chromium: install it (Debian: “sudo apt-get install chromium”) or name one with CHROMIUM=/path/to/chromium npm test.",
  );
}

/** Where Debian puts the fonts of Arial's widths, by version. */
const LIBERATION = ["liberation", "liberation2"].map((name) => `/usr/share/fonts/truetype/${name}`);

/** Installs, where it may, a font of Arial's widths: readers have one, a bare machine none, and text is measured in it. */
export function findReadersFont(): void {
  if (!LIBERATION.some((directory) => existsSync(directory))) {
    installDebianPackage("fonts-liberation");
  }
}

async function after(install: () => void, candidates: readonly string[]) {
  install();
  return firstOf(candidates);
}

function download(): void {
  console.log("Downloading Chromium…");
  const command = path.join(root, "node_modules/playwright/cli.js");
  spawnSync(process.execPath, [command, "install", "--only-shell", "chromium"], {
    stdio: "ignore",
    timeout: DOWNLOAD_MS,
  });
}

async function firstOf(candidates: readonly string[]): Promise<string | undefined> {
  for (const file of candidates) if (await starts(file)) return file;
  return undefined;
}

/** A browser may be there and miss a library of the system. */
async function starts(file: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({
      args: ["--no-sandbox"],
      timeout: 30_000,
      ...(file === PLAYWRIGHTS ? {} : { executablePath: file }),
    });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}
