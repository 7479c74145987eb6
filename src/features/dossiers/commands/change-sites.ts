import { type TypedSite, typedSitesSchema } from "@/domain/dossier/sites";
import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";
import { SITES } from "../typed-answer";
import { saveAnswers } from "./save-answers";

/** What another person did between the reading of a page and its sending. */
export const changedMeanwhile = (what: string) =>
  new BusinessError(
    "changed-meanwhile",
    `Une autre personne a modifié ${what} entre-temps. Rien n’a été remplacé\u00A0: rouvrez la page, puis recommencez.`,
  );

/**
 * Saves what `edit` makes of the saved sites of a draft, over the revision it read. Returns their number. Throws
 * `changed-meanwhile` when another person saved in between.
 */
export async function changeSites(
  actor: Actor,
  number: string,
  edit: (saved: readonly TypedSite[], revision: number) => readonly TypedSite[],
): Promise<{ count: number }> {
  const dossier = await database().dossier.findFirst({
    where: { number, ...visibleDossiers(actor, "carrier") },
    select: { answers: { where: { field: SITES } } },
  });
  if (!dossier) throw notFound();
  const [answer] = dossier.answers;
  const baseRevision = answer?.revision ?? 0;
  const value = edit(typedSitesSchema.parse(answer?.value), baseRevision);
  const { answers } = await saveAnswers(actor, {
    number,
    answers: [{ field: SITES, value, baseRevision }],
  });
  const [saved] = answers;
  if (saved?.status === "conflict") throw changedMeanwhile("les sites");
  if (saved?.status === "refused") throw new BusinessError("invalid-input", saved.message);
  return { count: value.length };
}
