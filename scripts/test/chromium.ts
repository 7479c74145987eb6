import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { root } from "../portal/settings";
import { Sentence } from "../runtime/sentence";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const DOWNLOAD_MS = 180_000;

/**
 * The path of a Chromium that starts: the one named by CHROMIUM, Playwright's, the system's; when
 * there is none, installs Playwright's or, where its download is closed, Debian's package.
 */
export function findChromium(): string {
  const found = candidates().find(starts);
  if (found) return found;
  console.log("Installing Chromium…");
  const command = path.join(root, "node_modules/playwright/cli.js");
  spawnSync(process.execPath, [command, "install", "chromium"], {
    stdio: "ignore",
    timeout: DOWNLOAD_MS,
  });
  const downloaded = candidates().find(starts);
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-q"], { stdio: "ignore", env });
    spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], {
      stdio: "ignore",
      env,
    });
  }
  const installed = candidates().find(starts);
  if (installed) return installed;
  throw new Sentence(
    "No Chromium: install it (Debian: “sudo apt-get install chromium”) or name one with CHROMIUM=/path/to/chromium npm test.",
  );
}

function candidates(): string[] {
  const named = process.env.CHROMIUM;
  return named ? [named] : [chromium.executablePath(), ...SYSTEM];
}

/** A browser may be there and miss a library of the system. */
function starts(file: string): boolean {
  if (!existsSync(file)) return false;
  return spawnSync(file, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}
