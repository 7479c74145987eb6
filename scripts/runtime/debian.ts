import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const APT = "/usr/bin/apt-get";
/** A mirror that does not answer, another installation under way: neither holds the tests for ever. */
const PATIENCE = [
  ...["-o", "Acquire::http::Timeout=20"],
  ...["-o", "Acquire::Retries=1"],
  ...["-o", "DPkg::Lock::Timeout=120"],
];
const PATIENCE_MS = 300_000;

/** Installs a package of Debian where this process may; does nothing elsewhere. The caller looks at what is there then. */
export function installDebianPackage(name: string): void {
  if (process.getuid?.() !== 0 || !existsSync(APT)) return;
  console.log(`Installing ${name}…`);
  const apt = (...args: string[]) =>
    spawnSync(APT, [...PATIENCE, ...args], {
      stdio: "ignore",
      timeout: PATIENCE_MS,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  const install = () => apt("install", "-y", "-q", "--no-install-recommends", "--no-remove", name);
  // The list of packages may be older than the mirror, or empty.
  if (!install() && apt("update", "-q")) install();
}
