import { database, inTransaction } from "@/server/database/client";
import { installReferenceData } from "@/server/reference-data";
import { reportFailure } from "./runtime/sentence";

/** `npm run reference-data`: writes the themes and calls the texts publish; run after each migration. */
async function install(): Promise<void> {
  await inTransaction(installReferenceData);
  await database().$disconnect();
}

install().catch(reportFailure);
