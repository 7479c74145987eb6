import { database } from "@/server/database/client";
import { Portal } from "../../scripts/portal/portal";
import { settingsFrom } from "../../scripts/portal/settings";
import { Sentence } from "../../scripts/runtime/sentence";
import { afterAward } from "./after-award";
import { backOffice } from "./back-office";
import { closingNight } from "./filing-storm";
import { publicPages } from "./public-pages";
import { ranking } from "./ranking";
import { uploads } from "./uploads";
import { writes } from "./writes";

const settings = settingsFrom({ ...process.env, PORT: "3400", GUICHET_DATA: ".data/bench" });
/** Its other ports follow it: these are free. */
const FREE_PORT = settings.port + 10;

/** What is measured, in this order, on one portal whose variables each part is given. */
const PARTS: Readonly<Record<string, (variables: Record<string, string>) => Promise<void>>> = {
  public: () => publicPages(settings.origin, FREE_PORT),
  writes: ({ DATABASE_URL = "" }) => writes(settings.origin, DATABASE_URL, FREE_PORT),
  ranking: () => ranking(),
  uploads: () => uploads(settings.origin),
  storm: (variables) => closingNight(variables, FREE_PORT),
  "back-office": (variables) => backOffice(variables, FREE_PORT),
  "after-award": (variables) => afterAward(variables, FREE_PORT + 2),
};

/**
 * `npm run bench`, or `npm run bench -- writes storm` for parts of it: one portal, its baselines beside it, tables of ratios
 * of one run. « NON » beside an aim says that it is not reached; a filing lost or doubled fails the run.
 */
export async function bench(asked: readonly string[]): Promise<void> {
  const unknown = asked.find((name) => !(name in PARTS));
  if (unknown) {
    throw new Sentence(`Unknown part ${unknown}: choose among ${Object.keys(PARTS).join(", ")}.`);
  }
  const portal = new Portal(settings);
  try {
    await portal.start({ reset: true, development: false });
    Object.assign(process.env, portal.variables);
    for (const [name, measured] of Object.entries(PARTS)) {
      if (asked.length === 0 || asked.includes(name)) await measured(portal.variables);
    }
    await database().$disconnect();
  } finally {
    await portal.stop();
  }
}
