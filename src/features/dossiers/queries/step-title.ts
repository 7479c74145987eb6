import { dossierNumber } from "@/domain/dossier/number";
import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { pinned } from "@/domain/themes/pinned";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";

/** `Le projet, étape 1 sur 8`, for the title of the page. Throws `not-found` out of sight or for an unknown step. */
export async function readStepTitle(actor: Actor, number: string, key: string): Promise<string> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const dossier = await database().dossier.findFirst({
    where: { number, ...visibleDossiers(actor, "carrier") },
    select: { themeCode: true, themeVersion: true, formVersion: true },
  });
  if (!dossier) throw notFound();
  const { steps } = pinned(dossier).form;
  const index = steps.findIndex((step) => step.key === key);
  const step = steps[index];
  if (!step) throw notFound();
  return `${step.title}, étape ${index + 1} sur ${steps.length}`;
}
