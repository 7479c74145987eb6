import { refusal } from "@/domain/dossier/transitions";
import { type Cents, centsFromBigInt } from "@/domain/money";
import { database } from "@/server/database/client";
import { type ExaminedDossier, transitionContext } from "@/server/examined-dossier";

/** What may be opened to follow-up, and what stands before it. */
export interface Opening {
  award: { grant: Cents; notifiedAt: Date } | null;
  /** In French; null when nothing does. */
  obstacle: string | null;
}

/** The award of a dossier that the caller has opened through its visibility. */
export async function readOpening(dossier: ExaminedDossier): Promise<Opening> {
  const decision = await database().decision.findFirst({
    where: { dossierId: dossier.id, status: "confirmed", outcome: "accepted" },
    select: { amount: true },
  });
  const { notifiedAt } = dossier;
  if (!decision?.amount || !notifiedAt) return { award: null, obstacle: null };
  const context = await transitionContext(database(), dossier);
  return {
    award: { grant: centsFromBigInt(decision.amount), notifiedAt },
    obstacle: refusal("start", dossier.status, context),
  };
}
