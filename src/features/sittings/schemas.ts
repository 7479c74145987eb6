import { z } from "zod";
import { dossierNumber } from "@/domain/dossier/number";

/** What enters the sessions of a jury, one schema per command. */

export const closeScoringSchema = z.object({ number: dossierNumber, session: z.uuid() });
export const closeSessionSchema = z.object({ session: z.uuid() });
