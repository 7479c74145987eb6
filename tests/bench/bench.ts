import { database } from "@/server/database/client";
import { Portal } from "../../scripts/portal/portal";
import { settingsFrom } from "../../scripts/portal/settings";
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

/**
 * `npm run bench`: one portal, its baselines beside it, tables of ratios of one run. « NON » beside an aim says that it is
 * not reached; a filing lost or doubled fails the run.
 */
export async function bench(): Promise<void> {
  const portal = new Portal(settings);
  try {
    await portal.start({ reset: true, development: false });
    Object.assign(process.env, portal.variables);
    await publicPages(settings.origin, FREE_PORT);
    await writes(settings.origin, portal.variables.DATABASE_URL ?? "");
    await ranking();
    await uploads(settings.origin);
    await closingNight(portal.variables, FREE_PORT);
    await backOffice(portal.variables, FREE_PORT);
    await afterAward(portal.variables, FREE_PORT + 2);
    await database().$disconnect();
  } finally {
    await portal.stop();
  }
}
