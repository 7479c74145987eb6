import type { DossierStatus } from "@/domain/dossier/statuses";
import type { CriterionScore, ScoreValue } from "./scores";

/** The rule, as the pages state it. */
export const REVISION_RULE =
  "Entre la clôture de la notation et la préparation de la décision, un membre du jury peut changer une de ses notes en disant pourquoi. La note remise, la nouvelle et la raison restent lisibles\u202F; la nouvelle compte.";

/** A score its juror changed after the discussion: what was handed in stays in the record. */
export interface ScoreChange {
  before: ScoreValue;
  after: ScoreValue;
  reason: string;
  at: Date;
}

/** A score as it is read once handed in: `value` is the one that counts, the last of its changes. */
export interface ReadScore extends CriterionScore {
  /** In order; empty on a score that was never changed. */
  changes: readonly ScoreChange[];
}

/** The value that counts. */
export function currentValue(
  handedIn: ScoreValue | null,
  changes: readonly Pick<ScoreChange, "after">[],
): ScoreValue | null {
  return changes.at(-1)?.after ?? handedIn;
}

/** Statuses between the close of the scoring and the decision. */
const DISCUSSED: readonly DossierStatus[] = ["scored", "reserve"];

/**
 * Why a juror may not change a score of their own now, in French; null when they may: after the close of the scoring,
 * when the jury has read the sheets and spoken, and before a decision rests on them. No text says it: a reading.
 */
export function revisionRefusal(dossier: {
  status: DossierStatus;
  /** A decision is proposed or confirmed. */
  hasDecision: boolean;
}): string | null {
  if (DISCUSSED.includes(dossier.status) && !dossier.hasDecision) return null;
  // The same words whatever the reason: that a decision is prepared is not a juror's to learn here.
  return "Une note se change entre la clôture de la notation et la préparation de la décision\u00A0: la vôtre reste comme elle est.";
}
