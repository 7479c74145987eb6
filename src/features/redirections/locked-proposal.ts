import { dossierNumber } from "@/domain/dossier/number";
import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { may } from "@/domain/rights/permissions";
import type { ThemeCode } from "@/domain/themes/types";
import type { Transaction } from "@/server/database/client";
import type { Redirection } from "@/server/database/generated/client";
import { type ExaminedDossier, examined } from "@/server/examined-dossier";
import { uninvolved, visibleDossiers } from "@/server/visibility";

/** A proposal under its lock, with the dossier it is about. */
export interface LockedProposal {
  dossier: ExaminedDossier;
  redirection: Redirection;
}

/** Told to whoever proposed the dossier and also owns the theme that is asked. */
const OWN_PROPOSAL =
  "Vous avez proposé ce dossier\u00A0: une autre personne qui porte le thème sollicité doit répondre.";

const ANSWERED =
  "Cette proposition n’attend plus de réponse\u00A0: elle est acceptée, déclinée ou retirée. Rien n’a été changé.";

/**
 * Opens a proposal for whoever answers it: the owner of the theme that is asked, through their visibility, the dossier's
 * row locked until commit. Throws `not-found` out of sight, `already-done` when it is answered or taken back meanwhile,
 * `not-allowed` to its author.
 */
export async function lockProposal(
  tx: Transaction,
  actor: Actor,
  { number, redirection: id }: { number: string; redirection: string },
): Promise<LockedProposal> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const where = { id, dossier: { number } };
  const known = await tx.redirection.findFirst({ where });
  if (!known || !may(actor, "answer-redirection", known.toTheme as ThemeCode)) throw notFound();
  await tx.$queryRaw`SELECT id FROM dossier WHERE id = ${known.dossierId}::uuid FOR UPDATE`;
  const redirection = await tx.redirection.findUniqueOrThrow({ where: { id } });
  const apart = await tx.dossier.count({ where: { number, ...uninvolved(actor) } });
  if (apart === 0) throw notFound();
  // The key of a proposal is known to those it was shown to: they learn that it is over, and nothing else.
  if (redirection.status !== "proposed") throw new BusinessError("already-done", ANSWERED);
  const row = await tx.dossier.findFirst({
    where: { AND: [{ id: known.dossierId }, visibleDossiers(actor, "receiving")] },
  });
  if (!row) throw notFound();
  if (redirection.proposedById === actor.agentId) {
    throw new BusinessError("not-allowed", OWN_PROPOSAL);
  }
  return { dossier: examined(row), redirection };
}
