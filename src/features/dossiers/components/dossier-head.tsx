import type { Actor } from "@/domain/rights/actor";
import { orUnavailable } from "@/server/unavailable";
import { DossierHeader } from "@/ui/dossier-header";
import { openDossier } from "../queries/open-dossier";

/** The head of a dossier above a page about something around it: its team, its history, its comments. */
export async function DossierHead({ actor, number }: { actor: Actor; number: string }) {
  const { header } = await orUnavailable(() => openDossier(actor, number));
  return <DossierHeader {...header} as="p" />;
}
