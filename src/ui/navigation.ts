import type { Role } from "@/domain/rights/actor";
import { routes } from "@/routes";

export interface NavigationEntry {
  label: string;
  href: string;
}

/** Entries open to everybody. */
export const PUBLIC_ENTRIES: readonly NavigationEntry[] = [
  { label: "Thèmes", href: routes.themes() },
  { label: "Calendrier", href: routes.calendar() },
  { label: "Aide", href: routes.help() },
];

const ROOM_ENTRIES: readonly (NavigationEntry & {
  roles: readonly Role[] | "carrier" | "expert";
})[] = [
  { label: "Mes dossiers", href: routes.dossiers(), roles: "carrier" },
  {
    label: "Dossiers",
    href: routes.instruction(),
    roles: ["theme-owner", "instructor", "secretary"],
  },
  {
    label: "Décisions",
    href: routes.decisions(),
    roles: ["theme-owner", "instructor", "secretary", "chair"],
  },
  {
    label: "Suivi",
    href: routes.followedProjects(),
    roles: ["theme-owner", "instructor"],
  },
  { label: "Jurys", href: routes.juries(), roles: ["theme-owner", "secretary"] },
  { label: "À noter", href: routes.jury(), roles: ["juror"] },
  { label: "Séances", href: routes.sessions(), roles: ["juror", "chair", "secretary"] },
  { label: "Mes intérêts", href: routes.interests(), roles: ["juror"] },
  { label: "Mes avis", href: routes.myOpinions(), roles: "expert" },
  { label: "Portefeuille", href: routes.ministry(), roles: ["dnum"] },
  { label: "Visas", href: routes.visas(), roles: ["dnum"] },
  { label: "Suivi", href: routes.ministryProjects(), roles: ["dnum"] },
  { label: "Recherche", href: routes.auditSearch(), roles: ["auditor"] },
  {
    label: "Crédits",
    href: routes.credits(),
    roles: ["dnum", "bop-manager", "auditor", "cosinum"],
  },
  {
    label: "COSINUM",
    href: routes.steering(),
    // A DNUM has it from its credits.
    roles: ["bop-manager", "auditor", "cosinum"],
  },
  {
    label: "Organisations",
    href: routes.administrationOrganisations(),
    roles: ["administrator"],
  },
  { label: "Rôles", href: routes.administrationRoles(), roles: ["administrator"] },
  { label: "Ouvertures", href: routes.administrationCalls(), roles: ["administrator"] },
];

/** The DSFR's main navigation holds eight entries at most. */
export const MAIN_NAVIGATION_LIMIT = 8;

/**
 * Every entry of an agent, rooms first: the union of those of the roles held. An agent without a role carries projects;
 * `carrier` says that one with roles does too, `expert` that an opinion is awaited from them. The header shows the first eight, the footer all of them.
 */
export function navigationFor(
  roles: readonly Role[],
  { carrier = roles.length === 0, expert = false }: { carrier?: boolean; expert?: boolean } = {},
): readonly NavigationEntry[] {
  const rooms = ROOM_ENTRIES.filter((entry) => {
    if (entry.roles === "carrier") return carrier;
    if (entry.roles === "expert") return expert;
    return entry.roles.some((role) => roles.includes(role));
  });
  // « Suivi » of a theme's owner who is also of a DNUM: one entry, the portfolio leads to the other.
  const named = rooms.filter(
    ({ label }, index) => rooms.findIndex((one) => one.label === label) === index,
  );
  return [...named.map(({ label, href }) => ({ label, href })), ...PUBLIC_ENTRIES];
}
