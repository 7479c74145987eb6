import { notAllowed, notFound } from "@/domain/errors";
import { type Actor, holds } from "@/domain/rights/actor";

/** A command of this room: refused to anybody else. */
export function requireAdministrator(actor: Actor): void {
  if (!holds(actor, "administrator")) throw notAllowed();
}

/** A page of this room: out of sight for anybody else. */
export function administratorOnly(actor: Actor): void {
  if (!holds(actor, "administrator")) throw notFound();
}
