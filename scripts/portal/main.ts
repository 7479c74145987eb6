import { personas } from "../../prisma/demonstration/personas";
import { runningChildren, stopChild } from "../runtime/children";
import { reportFailure, Sentence } from "../runtime/sentence";
import { Portal, type PortalOptions } from "./portal";
import { type Settings, settingsFrom } from "./settings";

/** `npm start`: one portal with all it needs, until Ctrl-C. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const settings = settingsFrom(process.env);
  const portal = new Portal(settings);
  let asked = false;
  const stopped = new Promise<void>((resolve) => {
    const stop = () => {
      if (asked) return;
      asked = true;
      console.log("\nStopping…");
      Promise.all(runningChildren().map(stopChild))
        .then(() => portal.stop())
        .then(resolve, resolve);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
    // The process that launched this one is gone, and nobody is left to press Ctrl-C.
    process.once("disconnect", stop);
  });
  try {
    await Promise.race([portal.start(options).then(() => announce(settings)), stopped]);
    await Promise.race([portal.failure, stopped]);
  } catch (error) {
    if (!asked) reportFailure(error);
  } finally {
    await (asked ? stopped : portal.stop());
  }
}

function readOptions(given: readonly string[]): PortalOptions {
  const unknown = given.find((each) => each !== "--reset" && each !== "--dev");
  if (unknown) {
    throw new Sentence(
      `Unknown option ${unknown}: “npm start” takes --reset (begin anew) and --dev (development).`,
    );
  }
  return { reset: given.includes("--reset"), development: given.includes("--dev") };
}

function announce(settings: Settings): void {
  const people = personas.map(
    ({ claims, title }) => `  ${claims.given_name} ${claims.usual_name} – ${title}`,
  );
  console.log(`
The portal is ready:  ${settings.origin}

Its mails arrive at:  http://localhost:${settings.mailboxPort}
Sign in as one of these people (no password, they do not exist):
${people.join("\n")}

Ctrl-C stops everything. The data stay in ${settings.data}; “npm start -- --reset” begins anew.`);
}

main()
  .catch(reportFailure)
  .finally(() => process.exit());
