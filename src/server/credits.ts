import "server-only";
import {
  type AccountSums,
  accountLack,
  awardLack,
  type BopSums,
  bopLack,
  EMPTY_ACCOUNT,
  type Lack,
  netOf,
  type Purse,
  type UnitSums,
  unitLack,
} from "@/domain/credits/ledger";
import type { MovementKind } from "@/domain/credits/movements";
import { BusinessError } from "@/domain/errors";
import { type Cents, cents, centsFromBigInt } from "@/domain/money";
import { database, type Transaction } from "./database/client";
import type { Bop, CreditAccount, OperatingUnit } from "./database/generated/client";
import { heldBy } from "./envelopes";

/** The decision that gives a dossier its credits: accepted, confirmed, and told to its carrier. */
export const PAYING_DECISION = {
  status: "confirmed",
  outcome: "accepted",
  notifiedAt: { not: null },
} as const;

/** A movement to write, of a unit and, below it, of a dossier. */
export interface MovementOrder extends Purse {
  kind: MovementKind;
  unitId: string;
  dossierId: string | null;
  reference: string;
  label: string;
  onDay: Date;
  proposalId: string | null;
}

const purse = (ae: bigint, cp: bigint): Purse => ({
  ae: centsFromBigInt(ae),
  cp: centsFromBigInt(cp),
});

/** The sums of a level, as its rules read them. */
export function bopSums(row: Pick<Bop, "total" | "delegatedAe" | "delegatedCp">): BopSums {
  return { total: centsFromBigInt(row.total), delegated: purse(row.delegatedAe, row.delegatedCp) };
}
type UnitColumns = "receivedAe" | "receivedCp" | "entrustedAe" | "entrustedCp";
export function unitSums(row: Pick<OperatingUnit, UnitColumns>): UnitSums {
  return {
    received: purse(row.receivedAe, row.receivedCp),
    entrusted: purse(row.entrustedAe, row.entrustedCp),
  };
}
type AccountColumns =
  | "receivedAe"
  | "receivedCp"
  | "returnedAe"
  | "returnedCp"
  | "committedAe"
  | "paidCp";
export function accountSums(row: Pick<CreditAccount, AccountColumns>): AccountSums {
  return {
    received: purse(row.receivedAe, row.receivedCp),
    returned: purse(row.returnedAe, row.returnedCp),
    committed: centsFromBigInt(row.committedAe),
    paid: centsFromBigInt(row.paidCp),
  };
}

/** What the award of a dossier still lets it receive, and the decision it comes from; null without a notified award. */
export async function awardOf(
  dossierId: string,
  tx: Transaction = database(),
): Promise<{ decisionId: string; held: Cents; net: Purse } | null> {
  const decision = await tx.decision.findFirst({
    where: { dossierId, ...PAYING_DECISION },
    select: { id: true },
  });
  if (!decision) return null;
  const [held, funded, accounts] = await Promise.all([
    heldBy(decision.id, tx),
    fundedPhases(dossierId, tx),
    tx.creditAccount.findMany({ where: { dossierId } }),
  ]);
  const nets = accounts.map((account) => netOf(accountSums(account)));
  return {
    decisionId: decision.id,
    held: funded === null ? held : cents(Math.min(held, funded)),
    net: {
      ae: cents(nets.reduce((total, { ae }) => total + ae, 0)),
      cp: cents(nets.reduce((total, { cp }) => total + cp, 0)),
    },
  };
}

/** The shares of the phases funded so far: the next one is only after its milestones (Livret l.760, l.812). Null without phases. */
async function fundedPhases(dossierId: string, tx: Transaction): Promise<Cents | null> {
  const phases = await tx.executionPhase.findMany({
    where: { dossierId },
    select: { grant: true, fundedAt: true },
  });
  if (phases.length === 0) return null;
  const funded = phases.filter(({ fundedAt }) => fundedAt !== null);
  return centsFromBigInt(funded.reduce((total, { grant }) => total + grant, 0n));
}

/**
 * Writes a movement: one conditional statement per level, from the top, whose row says that the money was there, then its
 * line. All pass or none does: the caller's transaction falls with the first level that lacks money. The dossier's lock is
 * held for what it receives or gives back. Always BOP, unit, account: two movements never wait for each other.
 */
