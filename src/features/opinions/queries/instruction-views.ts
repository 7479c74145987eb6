import type { OpinionChoice } from "@/domain/dossier/opinion";
import { decidableFrom } from "@/domain/dossier/transitions";
import { type Actor, fullName } from "@/domain/rights/actor";
import { may } from "@/domain/rights/permissions";
import { type FundOwner, isFundOwner } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import { type ExaminedDossier, LIVE_DECISION } from "@/server/examined-dossier";

/** What one of the administrations that instruct a dossier says of it; nothing yet when `given` is null. */
export interface AdministrationView {
  administration: FundOwner;
  given: { opinion: OpinionChoice; reasons: string; by: string; at: Date } | null;
}

export interface InstructionViews {
  views: readonly AdministrationView[];
  /** The administration the reader may speak for now; null for none. */
  own: FundOwner | null;
}

/**
 * The views the theme's path asks for on a dossier the caller has opened through its visibility; null when the path asks
 * for none.
 */
export async function readInstructionViews(
  actor: Actor,
  dossier: ExaminedDossier,
): Promise<InstructionViews | null> {
  const { instructedBy } = dossier.theme.selection;
  if (!instructedBy) return null;
  const { id: dossierId, presentation } = dossier;
  const [rows, live, organisation] = await Promise.all([
    database().instructionView.findMany({ where: { dossierId, presentation } }),
    database().decision.count({ where: { dossierId, status: { in: [...LIVE_DECISION] } } }),
    actor.organisation &&
      database().organisation.findUnique({
        where: { id: actor.organisation.id },
        select: { fundOwner: true },
      }),
  ]);
  const agents = await database().agent.findMany({
    where: { id: { in: rows.map(({ agentId }) => agentId) } },
  });
  const nameOf = (id: string) => {
    const agent = agents.find((each) => each.id === id);
    return agent ? fullName(agent) : "Personne effacée";
  };
  const owner = organisation?.fundOwner;
  const maySpeak =
    isFundOwner(owner) &&
    instructedBy.includes(owner) &&
    may(actor, "give-instruction-view", dossier.themeCode) &&
    live === 0 &&
    decidableFrom(dossier.theme.selection).includes(dossier.status);
  return {
    own: maySpeak ? owner : null,
    views: instructedBy.map((administration) => {
      const row = rows.find((each) => each.administration === administration);
      return {
        administration,
        given: row
          ? {
              opinion: row.opinion as OpinionChoice,
              reasons: row.reasons,
              by: nameOf(row.agentId),
              at: row.at,
            }
          : null,
      };
    }),
  };
}
