import { type Cents, cents, formatEuros } from "@/domain/money";
import type { MovementKind } from "./movements";

/** Authorisations (AE) and payment credits (CP), TTC. */
export interface Purse {
  ae: Cents;
  cp: Cents;
}

/** A movement of a level, as it is counted: negative to correct. */
export interface Movement extends Purse {
  kind: MovementKind;
}

/** What a BOP may delegate, and what its units received of it. */
export interface BopSums {
  total: Cents;
  delegated: Purse;
}

/** What a unit received of its BOP, and what it entrusted to dossiers, returns deduced. */
export interface UnitSums {
  received: Purse;
  entrusted: Purse;
}

/** What a dossier received in a unit, gave back, committed (AE) and paid (CP). */
export interface AccountSums {
  received: Purse;
  returned: Purse;
  committed: Cents;
  paid: Cents;
}

export const EMPTY_ACCOUNT: AccountSums = {
  received: { ae: cents(0), cp: cents(0) },
  returned: { ae: cents(0), cp: cents(0) },
  committed: cents(0),
  paid: cents(0),
};

const add = (one: Purse, other: Purse, sign = 1): Purse => ({
  ae: cents(one.ae + sign * other.ae),
  cp: cents(one.cp + sign * other.cp),
});

/** What is left of a level: to delegate, to entrust. */
export function leftInBop({ total, delegated }: BopSums): Purse {
  return { ae: cents(total - delegated.ae), cp: cents(total - delegated.cp) };
}
export function leftInUnit({ received, entrusted }: UnitSums): Purse {
  return add(received, entrusted, -1);
}

/** What an account holds: received, less what it gave back. */
export function netOf({ received, returned }: AccountSums): Purse {
  return add(received, returned, -1);
}

/** What an account may still commit, pay, and give back. */
export function leftInAccount(account: AccountSums): {
  toCommit: Cents;
  toPay: Cents;
  toReturn: Purse;
} {
  const net = netOf(account);
  const unpaid = cents(net.cp - account.paid);
  return {
    toCommit: cents(net.ae - account.committed),
    // Nothing is paid that no commitment promised.
    toPay: cents(Math.min(unpaid, account.committed - account.paid)),
    toReturn: { ae: cents(net.ae - account.committed), cp: unpaid },
  };
}

/** Why a level refuses a movement: which of both is short, how much is left, and the sentence. */
export interface Lack {
  path: "ae" | "cp";
  message: string;
}

interface Need {
  path: "ae" | "cp";
  left: Cents;
  asked: Cents;
  /** « à déléguer ». */
  use: string;
}

const OF = { ae: "d’AE", cp: "de CP" } as const;

function lacking(level: string, needs: readonly Need[]): Lack | null {
  const need = needs.find(({ asked, left }) => asked > left);
  if (!need) return null;
  const { path, left, asked, use } = need;
  return {
    path,
    message: `${level}\u00A0: il reste ${formatEuros(left)} ${OF[path]} ${use} pour ${formatEuros(asked)} demandés. Réduisez le montant.`,
  };
}

/** Why a BOP cannot bear a delegation; null when it can. It always takes back what a unit may give back. */
export function bopLack(name: string, bop: BopSums, { kind, ae, cp }: Movement): Lack | null {
  if (kind !== "delegation") return null;
  const left = leftInBop(bop);
  const use = "à déléguer";
  return lacking(name, [
    { path: "ae", left: left.ae, asked: ae, use },
    { path: "cp", left: left.cp, asked: cp, use },
  ]);
}

/** Why a unit cannot bear a withdrawal or the allocation of a dossier; null when it can. */
export function unitLack(name: string, unit: UnitSums, { kind, ae, cp }: Movement): Lack | null {
  if (kind !== "withdrawal" && kind !== "allocation") return null;
  const left = leftInUnit(unit);
  const use = kind === "withdrawal" ? "à rendre au BOP" : "à déléguer aux dossiers";
  return lacking(name, [
    { path: "ae", left: left.ae, asked: ae, use },
    { path: "cp", left: left.cp, asked: cp, use },
  ]);
}

/**
 * Why an account cannot bear a movement; null when it can. A dossier never holds more CP than AE: what is to be paid was
 * first allowed to be committed (a reading: the texts track both, and say nothing of their order).
 */
export function accountLack(name: string, account: AccountSums, movement: Movement): Lack | null {
  const { kind, ae, cp } = movement;
  const left = leftInAccount(account);
  switch (kind) {
    case "commitment":
      return ae >= 0
        ? lacking(name, [{ path: "ae", left: left.toCommit, asked: ae, use: "à engager" }])
        : lacking(name, [
            {
              path: "ae",
              left: cents(account.committed - account.paid),
              asked: cents(-ae),
              use: "engagées et non payées",
            },
          ]);
    case "payment":
      return cp >= 0
        ? lacking(name, [{ path: "cp", left: left.toPay, asked: cp, use: "à payer" }])
        : lacking(name, [{ path: "cp", left: account.paid, asked: cents(-cp), use: "payés" }]);
    case "return":
      return (
        lacking(name, [
          { path: "ae", left: left.toReturn.ae, asked: ae, use: "non engagées" },
          { path: "cp", left: left.toReturn.cp, asked: cp, use: "non payés" },
        ]) ?? beyondAe(name, applied(account, movement))
      );
    case "allocation":
      return beyondAe(name, applied(account, movement));
    default:
      return null;
  }
}

function beyondAe(name: string, after: AccountSums): Lack | null {
  const net = netOf(after);
  if (net.cp <= net.ae) return null;
  return {
    path: "cp",
    message: `${name}\u00A0: il garderait ${formatEuros(net.cp)} de CP pour ${formatEuros(net.ae)} d’AE. Un dossier a au plus autant de CP que d’AE\u00A0: changez l’un des montants.`,
  };
}

/** Why an award cannot bear what a dossier would receive; null when it can. `net`: what it holds, all units together. */
export function awardLack(
  name: string,
  award: { held: Cents; net: Purse },
  ae: Cents,
): Lack | null {
  const left = cents(Math.max(0, award.held - award.net.ae));
  if (ae <= left) return null;
  return {
    path: "ae",
    message: `${name}\u00A0: l’aide permet encore de recevoir ${formatEuros(left)} d’AE pour ${formatEuros(ae)} demandés. Réduisez le montant.`,
  };
}

/** An account once a movement is counted. */
export function applied(account: AccountSums, { kind, ae, cp }: Movement): AccountSums {
  switch (kind) {
    case "allocation":
      return { ...account, received: add(account.received, { ae, cp }) };
    case "return":
      return { ...account, returned: add(account.returned, { ae, cp }) };
    case "commitment":
      return { ...account, committed: cents(account.committed + ae) };
    case "payment":
      return { ...account, paid: cents(account.paid + cp) };
    default:
      return account;
  }
}