export async function writeMovement(tx: Transaction, order: MovementOrder): Promise<void> {
  for (const level of LEVELS[order.kind]) {
    const moved = await level.write(tx, order);
    if (moved === 1) continue;
    const lack = await LACKS[level.of](tx, order);
    throw lack ? lackRefusal(lack) : movedMeanwhile();
  }
  const { kind, unitId, dossierId, ae, cp, reference, label, onDay, proposalId } = order;
  await tx.creditMovement.create({
    data: {
      kind,
      unitId,
      dossierId,
      ae: BigInt(ae),
      cp: BigInt(cp),
      reference,
      label,
      onDay,
      proposalId,
    },
  });
}

type Level = (tx: Transaction, order: MovementOrder) => Promise<number>;

const delegated =
  (sign: bigint): Level =>
  (tx, { unitId, ae, cp }) => {
    const [dae, dcp] = [sign * BigInt(ae), sign * BigInt(cp)];
    return tx.$executeRaw`
      UPDATE bop SET delegated_ae = delegated_ae + ${dae}, delegated_cp = delegated_cp + ${dcp}
      WHERE owner = (SELECT bop FROM operating_unit WHERE id = ${unitId}::uuid)
        AND delegated_ae + ${dae} BETWEEN 0 AND total AND delegated_cp + ${dcp} BETWEEN 0 AND total`;
  };

const receivedByUnit =
  (sign: bigint): Level =>
  (tx, { unitId, ae, cp }) => {
    const [dae, dcp] = [sign * BigInt(ae), sign * BigInt(cp)];
    return tx.$executeRaw`
      UPDATE operating_unit SET received_ae = received_ae + ${dae}, received_cp = received_cp + ${dcp}
      WHERE id = ${unitId}::uuid AND entrusted_ae <= received_ae + ${dae} AND entrusted_cp <= received_cp + ${dcp}`;
  };

const entrusted =
  (sign: bigint): Level =>
  (tx, { unitId, ae, cp }) => {
    const [dae, dcp] = [sign * BigInt(ae), sign * BigInt(cp)];
    return tx.$executeRaw`
      UPDATE operating_unit SET entrusted_ae = entrusted_ae + ${dae}, entrusted_cp = entrusted_cp + ${dcp}
      WHERE id = ${unitId}::uuid
        AND entrusted_ae + ${dae} BETWEEN 0 AND received_ae AND entrusted_cp + ${dcp} BETWEEN 0 AND received_cp`;
  };

const allocated: Level = async (tx, { unitId, dossierId, ae, cp, onDay }) => {
  if (dossierId === null) return 0;
  await tx.$executeRaw`
    INSERT INTO credit_account (dossier_id, unit_id) VALUES (${dossierId}::uuid, ${unitId}::uuid) ON CONFLICT DO NOTHING`;
  const award = await awardOf(dossierId, tx);
  const held = BigInt(award?.held ?? 0);
  return tx.$executeRaw`
    UPDATE credit_account SET received_ae = received_ae + ${BigInt(ae)}, received_cp = received_cp + ${BigInt(cp)},
      last_moved_on = greatest(last_moved_on, ${onDay}::date)
    WHERE dossier_id = ${dossierId}::uuid AND unit_id = ${unitId}::uuid
      AND received_cp + ${BigInt(cp)} - returned_cp <= received_ae + ${BigInt(ae)} - returned_ae
      AND ${BigInt(ae)} + (SELECT sum(received_ae - returned_ae) FROM credit_account
        WHERE dossier_id = ${dossierId}::uuid) <= ${held}`;
};

const committed: Level = (tx, { unitId, dossierId, ae, onDay }) => tx.$executeRaw`
  UPDATE credit_account SET committed_ae = committed_ae + ${BigInt(ae)}, last_moved_on = greatest(last_moved_on, ${onDay}::date)
  WHERE dossier_id = ${dossierId}::uuid AND unit_id = ${unitId}::uuid
    AND committed_ae + ${BigInt(ae)} BETWEEN paid_cp AND received_ae - returned_ae`;

