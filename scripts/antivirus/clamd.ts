import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { installDebianPackage } from "../runtime/debian";
import { Sentence } from "../runtime/sentence";

const PLACES = [
  "/usr/sbin/clamd",
  "/usr/bin/clamd",
  "/usr/local/sbin/clamd",
  "/opt/homebrew/sbin/clamd",
];
const PATIENCE_MS = 60_000;

/**
 * The one signature of the demonstration and of the tests: the text that antivirus makers agreed on to try their
 * products. It proves the way a file goes, not the quality of the detection: production has freshclam's signatures.
 */
const EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
const SIGNATURES = `Guichet.Eicar:0:*:${Buffer.from(EICAR, "latin1").toString("hex")}\n`;

/** The path of clamd on this machine, or null. */
export function clamdPath(): string | null {
  const named = process.env.CLAMD;
  return [...(named ? [named] : []), ...PLACES].find((file) => existsSync(file)) ?? null;
}

/** The path of clamd; where there is none, installs Debian's package. Throws a Sentence when that cannot be done. */
export function findClamd(): string {
  const found = clamdPath();
  if (found) return found;
  installDebianPackage("clamav-daemon");
  const installed = clamdPath();
  if (installed) return installed;
  throw new Sentence(
    "No ClamAV: install it (Debian: “sudo apt-get install clamav-daemon”) or name its daemon with CLAMD=/path/to/clamd npm test.",
  );
}

/**
 * Starts clamd on a port of the loopback with the signature of the tests alone, its files in `directory`. Resolves once
 * it answers, which takes about a second.
 */
export async function startClamd(options: {
  binary: string;
  port: number;
  directory: string;
}): Promise<ChildProcess> {
  const { binary, port, directory } = options;
  const signatures = path.join(directory, "signatures");
  const configuration = path.join(directory, "clamd.conf");
  mkdirSync(signatures, { recursive: true });
  writeFileSync(path.join(signatures, "guichet.ndb"), SIGNATURES);
  writeFileSync(configuration, configurationOf({ port, signatures, directory }));
  const clamd = spawn(binary, ["--foreground", `--config-file=${configuration}`], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const stopped = new Promise<never>((_resolve, reject) => {
    const reason = () => reject(new Sentence("The antivirus stopped: the reason is above."));
    clamd.once("exit", reason);
    clamd.once("error", reason);
  });
  stopped.catch(() => undefined);
  await Promise.race([answers(port), stopped]);
  return clamd;
}

function configurationOf(given: { port: number; signatures: string; directory: string }): string {
  return [
    "Foreground yes",
    `DatabaseDirectory ${given.signatures}`,
    `TemporaryDirectory ${given.directory}`,
    "TCPAddr 127.0.0.1",
    `TCPSocket ${given.port}`,
    // Above the largest file of the portal: a limit met would leave a file waiting for ever.
    "StreamMaxLength 60M",
    "MaxFileSize 60M",
    "MaxScanSize 600M",
    "",
  ].join("\n");
}

/** Resolves once clamd answers a ping. */
async function answers(port: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    if (await pong(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Sentence(`The antivirus did not answer within ${PATIENCE_MS / 1000} seconds.`);
}

function pong(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port }, () => socket.write("zPING\0"));
    socket.once("data", (reply) => {
      resolve(reply.toString().startsWith("PONG"));
      socket.destroy();
    });
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
  });
}
