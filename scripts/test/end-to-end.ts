import path from "node:path";
import { findClamd } from "../antivirus/clamd";
import { Portal } from "../portal/portal";
import { root, type Settings, settingsFrom } from "../portal/settings";
import { runToEnd } from "../runtime/children";
import { requireFree } from "../runtime/ports";
import { findChromium, findReadersFont } from "./chromium";
import { playwrightTally, type Tally } from "./tally";

const FIRST_PORT = 3100;

/** Runs tests/e2e in a real browser against a portal of its own, begun anew. */
export async function endToEnd(
  filters: readonly string[],
  started: (portal: Portal) => void,
  report: string,
): Promise<Tally> {
  const chromium = await findChromium();
  findReadersFont();
  findClamd();
  const portal = new Portal(await freeSettings());
  started(portal);
  await portal.start({ reset: true, development: false });
  const { variables } = portal;
  const run = runToEnd("playwright", "node_modules/@playwright/test/cli.js", {
    env: {
      ...variables,
      PORTAL_URL: variables.NEXTAUTH_URL ?? "",
      MAILBOX_URL: `http://127.0.0.1:${variables.MAILBOX_PORT}`,
      CHROMIUM: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
    args: ["test", "--config", "tests/playwright.config.ts", "--reporter=list,json", ...filters],
  });
  const code = await Promise.race([run, portal.failure]);
  await portal.stop();
  const tally = await playwrightTally(report);
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** Settings on the first five free ports from 3100: several checkouts may test at once. */
async function freeSettings(): Promise<Settings> {
  const data = path.join(root, ".data/tests/portal");
  for (let port = FIRST_PORT; ; port += 10) {
    const settings = settingsFrom({
      ...process.env,
      PORT: String(port),
      GUICHET_DATA: data,
      NEXT_DIST_DIR: ".next-tests",
    });
    const { agentConnectPort, mailboxPort, smtpPort, antivirusPort } = settings;
    const all = [port, agentConnectPort, mailboxPort, smtpPort, antivirusPort];
    const free = await Promise.all(all.map((each) => requireFree(each, "the tests"))).then(
      () => true,
      () => false,
    );
    if (free) return settings;
  }
}
