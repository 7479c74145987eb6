import { expect } from "vitest";
import { database } from "@/server/database/client";
import { heldBy } from "@/server/envelopes";

/** Every level is the sum of the one under it, to the cent, and none is below zero or above what feeds it. */
export async function expectAddsUp(): Promise<void> {
  const db = database();
  const [bops, units, accounts, movements] = await Promise.all([
    db.bop.findMany(),
    db.operatingUnit.findMany(),
    db.creditAccount.findMany(),
    db.creditMovement.findMany(),
  ]);
  const sum = (
    kinds: string[],
    of: "ae" | "cp",
    where: (m: (typeof movements)[number]) => boolean,
  ) =>
    movements
      .filter((each) => kinds.includes(each.kind) && where(each))
      .reduce((total, each) => total + each[of], 0n);
  for (const bop of bops) {
    const own = units.filter((unit) => unit.bop === bop.owner);
    expect(bop.delegatedAe).toBe(own.reduce((total, unit) => total + unit.receivedAe, 0n));
    expect(bop.delegatedCp).toBe(own.reduce((total, unit) => total + unit.receivedCp, 0n));
    expect(bop.delegatedAe).toBeLessThanOrEqual(bop.total);
  }
  for (const unit of units) {
    const of = (each: { unitId: string }) => each.unitId === unit.id;
    expect(unit.receivedAe).toBe(sum(["delegation"], "ae", of) - sum(["withdrawal"], "ae", of));
    expect(unit.receivedCp).toBe(sum(["delegation"], "cp", of) - sum(["withdrawal"], "cp", of));
    const own = accounts.filter(of);
    expect(unit.entrustedAe).toBe(own.reduce((t, a) => t + a.receivedAe - a.returnedAe, 0n));
    expect(unit.entrustedCp).toBe(own.reduce((t, a) => t + a.receivedCp - a.returnedCp, 0n));
    expect(unit.entrustedAe).toBeLessThanOrEqual(unit.receivedAe);
    expect(unit.entrustedCp).toBeLessThanOrEqual(unit.receivedCp);
  }
  for (const account of accounts) {
    const of = (each: { unitId: string; dossierId: string | null }) =>
      each.unitId === account.unitId && each.dossierId === account.dossierId;
    expect(account.committedAe).toBe(sum(["commitment"], "ae", of));
    expect(account.paidCp).toBe(sum(["payment"], "cp", of));
    const net = account.receivedAe - account.returnedAe;
    expect(account.paidCp).toBeLessThanOrEqual(account.committedAe);
    expect(account.committedAe).toBeLessThanOrEqual(net);
    const decision = await db.decision.findFirstOrThrow({
      where: { dossierId: account.dossierId },
    });
    const held = await heldBy(decision.id);
    expect(net).toBeLessThanOrEqual(BigInt(held));
  }
}
