import { type TypedCoFinancer, typedCoFinancerSchema } from "@/domain/dossier/co-financing";
import { type TypedLine, typedLineSchema } from "@/domain/dossier/funding-plan";
import type { Transaction } from "@/server/database/client";
import type { CoFinancer, ExpenseLine } from "@/server/database/generated/client";

/** A funding plan as typed: what it spends, and who else pays. Saved together, under one revision. */
export interface TypedPlan {
  lines: readonly TypedLine[];
  coFinancers: readonly TypedCoFinancer[];
}

/** The saved plan of a dossier as typed, in order. */
export async function readPlan(tx: Transaction, dossierId: string): Promise<TypedPlan> {
  const where = { where: { dossierId }, orderBy: { position: "asc" } } as const;
  const lines = await tx.expenseLine.findMany(where);
  const coFinancers = await tx.coFinancer.findMany(where);
  return { lines: lines.map(typedLine), coFinancers: coFinancers.map(typedCoFinancer) };
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

/** A stored co-financer as it was typed. */
export function typedCoFinancer({ name, typedAmount, certainty }: CoFinancer): TypedCoFinancer {
  return typedCoFinancerSchema.parse({ name, typedAmount, certainty });
}
