import "server-only";
import { CO_FINANCERS_HISTORY, PLAN_HISTORY } from "@/domain/dossier/answer-words";
import {
  coFinancerAmount,
  type TypedCoFinancer,
  typedCoFinancerSchema,
} from "@/domain/dossier/co-financing";
import { lineAmount, type TypedLine, typedLineSchema } from "@/domain/dossier/funding-plan";
import { canonical, type Json } from "@/domain/evidence/canonical";
import type { Transaction } from "./database/client";
import type { CoFinancer, ExpenseLine } from "./database/generated/client";

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

const asJson = (plan: TypedPlan): Json => ({
  lines: plan.lines.map((line) => ({ ...line })),
  coFinancers: plan.coFinancers.map((line) => ({ ...line })),
});

/** Whether two plans hold the same text. */
export function isSamePlan(one: TypedPlan, other: TypedPlan): boolean {
  return canonical(asJson(one)) === canonical(asJson(other));
}

export interface PlanWriting {
  dossierId: string;
  /** Of the plan written. */
  revision: number;
  /** Whose text it is. */
  agentId: string;
  saved: TypedPlan;
  plan: TypedPlan;
}

/** Writes a plan over the saved one of a locked dossier, with its revision and its history. */
export async function writePlanRows(tx: Transaction, writing: PlanWriting): Promise<void> {
  const { dossierId, revision, agentId, saved, plan } = writing;
  await tx.expenseLine.deleteMany({ where: { dossierId } });
  await tx.expenseLine.createMany({
    data: plan.lines.map((line, position) => ({
      dossierId,
      position,
      label: line.label,
      nature: line.nature,
      year: line.year,
      category: line.category,
      typedAmount: line.typedAmount,
      tax: line.tax,
      taxRate: line.taxRate,
      provider: line.provider,
      seatInFrance: line.seatInFrance,
      innovative: line.innovative,
      nonEuropeanLicence: line.nonEuropeanLicence,
      annualCost: line.annualCost,
      timeShare: line.timeShare,
      months: line.months,
      amount: toBigInt(lineAmount(line)),
    })),
  });
  const history = { dossierId, revision, agentId };
  const entries = [{ ...history, field: PLAN_HISTORY, value: [...plan.lines] as object }];
  if (!isSamePlan({ ...saved, lines: [] }, { ...plan, lines: [] })) {
    await tx.coFinancer.deleteMany({ where: { dossierId } });
    await tx.coFinancer.createMany({
      data: plan.coFinancers.map((line, position) => ({
        dossierId,
        position,
        name: line.name,
        typedAmount: line.typedAmount,
        certainty: line.certainty,
        amount: toBigInt(coFinancerAmount(line)),
      })),
    });
    entries.push({ ...history, field: CO_FINANCERS_HISTORY, value: [...plan.coFinancers] });
  }
  await tx.dossier.update({ where: { id: dossierId }, data: { planRevision: revision } });
  await tx.answerRevision.createMany({ data: entries });
}

const toBigInt = (amount: number | null) => (amount === null ? null : BigInt(amount));
