import { addMonths, type Day, parisDay } from "@/domain/calendar";
import type { ChainAmounts } from "@/domain/credits/chain";
import { DORMANT_MONTHS, dormantAmount } from "@/domain/credits/dormancy";
import type { BopSums, UnitSums } from "@/domain/credits/ledger";
import type { UnitNature } from "@/domain/credits/movements";
import { notFound } from "@/domain/errors";
import { type Cents, cents, centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { bopKept, bopsOfUnitMaker, readsAllCredits, readsCredits } from "@/domain/rights/credits";
import { FUND_OWNERS, type FundOwner, type ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { accountSums, bopSums, PAYING_DECISION, unitSums } from "@/server/credits";
import type { Transaction } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { inRoom } from "@/server/database/ministry-sight";
import { visibleDossiers, visibleUnits } from "@/server/visibility";
import type { CreditsQuery } from "../query";
import {
  chainOfRow,
  dayOf,
  PAID_DOSSIER,
  type PaidRow,
  PROPOSAL,
  type ProposalLine,
  proposalLine,
} from "./rows";

export const DOSSIERS_PAGE = 25;
const MOST_DORMANT = 20;
const MOST_PROPOSALS = 50;

export interface UnitLine extends UnitSums {
  id: string;
  code: string;
  label: string;
  bop: FundOwner;
  nature: UnitNature;
  ministry: string;
}

export interface DossierLine {
  number: string;
  title: string;
  theme: ThemeCode;
  carrier: string;
  amounts: ChainAmounts;
}

export interface DormantLine {
  number: string;
  title: string;
  unit: string;
  amount: Cents;
  since: Day;
}

/** All that the first page of the credits shows. */
export interface CreditsPage {
  chain: ChainAmounts;
  /** The budgets whose total the reader may know: their own for a keeper, both for who reads all. */
  bops: readonly (BopSums & { owner: FundOwner })[];
  units: readonly UnitLine[];
  /** The unit whose dossiers are listed; null for all. */
  unit: { id: string; code: string } | null;
  dossiers: readonly DossierLine[];
  count: number;
  dossierTotals: ChainAmounts;
  previous: CreditsQuery["cursor"];
  next: CreditsQuery["cursor"];
  dormant: readonly DormantLine[];
  proposals: readonly ProposalLine[];
  may: { createUnit: boolean; importExtract: boolean };
}

/**
 * The credits the actor follows, in one snapshot and a fixed number of queries. Throws `not-found` for who has no part in
 * them, and for a unit out of their sight.
 */
export async function readCredits(actor: Actor, query: CreditsQuery): Promise<CreditsPage> {
  if (!readsCredits(actor)) throw notFound();
  return inRoom(actor, "credits", (db) => creditsIn(db, actor, query), { snapshot: true });
}

async function creditsIn(db: Transaction, actor: Actor, query: CreditsQuery): Promise<CreditsPage> {
  const today = parisDay(await portalNow(db));
  const paid: Prisma.DossierWhereInput = {
    AND: [visibleDossiers(actor, "credits"), { decisions: { some: PAYING_DECISION } }],
  };
  const units = await db.operatingUnit.findMany({
    where: visibleUnits(actor),
    orderBy: [{ bop: "asc" }, { code: "asc" }],
    include: { ministry: { select: { name: true } } },
  });
  const unit = units.find(({ id }) => id === query.unitId) ?? null;
  if (query.unitId !== null && unit === null) throw notFound();
  const listed: Prisma.DossierWhereInput = unit
    ? { AND: [paid, { accounts: { some: { unitId: unit.id } } }] }
    : paid;
  const backwards = query.cursor?.direction === "before";
  const beyond = query.cursor && {
    number: { [backwards ? "lt" : "gt"]: query.cursor.number },
  };
  const kept = bopKept(actor);
  const known = readsAllCredits(actor) ? {} : kept && { owner: kept };
  const ownSums = sumsOf(db, paid);
  const [bops, own, list, found, asleep, proposals] = await Promise.all([
    known && db.bop.findMany({ where: known, orderBy: { owner: "asc" } }),
    ownSums,
    // All that is followed is listed while no unit is chosen: it is summed once.
    unit ? sumsOf(db, listed) : ownSums,
    db.dossier.findMany({
      where: beyond ? { AND: [listed, beyond] } : listed,
      orderBy: { number: backwards ? "desc" : "asc" },
      take: DOSSIERS_PAGE + 1,
      select: PAID_DOSSIER,
    }),
    db.creditAccount.findMany({
      where: {
        dossier: paid,
        lastMovedOn: { lte: new Date(addMonths(today, -DORMANT_MONTHS)) },
        receivedAe: { gt: 0 },
      },
      orderBy: [{ lastMovedOn: "asc" }, { dossierId: "asc" }],
      take: MOST_DORMANT,
      include: {
        unit: { select: { code: true } },
        dossier: { select: { number: true, title: true } },
      },
    }),
    db.creditProposal.findMany({
      where: {
        status: "proposed",
        unit: visibleUnits(actor),
        OR: [{ dossierId: null }, { dossier: visibleDossiers(actor, "credits") }],
      },
      orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
      take: MOST_PROPOSALS,
      include: PROPOSAL,
    }),
  ]);
  const page = found.slice(0, DOSSIERS_PAGE);
  const further = found.length > DOSSIERS_PAGE;
  if (backwards) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  return {
    chain: own.chain,
    bops: (bops ?? []).map((row) => ({ ...bopSums(row), owner: row.owner as FundOwner })),
    units: units.map((row) => ({
      ...unitSums(row),
      id: row.id,
      code: row.code,
      label: row.label,
      bop: row.bop as FundOwner,
      nature: row.nature as UnitNature,
      ministry: row.ministry.name,
    })),
    unit: unit && { id: unit.id, code: unit.code },
    dossiers: page.map(dossierLine),
    count: list.count,
    dossierTotals: list.chain,
    previous:
      first && (backwards ? further : query.cursor)
        ? { direction: "before", number: first.number }
        : null,
    next: last && (backwards || further) ? { direction: "after", number: last.number } : null,
    dormant: asleep.flatMap((account) => {
      const since = account.lastMovedOn && dayOf(account.lastMovedOn);
      const amount = dormantAmount(accountSums(account), since, today);
      if (!since || amount === 0) return [];
      const { number, title } = account.dossier;
      return [{ number, title, unit: account.unit.code, amount, since }];
    }),
    proposals: proposals.map((row) => proposalLine(row, actor.agentId)),
    may: {
      createUnit: bopsOfUnitMaker(actor, FUND_OWNERS).length > 0,
      importExtract: kept !== null,
    },
  };
}

/** How many dossiers a selection holds, with their requests, awards and accounts. */
async function sumsOf(
  db: Transaction,
  where: Prisma.DossierWhereInput,
): Promise<{ count: number; chain: ChainAmounts }> {
  const [dossiers, grants, accounts] = await Promise.all([
    db.dossier.aggregate({ where, _count: true, _sum: { requestedGrant: true, base: true } }),
    db.decision.aggregate({
      where: { ...PAYING_DECISION, dossier: where },
      _sum: { amount: true },
    }),
    db.creditAccount.aggregate({
      where: { dossier: where },
      _sum: { receivedAe: true, committedAe: true, paidCp: true, returnedAe: true },
    }),
  ]);
  return { count: dossiers._count, chain: chain(dossiers, grants, accounts) };
}

type Sums<Key extends string> = { _sum: { [each in Key]: bigint | null } };

function chain(
  { _sum: dossiers }: Sums<"requestedGrant" | "base">,
  { _sum: grants }: Sums<"amount">,
  { _sum: accounts }: Sums<"receivedAe" | "committedAe" | "paidCp" | "returnedAe">,
): ChainAmounts {
  const amount = (value: bigint | null) => centsFromBigInt(value ?? 0n);
  return {
    requested: amount(dossiers.requestedGrant),
    base: amount(dossiers.base),
    granted: amount(grants.amount),
    allocated: amount(accounts.receivedAe),
    committed: amount(accounts.committedAe),
    paid: amount(accounts.paidCp),
    returned: amount(accounts.returnedAe),
  };
}

function dossierLine(row: PaidRow): DossierLine {
  const { number, title, themeCode, carrier } = row;
  return {
    number,
    title,
    theme: themeCode as ThemeCode,
    carrier: carrier.name,
    amounts: chainOfRow(row),
  };
}

/** The totals of the units listed. */
export function unitTotals(units: readonly UnitSums[]): UnitSums {
  const sum = (of: (unit: UnitSums) => Cents) =>
    cents(units.reduce((total, unit) => total + of(unit), 0));
  return {
    received: { ae: sum((unit) => unit.received.ae), cp: sum((unit) => unit.received.cp) },
    entrusted: { ae: sum((unit) => unit.entrusted.ae), cp: sum((unit) => unit.entrusted.cp) },
  };
}
