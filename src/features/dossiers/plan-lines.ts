import { type TypedLine, typedPlanSchema } from "@/domain/dossier/funding-plan";
import type { Transaction } from "@/server/database/client";

/** The lines of a plan as typed, in order. */
export async function readLines(tx: Transaction, dossierId: string): Promise<TypedLine[]> {
  const rows = await tx.expenseLine.findMany({
    where: { dossierId },
    orderBy: { position: "asc" },
  });
  return typedPlanSchema.parse(
    rows.map(({ id, dossierId: _dossier, position: _position, amount: _amount, ...line }) => line),
  );
}
