import { inTransaction } from "@/server/database/client";
import { keepLatestDrifts } from "@/server/jobs/keep-drifts";
import { installReferenceData } from "@/server/reference-data";
import { setPortalClock } from "./clock";
import { seedDossiers } from "./dossiers";
import { seedOtherCarriers } from "./other-carriers";
import { seedOrganisations, seedPersonas } from "./people";

/**
 * Fills an empty database with the demonstration: the State of the time, its people, the 17 themes' calls, a winter of
 * dossiers. Everything is dated by the portal's clock, set on 1 October 2020, when the guichet was announced, and left on
 * 20 January 2021. `issuer` is the provider of the personas' identities.
 */
export async function seedDemonstration(issuer: string): Promise<void> {
  await setPortalClock("2020-10-01T09:00:00+02:00");
  const agents = await inTransaction(async (tx) => {
    await installReferenceData(tx);
    const organisations = await seedOrganisations(tx);
    const personas = await seedPersonas(tx, organisations, issuer);
    return new Map([...personas, ...(await seedOtherCarriers(tx, organisations))]);
  });
  await seedDossiers(agents);
  await setPortalClock("2021-01-20T10:00:00+01:00");
  await keepLatestDrifts();
}
