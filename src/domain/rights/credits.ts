import { isDossierKind, type MovementKind } from "@/domain/credits/movements";
import type { FundOwner } from "@/domain/themes/types";
import { type Actor, holds, ministriesHeld } from "./actor";

/** A unit, as the rights read it. */
export interface UnitScope {
  bop: string;
  ministryId: string;
}

/** The BOP whose credits the actor keeps: that of their own administration. Null when they keep none. */
export function bopKept(actor: Actor): FundOwner | null {
  return holds(actor, "bop-manager") ? (actor.organisation?.fundOwner ?? null) : null;
}

/** Whether the actor reads the credits of every BOP and of every ministry, and writes nothing. */
export function readsAllCredits(actor: Actor): boolean {
  return holds(actor, "auditor") || holds(actor, "cosinum");
}

/** Whether the credits are a room of the actor's. */
export function readsCredits(actor: Actor): boolean {
  return readsAllCredits(actor) || bopKept(actor) !== null || ministriesHeld(actor).length > 0;
}

/** Whether the actor may propose, and confirm what another proposed: the BOP's managers above a unit, its DNUM below. */
export function mayMove(actor: Actor, kind: MovementKind, unit: UnitScope): boolean {
  return isDossierKind(kind)
    ? ministriesHeld(actor).includes(unit.ministryId)
    : bopKept(actor) === unit.bop;
}

/** The BOPs for which the actor creates units: all for an administrator, their own for its manager. */
export function bopsOfUnitMaker(actor: Actor, all: readonly FundOwner[]): readonly FundOwner[] {
  if (holds(actor, "administrator")) return all;
  const kept = bopKept(actor);
  return kept ? [kept] : [];
}
