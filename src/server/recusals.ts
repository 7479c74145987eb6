import "server-only";
import { fullName } from "@/domain/rights/actor";
import { CONFLICT_GROUNDS, type ConflictGround, groundWords } from "@/domain/rights/conflicts";
import type { Transaction } from "./database/client";

/** A member of the jury who has no part in a decision: recused by a conflict, or abstaining by choice. */
export interface SteppedAside {
  jurorId: string;
  name: string;
  status: "recused" | "abstained";
  /** A rule's category, or what a person wrote; never what a juror declared. */
  ground: string;
  /** In words. */
  reason: string;
  at: Date;
}

/** Those who stepped aside from a presentation of a dossier, in order: the list that every decision carries. */
export async function readSteppedAside(
  tx: Transaction,
  { id, presentation }: { id: string; presentation: number },
): Promise<readonly SteppedAside[]> {
  const rows = await tx.jurorAssignment.findMany({
    where: { dossierId: id, presentation, status: { in: ["recused", "abstained"] } },
    include: { juror: { select: { givenName: true, usualName: true } } },
    orderBy: [{ endedAt: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(({ jurorId, juror, status, ground, endedAt }) =>
    ground && endedAt
      ? [
          {
            jurorId,
            name: fullName(juror),
            status: status === "recused" ? ("recused" as const) : ("abstained" as const),
            ground,
            reason: groundWords(ground),
            at: endedAt,
          },
        ]
      : [],
  );
}

/**
 * The same as the line of a decision keeps it: people by their id, and the category of a rule's ground alone. What a
 * person wrote stands in the line of the recusal itself.
 */
export async function recusalFacts(
  tx: Transaction,
  dossier: { id: string; presentation: number },
): Promise<{ jurorId: string; status: string; ground: ConflictGround | null }[]> {
  const aside = await readSteppedAside(tx, dossier);
  return aside.map(({ jurorId, status, ground }) => ({
    jurorId,
    status,
    ground: CONFLICT_GROUNDS.find((known) => known === ground) ?? null,
  }));
}
