import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cents, cents } from "@/domain/money";
import {
  type AccountSums,
  accountLack,
  applied,
  awardLack,
  bopLack,
  EMPTY_ACCOUNT,
  leftInAccount,
  type Movement,
  netOf,
  unitLack,
} from "./ledger";
import { DOSSIER_KINDS } from "./movements";

const purse = (ae: number, cp: number) => ({ ae: cents(ae), cp: cents(cp) });
const move = (kind: Movement["kind"], ae: number, cp: number): Movement => ({
  kind,
  ...purse(ae, cp),
});

describe("the levels above a dossier", () => {
  const bop = { total: cents(1_000), delegated: purse(900, 400) };
  const unit = { received: purse(500, 300), entrusted: purse(200, 250) };

  test.each([
    ["all that is left of the BOP", move("delegation", 100, 600), null],
    ["a cent more of AE", move("delegation", 101, 0), "ae"],
    ["a cent more of CP", move("delegation", 0, 601), "cp"],
    ["what a unit gives back", move("withdrawal", 5_000, 5_000), null],
  ] as const)("%s", (_, movement, path) => {
    expect(bopLack("BOP DINUM", bop, movement)?.path ?? null).toBe(path);
  });

  test.each([
    ["withdrawal", 300, 50, null],
    ["withdrawal", 301, 0, "ae"],
    ["withdrawal", 0, 51, "cp"],
    ["allocation", 300, 50, null],
    ["allocation", 301, 0, "ae"],
    ["delegation", 9_999, 9_999, null],
    ["return", 9_999, 9_999, null],
  ] as const)("a unit: %s of %i and %i", (kind, ae, cp, path) => {
    expect(unitLack("Unité UO", unit, move(kind, ae, cp))?.path ?? null).toBe(path);
  });

  test.each([
    [100, null],
    [101, "ae"],
  ])("an award that still lets 100 be received: %i", (ae, path) => {
    const award = { held: cents(300), net: purse(200, 0) };
    expect(awardLack("Dossier", award, cents(ae))?.path ?? null).toBe(path);
  });

  test("an award brought under what was received lets nothing more", () => {
    const award = { held: cents(100), net: purse(200, 0) };
    expect(awardLack("Dossier", award, cents(1))?.message).toContain("recevoir 0,00");
  });
});

describe("an account", () => {
  const account: AccountSums = {
    received: purse(1_000, 800),
    returned: purse(100, 100),
    committed: cents(600),
    paid: cents(400),
  };

  test("what is left to do", () => {
    expect(leftInAccount(account)).toEqual({
      toCommit: 300,
      toPay: 200,
      toReturn: { ae: 300, cp: 300 },
    });
  });

  test.each([
    ["commitment", 300, 0, null],
    ["commitment", 301, 0, "ae"],
    // A correction never goes under what is paid.
    ["commitment", -200, 0, null],
    ["commitment", -201, 0, "ae"],
    ["payment", 0, 200, null],
    ["payment", 0, 201, "cp"],
    ["payment", 0, -400, null],
    ["payment", 0, -401, "cp"],
    ["return", 200, 200, null],
    ["return", 301, 0, "ae"],
    ["return", 0, 301, "cp"],
    // Fewer AE than CP would be left.
    ["return", 300, 0, "cp"],
    ["return", 200, 0, null],
    ["allocation", 0, 200, null],
    ["allocation", 0, 201, "cp"],
    ["delegation", 9_999, 0, null],
  ] as const)("%s of %i and %i", (kind, ae, cp, path) => {
    expect(accountLack("Dossier", account, move(kind, ae, cp))?.path ?? null).toBe(path);
  });
});

test("whatever the accepted movements, an account never breaks its rules", () => {
  const amount = fc.integer({ min: -50, max: 200 });
  const movement = fc.record({
    kind: fc.constantFrom(...DOSSIER_KINDS),
    ae: amount,
    cp: amount,
  });
  fc.assert(
    fc.property(fc.array(movement, { maxLength: 40 }), (movements) => {
      let account = EMPTY_ACCOUNT;
      for (const { kind, ae, cp } of movements) {
        // Only the accounting corrects, and only commitments and payments.
        const corrects = kind === "commitment" || kind === "payment";
        const least = corrects ? -50 : 0;
        const asked = move(
          kind,
          kind === "payment" ? 0 : Math.max(least, ae),
          kind === "commitment" ? 0 : Math.max(least, cp),
        );
        if (!accountLack("Dossier", account, asked)) account = applied(account, asked);
        const net = netOf(account);
        expect(account.paid).toBeGreaterThanOrEqual(0);
        expect(account.paid).toBeLessThanOrEqual(account.committed);
        expect(account.committed).toBeLessThanOrEqual(net.ae);
        expect(account.paid).toBeLessThanOrEqual(net.cp);
        expect(net.cp).toBeLessThanOrEqual(net.ae as Cents);
        expect(Math.min(...Object.values(leftInAccount(account).toReturn))).toBeGreaterThanOrEqual(
          0,
        );
      }
    }),
  );
});
