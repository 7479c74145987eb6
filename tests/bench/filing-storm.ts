import { type Child, exitCode } from "../../scripts/runtime/children";
import type { StormServer } from "../integration/dossiers/storm/clients";
import { filingStorm } from "../integration/dossiers/storm/storm";
import { verdict } from "../integration/dossiers/storm/verdict";
import { answers } from "./answers";
import { startReplica } from "./replica";

const CARRIERS = 200;
const SECONDS = 10;

/**
 * The closing night against the production server, as a second replica on its own port: two hundred carriers in the last
 * ten seconds, SIGKILL in the middle, the same forms sent again. Throws when a filing is lost, doubled or late.
 */
export async function closingNight(variables: Record<string, string>, port: number): Promise<void> {
  const server = replica(variables, port);
  try {
    const storm = await filingStorm(server, { carriers: CARRIERS, seconds: SECONDS });
    const filed = storm.early.filter(({ receipts }) => receipts.length > 0).length;
    const cut = storm.early.filter(({ cuts }) => cuts > 0).length;
    console.log(
      `\nNuit de clôture: ${CARRIERS} porteurs en ${SECONDS} s, serveur tué après ${storm.acknowledgedBeforeTheKill} accusés`,
    );
    console.log(
      `  ${filed} dépôts acquittés, dont ${cut} renvoyés après une coupure; ${CARRIERS - filed} après la clôture; ${storm.late.length} retardataires refusés`,
    );
    const wrong = await verdict(storm);
    if (wrong.length > 0) throw new Error(`Filings lost or doubled:\n${wrong.join("\n")}`);
    console.log("  aucun dépôt perdu, aucun en double, journal vérifié");
  } finally {
    await server.kill();
  }
}

/** Another web server of the portal, of the same build and on the same database. */
function replica(variables: Record<string, string>, port: number): StormServer {
  let child: Child | undefined;
  const url = `http://localhost:${port}`;
  return {
    url,
    origin: variables.NEXTAUTH_URL ?? "",
    async start() {
      child = startReplica(variables, port);
      const ended = exitCode(child).then((code) => {
        throw new Error(`The replica stopped: ${code}`);
      });
      await Promise.race([answers(`${url}/sante`), ended]);
      ended.catch(() => {});
    },
    async kill() {
      if (!child || child.process.exitCode !== null || child.process.signalCode !== null) return;
      const ended = exitCode(child);
      child.process.kill("SIGKILL");
      await ended;
    },
  };
}
