import { dossierNumber } from "@/domain/dossier/number";
import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import type { Outcome } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import { readNotifiedLetter } from "@/server/decision-letter";
import type { DecisionLetterData } from "@/server/pdf/decision-letter";
import { visibleDossiers } from "@/server/visibility";

/** A decision its carrier was told of. */
export interface ToldDecision {
  id: string;
  outcome: Outcome;
  /** `annulled` by an appeal, `superseded` by a new presentation: of the past, and still read. */
  status: "confirmed" | "annulled" | "superseded";
  /** Which presentation it decided, from 1. */
  presentation: number;
  notifiedAt: Date;
}

/** The decisions of a dossier, the last first, and the letter that is read. */
export interface ReadDecisions {
  number: string;
  /** Null while the present presentation has no decision, unless a former one is asked for. */
  shown: { decision: ToldDecision; letter: DecisionLetterData } | null;
  others: readonly ToldDecision[];
}

/**
 * What was decided of a dossier of one of the actor's teams and told to it: the decision in force, or the one asked for
 * by its id. Throws `not-found` out of sight, while nothing is told, and for a decision that is not the dossier's.
 */
export async function readDecisions(
  actor: Actor,
  number: string,
  wanted?: string,
): Promise<ReadDecisions> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const dossier = await database().dossier.findFirst({
    where: { number, ...visibleDossiers(actor, "carrier") },
    select: {
      decisions: {
        where: { notifiedAt: { not: null } },
        orderBy: { notifiedAt: "desc" },
        select: { id: true, outcome: true, status: true, presentation: true, notifiedAt: true },
      },
    },
  });
  const decisions = (dossier?.decisions ?? []) as ToldDecision[];
  if (decisions.length === 0) throw notFound();
  const decision = decisions.find(({ id, status }) =>
    wanted === undefined ? status === "confirmed" : id === wanted,
  );
  if (!decision && wanted !== undefined) throw notFound();
  const letter = decision ? await readNotifiedLetter(decision.id) : null;
  return {
    number,
    shown: decision && letter ? { decision, letter } : null,
    others: decisions.filter((each) => each !== decision),
  };
}
