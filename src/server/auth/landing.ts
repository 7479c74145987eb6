import "server-only";
import { type Actor, holds, type Role } from "@/domain/rights/actor";
import { routes } from "@/routes";

/** The rooms in the order in which work is most often awaited there, for a person who holds several roles. */
const ROOMS: readonly (readonly [readonly Role[], () => string])[] = [
  [["theme-owner", "instructor"], () => routes.instruction()],
  [["juror"], () => routes.jury()],
  [["chair", "secretary"], () => routes.sessions()],
  [["dnum"], () => routes.ministry()],
  [["bop-manager"], () => routes.credits()],
  [["administrator"], () => routes.administration()],
  [["auditor"], () => routes.auditSearch()],
  [["cosinum"], () => routes.steering()],
];

/** The first page of a person who just signed in without asking for one. */
export function landingOf(actor: Actor): string {
  const room = ROOMS.find(([roles]) => roles.some((role) => holds(actor, role)));
  if (room) return room[1]();
  return actor.organisation ? routes.dossiers() : routes.unknownOrganisation();
}
