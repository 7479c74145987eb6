import { type TypedLine, typedLineSchema } from "@/domain/dossier/funding-plan";
import type { Transaction } from "@/server/database/client";
import type { ExpenseLine } from "@/server/database/generated/client";

/** The lines of a plan as typed, in order. */
export async function readLines(tx: Transaction, dossierId: string): Promise<TypedLine[]> {
  const rows = await tx.expenseLine.findMany({
    where: { dossierId },
    orderBy: { position: "asc" },
  });
  return rows.map(typedLine);
}

/** A stored line as it was typed. */
export function typedLine({
  id: _id,
  dossierId: _dossier,
  position: _position,
  amount: _amount,
  ...line
}: ExpenseLine): TypedLine {
  return typedLineSchema.parse(line);
}