const paid: Level = (tx, { unitId, dossierId, cp, onDay }) => tx.$executeRaw`
  UPDATE credit_account SET paid_cp = paid_cp + ${BigInt(cp)}, last_moved_on = greatest(last_moved_on, ${onDay}::date)
  WHERE dossier_id = ${dossierId}::uuid AND unit_id = ${unitId}::uuid
    AND paid_cp + ${BigInt(cp)} BETWEEN 0 AND least(received_cp - returned_cp, committed_ae)`;

const returned: Level = (tx, { unitId, dossierId, ae, cp, onDay }) => tx.$executeRaw`
  UPDATE credit_account SET returned_ae = returned_ae + ${BigInt(ae)}, returned_cp = returned_cp + ${BigInt(cp)},
    last_moved_on = greatest(last_moved_on, ${onDay}::date)
  WHERE dossier_id = ${dossierId}::uuid AND unit_id = ${unitId}::uuid
    AND committed_ae <= received_ae - returned_ae - ${BigInt(ae)} AND paid_cp <= received_cp - returned_cp - ${BigInt(cp)}
    AND received_cp - returned_cp - ${BigInt(cp)} <= received_ae - returned_ae - ${BigInt(ae)}`;

const LEVELS: Readonly<Record<MovementKind, readonly { of: LevelName; write: Level }[]>> = {
  delegation: [
    { of: "bop", write: delegated(1n) },
    { of: "unit", write: receivedByUnit(1n) },
  ],
  withdrawal: [
    { of: "bop", write: delegated(-1n) },
    { of: "unit", write: receivedByUnit(-1n) },
  ],
  allocation: [
    { of: "unit", write: entrusted(1n) },
    { of: "account", write: allocated },
  ],
  return: [
    { of: "unit", write: entrusted(-1n) },
    { of: "account", write: returned },
  ],
  commitment: [{ of: "account", write: committed }],
  payment: [{ of: "account", write: paid }],
};

type Asked = Pick<MovementOrder, "kind" | "unitId" | "dossierId" | "ae" | "cp">;
type LevelName = "bop" | "unit" | "account";

/** What one level says of a movement, as it stands in the caller's transaction; null when it can bear it. */
const LACKS: Readonly<Record<LevelName, (tx: Transaction, asked: Asked) => Promise<Lack | null>>> =
  {
    async bop(tx, asked) {
      const { bop } = await tx.operatingUnit.findUniqueOrThrow({ where: { id: asked.unitId } });
      const row = await tx.bop.findUniqueOrThrow({ where: { owner: bop } });
      return bopLack(`BOP ${bop}`, bopSums(row), asked);
    },
    async unit(tx, asked) {
      const unit = await tx.operatingUnit.findUniqueOrThrow({ where: { id: asked.unitId } });
      return unitLack(`Unité ${unit.code}`, unitSums(unit), asked);
    },
    async account(tx, asked) {
      const { kind, unitId, dossierId, ae } = asked;
      if (dossierId === null) return null;
      const where = { dossierId_unitId: { dossierId, unitId } };
      const [dossier, account] = await Promise.all([
        tx.dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { number: true } }),
        tx.creditAccount.findUnique({ where }),
      ]);
      const name = `Dossier ${dossier.number}`;
      if (kind === "allocation") {
        const award = (await awardOf(dossierId, tx)) ?? NO_AWARD;
        const lack = awardLack(name, award, ae);
        if (lack) return lack;
      }
      return accountLack(name, account ? accountSums(account) : EMPTY_ACCOUNT, asked);
    },
  };

const NO_AWARD = { held: cents(0), net: { ae: cents(0), cp: cents(0) } };

/** Which level cannot bear a movement today, from the top; null when all of them can. */
export async function lackOf(tx: Transaction, asked: Asked): Promise<Lack | null> {
  for (const level of ["bop", "unit", "account"] as const) {
    const lack = await LACKS[level](tx, asked);
    if (lack) return lack;
  }
  return null;
}

/** The refusal a lack is told by, beside the amount that is short. */
export function lackRefusal({ path, message }: Lack): BusinessError {
  return new BusinessError("envelope-exceeded", message, [{ path, message }]);
}

function movedMeanwhile(): BusinessError {
  return new BusinessError(
    "changed-meanwhile",
    "Les crédits viennent de changer\u00A0: relisez les montants, puis recommencez.",
  );
}
