import type { CarrierKind, FundOwner, ThemeCode } from "@/domain/themes/types";

/** Roles granted by an administrator, for a theme, a ministry or the whole portal. Carrying a project needs none. */
export const ROLES = [
  "administrator",
  "theme-owner",
  "instructor",
  "juror",
  "chair",
  "secretary",
  "dnum",
  "auditor",
  "bop-manager",
  "cosinum",
] as const;
export type Role = (typeof ROLES)[number];

/** A role in force now. Its scope is a theme, a ministry, or neither when it covers the whole portal. */
export interface Grant {
  role: Role;
  theme: ThemeCode | null;
  ministryId: string | null;
}

export type OrganisationKind = CarrierKind | "ministry";

/** The organisation an agent belongs to, as the portal's own tables say it, never as a claim says it. */
export interface ActorOrganisation {
  id: string;
  kind: OrganisationKind;
  name: string;
  ministryId: string | null;
  /** On the two administrations that own the funds: whose BOP its managers keep. */
  fundOwner?: FundOwner | null;
}

/** Who asks. Read again from the database at each request, with the rights in force. */
export interface Actor {
  agentId: string;
  givenName: string;
  usualName: string;
  email: string;
  /** Null until an administrator attaches the agent's unknown organisation. */
  organisation: ActorOrganisation | null;
  grants: readonly Grant[];
}

/** `Prénom Nom`. */
export function fullName(agent: { givenName: string; usualName: string }): string {
  return `${agent.givenName} ${agent.usualName}`;
}

/** Whether the actor holds a role, anywhere. */
export function holds(actor: Actor, role: Role): boolean {
  return actor.grants.some((grant) => grant.role === role);
}

/** Whether the actor holds a role for a theme (a grant without theme covers all of them). */
export function holdsFor(actor: Actor, role: Role, theme: ThemeCode): boolean {
  return actor.grants.some(
    (grant) => grant.role === role && (grant.theme === null || grant.theme === theme),
  );
}

/** Themes for which the actor holds one of the roles; `"all"` when one of the grants has no theme. */
export function themesHeld(actor: Actor, roles: readonly Role[]): readonly ThemeCode[] | "all" {
  const grants = actor.grants.filter((grant) => roles.includes(grant.role));
  if (grants.some((grant) => grant.theme === null)) return "all";
  return grants.flatMap((grant) => (grant.theme ? [grant.theme] : []));
}

/** Ministries whose DNUM the actor works for. */
export function ministriesHeld(actor: Actor): readonly string[] {
  return actor.grants.flatMap((grant) =>
    grant.role === "dnum" && grant.ministryId ? [grant.ministryId] : [],
  );
}
