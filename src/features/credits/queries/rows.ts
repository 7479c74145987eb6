import type { Day } from "@/domain/calendar";
import type { ChainAmounts } from "@/domain/credits/chain";
import { type AccountSums, EMPTY_ACCOUNT, type Purse } from "@/domain/credits/ledger";
import type { MovementKind } from "@/domain/credits/movements";
import { type Cents, cents, centsFromBigInt } from "@/domain/money";
import { accountSums, PAYING_DECISION } from "@/server/credits";
import type { Prisma } from "@/server/database/generated/client";

/** The days of a `date` column. */
export const dayOf = (date: Date): Day => date.toISOString().slice(0, 10) as Day;

/** A dossier with its award and what it holds of credits. */
export const PAID_DOSSIER = {
  id: true,
  number: true,
  title: true,
  themeCode: true,
  requestedGrant: true,
  base: true,
  carrier: { select: { name: true } },
  decisions: { where: PAYING_DECISION, select: { amount: true } },
  accounts: true,
} satisfies Prisma.DossierSelect;
export type PaidRow = Prisma.DossierGetPayload<{ select: typeof PAID_DOSSIER }>;

const amount = (value: bigint | null | undefined): Cents => centsFromBigInt(value ?? 0n);

/** The sums of several accounts. */
export function totalOf(accounts: readonly AccountSums[]): AccountSums {
  const add = (one: Purse, other: Purse) => ({
    ae: cents(one.ae + other.ae),
    cp: cents(one.cp + other.cp),
  });
  return accounts.reduce(
    (total, account) => ({
      received: add(total.received, account.received),
      returned: add(total.returned, account.returned),
      committed: cents(total.committed + account.committed),
      paid: cents(total.paid + account.paid),
    }),
    EMPTY_ACCOUNT,
  );
}

/** The seven links of one dossier. */
export function chainOfRow(row: PaidRow): ChainAmounts {
  const account = totalOf(row.accounts.map(accountSums));
  return {
    requested: amount(row.requestedGrant),
    base: amount(row.base),
    granted: amount(row.decisions[0]?.amount),
    allocated: account.received.ae,
    committed: account.committed,
    paid: account.paid,
    returned: account.returned.ae,
  };
}

/** A proposal as lists show it. */
export interface ProposalLine {
  id: string;
  kind: MovementKind;
  unit: string;
  number: string | null;
  ae: Cents;
  cp: Cents;
  proposedAt: Date;
  /** Whether the reader proposed it: somebody else must confirm. */
  own: boolean;
}

export const PROPOSAL = {
  unit: { select: { code: true, bop: true, ministryId: true } },
  dossier: { select: { number: true } },
} satisfies Prisma.CreditProposalInclude;
export type ProposalRow = Prisma.CreditProposalGetPayload<{ include: typeof PROPOSAL }>;

export function proposalLine(row: ProposalRow, readerId: string): ProposalLine {
  return {
    id: row.id,
    kind: row.kind as MovementKind,
    unit: row.unit.code,
    number: row.dossier?.number ?? null,
    ae: centsFromBigInt(row.ae),
    cp: centsFromBigInt(row.cp),
    proposedAt: row.proposedAt,
    own: row.proposedById === readerId,
  };
}

/** A movement as lists show it. */
export interface MovementLine {
  id: string;
  kind: MovementKind;
  number: string | null;
  ae: Cents;
  cp: Cents;
  reference: string;
  label: string;
  onDay: Day;
  /** Told by an extract of the accounting, not by two people. */
  imported: boolean;
}

export const MOVEMENT = {
  account: { select: { dossier: { select: { number: true } } } },
} satisfies Prisma.CreditMovementInclude;
export type MovementRow = Prisma.CreditMovementGetPayload<{ include: typeof MOVEMENT }>;

export function movementLine(row: MovementRow): MovementLine {
  return {
    id: row.id,
    kind: row.kind as MovementKind,
    number: row.account?.dossier.number ?? null,
    ae: centsFromBigInt(row.ae),
    cp: centsFromBigInt(row.cp),
    reference: row.reference,
    label: row.label,
    onDay: dayOf(row.onDay),
    imported: row.proposalId === null,
  };
}
