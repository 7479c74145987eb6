import { type Day, parisDay } from "@/domain/calendar";
import type { ChainAmounts } from "@/domain/credits/chain";
import { dormantAmount } from "@/domain/credits/dormancy";
import { type AccountSums, leftInUnit, type Purse } from "@/domain/credits/ledger";
import { DOSSIER_KINDS, type DossierKind } from "@/domain/credits/movements";
import { dossierNumber } from "@/domain/dossier/number";
import type { DossierStatus } from "@/domain/dossier/statuses";
import { notFound } from "@/domain/errors";
import { type Cents, cents } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { mayMove, readsCredits } from "@/domain/rights/credits";
import { THEMES } from "@/domain/themes/index";
import type { Theme, ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { accountSums, awardOf, PAYING_DECISION, unitSums } from "@/server/credits";
import type { Transaction } from "@/server/database/client";
import { inRoom } from "@/server/database/ministry-sight";
import { type Relation, visibleDossiers } from "@/server/visibility";
import { unitOf } from "../unit-in-sight";
import {
  chainOfRow,
  dayOf,
  MOVEMENT,
  type MovementLine,
  movementLine,
  PAID_DOSSIER,
  PROPOSAL,
  type ProposalLine,
  proposalLine,
  totalOf,
} from "./rows";

const MOST_MOVEMENTS = 200;

/** The credits of a dossier, as its unit and its award stand now. */
export interface CreditedDossier {
  number: string;
  title: string;
  theme: Theme;
  status: DossierStatus;
  carrier: string;
  amounts: ChainAmounts;
  account: AccountSums;
  /** What the award still lets it receive. */
  receivable: Cents;
  /** Null while the ministry has no unit for the theme. */
  unit: { id: string; code: string; left: Purse } | null;
  dormant: { amount: Cents; since: Day } | null;
  proposable: readonly DossierKind[];
  proposals: readonly ProposalLine[];
  movements: readonly MovementLine[];
}

/** Throws `not-found` out of the actor's sight, and for a dossier without a notified award. */
export async function readCreditedDossier(actor: Actor, number: string): Promise<CreditedDossier> {
  if (!readsCredits(actor)) throw notFound();
  return inRoom(actor, "credits", (db) => creditedDossierIn(db, actor, number));
}

async function creditedDossierIn(
  db: Transaction,
  actor: Actor,
  number: string,
): Promise<CreditedDossier> {
  const row = await paidRow(db, actor, { number, as: "credits" });
  if (!row) throw notFound();
  const dossierId = row.id;
  const themeCode = row.themeCode as ThemeCode;
  const [unit, award, proposals, movements, now] = await Promise.all([
    unitOf({ ministryId: row.ministryId, themeCode }, db),
    awardOf(dossierId, db),
    db.creditProposal.findMany({
      where: { dossierId, status: "proposed" },
      orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
      include: PROPOSAL,
    }),
    db.creditMovement.findMany({
      where: { dossierId },
      orderBy: { id: "desc" },
      take: MOST_MOVEMENTS,
      include: MOVEMENT,
    }),
    portalNow(db),
  ]);
  const account = totalOf(row.accounts.map(accountSums));
  const moved = row.accounts[0]?.lastMovedOn;
  const since = moved ? dayOf(moved) : null;
  const asleep = dormantAmount(account, since, parisDay(now));
  return {
    number,
    title: row.title,
    theme: THEMES[themeCode],
    status: row.status as DossierStatus,
    carrier: row.carrier.name,
    amounts: chainOfRow(row),
    account,
    receivable: award ? cents(Math.max(0, award.held - award.net.ae)) : cents(0),
    unit: unit && { id: unit.id, code: unit.code, left: leftInUnit(unitSums(unit)) },
    dormant: since && asleep > 0 ? { amount: asleep, since } : null,
    proposable: unit ? DOSSIER_KINDS.filter((kind) => mayMove(actor, kind, unit)) : [],
    proposals: proposals.map((each) => proposalLine(each, actor.agentId)),
    movements: movements.map(movementLine),
  };
}

/** The seven links of a dossier, for the page another room has of it; null before its award is notified. */
export async function readCreditsSummary(
  actor: Actor,
  number: string,
  as: Extract<Relation, "ministry" | "instruction">,
): Promise<ChainAmounts | null> {
  const row = await inRoom(actor, as, (db) => paidRow(db, actor, { number, as }));
  return row && chainOfRow(row);
}

async function paidRow(
  db: Transaction,
  actor: Actor,
  { number, as }: { number: string; as: Relation },
) {
  if (!dossierNumber.safeParse(number).success) return null;
  return db.dossier.findFirst({
    where: {
      AND: [{ number }, visibleDossiers(actor, as), { decisions: { some: PAYING_DECISION } }],
    },
    select: { ...PAID_DOSSIER, status: true, ministryId: true },
  });
}
