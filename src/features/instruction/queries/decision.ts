import type { Day } from "@/domain/calendar";
import { parisDay } from "@/domain/calendar";
import { pathContext, refusal } from "@/domain/dossier/transitions";
import type { EnvelopeChain } from "@/domain/funding/envelopes";
import { needsDirectorOpinion } from "@/domain/funding/size";
import type { ExplanationStep } from "@/domain/funding/types";
import { type Cents, least } from "@/domain/money";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { envelopesOf } from "@/server/envelopes";
import { projectTotal } from "@/server/examined-dossier";
import { simulateFiled } from "@/server/filed-dossier";
import { readSteppedAside, type SteppedAside } from "@/server/recusals";
import type { DossierPage } from "./dossier";
import { namesOf } from "./names";

/** The facts a decision is taken on, the same for who proposes and who confirms. */
export interface DecisionFacts {
  /** Upper bound of an award: computed at filing, lowered by what the project received since. */
  bound: Cents;
  explanation: readonly ExplanationStep[];
  /** What an award is taken from, nearest first: the one with the least left bounds it. */
  envelopes: EnvelopeChain;
  opinion: { required: boolean; text: string | null; at: Date | null };
  /** Members of the jury recused or abstaining: the list every decision carries. */
  steppedAside: readonly SteppedAside[];
  /** Why no decision can be proposed now, in French; null when one can. */
  obstacle: string | null;
  proposer: string | null;
  confirmer: string | null;
  returned: { reason: string; proposedBy: string; at: Date }[];
}

/** Reads the facts of a dossier the caller has opened through its visibility. */
export async function readDecisionFacts({
  dossier,
  viewsMissing,
  decision,
  redirection,
}: DossierPage): Promise<DecisionFacts> {
  const db = database();
  const [simulation, row, total, envelopes, steppedAside] = await Promise.all([
    simulateFiled(dossier.id),
    db.dossier.findUniqueOrThrow({
      where: { id: dossier.id },
      select: {
        directorOpinion: true,
        directorOpinionAt: true,
        decisions: {
          // Those of this presentation: what was said under a former theme stays there.
          where: { status: "returned", presentation: dossier.presentation },
          orderBy: { proposedAt: "desc" },
        },
      },
    }),
    projectTotal(db, dossier),
    envelopesOf(dossier),
    readSteppedAside(db, dossier),
  ]);
  const name = await namesOf([
    decision?.proposedById ?? null,
    decision?.confirmedById ?? null,
    ...row.decisions.map(({ proposedById }) => proposedById),
  ]);
  const required = needsDirectorOpinion(total);
  return {
    steppedAside,
    bound: simulation?.amounts
      ? least(dossier.computedGrant, simulation.amounts.grant)
      : dossier.computedGrant,
    explanation: simulation?.explanation ?? [],
    envelopes,
    opinion: { required, text: row.directorOpinion, at: row.directorOpinionAt },
    // The opinion stands before an award alone: it is asked on its own.
    obstacle: refusal("refuse", dossier.status, {
      ...pathContext(dossier.theme.selection),
      redirectionPending: redirection.asked !== null,
      viewsMissing,
      scoringComplete: true,
      arbitrated: true,
    }),
    proposer: decision ? name(decision.proposedById) : null,
    confirmer: decision?.confirmedById ? name(decision.confirmedById) : null,
    returned: row.decisions.map(({ returnedReason, proposedById, proposedAt }) => ({
      reason: returnedReason ?? "",
      proposedBy: name(proposedById),
      at: proposedAt,
    })),
  };
}

/** Today in Paris, by the portal's clock. */
export async function readToday(): Promise<Day> {
  return parisDay(await portalNow());
}
