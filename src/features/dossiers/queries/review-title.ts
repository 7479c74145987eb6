import { FILING_WORDS } from "@/domain/dossier/filing-words";
import { dossierNumber } from "@/domain/dossier/number";
import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import { readEditing } from "@/server/editing";
import { visibleDossiers } from "@/server/visibility";

/** What the page where a dossier is read once more is called, by what it files. Throws `not-found` out of sight. */
export async function readReviewTitle(actor: Actor, number: string): Promise<string> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const dossier = await database().dossier.findFirst({
    where: { number, ...visibleDossiers(actor, "carrier") },
  });
  if (!dossier) throw notFound();
  const { act } = await readEditing(database(), dossier);
  return FILING_WORDS[act ?? "file"].review;
}
