import { CARRIER_KINDS } from "@/domain/themes/types";
import type { OrganisationKind, Role } from "./actor";

/** What a role is called, and what it may be limited to. */
export const ROLE_WORDS: Record<Role, { label: string; scope: "theme" | "ministry" | "portal" }> = {
  administrator: { label: "Administrateur", scope: "portal" },
  "theme-owner": { label: "Porteur du thème", scope: "theme" },
  instructor: { label: "Instructeur", scope: "theme" },
  juror: { label: "Membre du jury", scope: "theme" },
  chair: { label: "Président du jury", scope: "theme" },
  secretary: { label: "Secrétaire du jury", scope: "theme" },
  dnum: { label: "Direction du numérique (DNUM)", scope: "ministry" },
  auditor: { label: "Auditeur", scope: "portal" },
  "bop-manager": { label: "Gestionnaire de BOP", scope: "portal" },
  cosinum: { label: "Membre du COSINUM", scope: "portal" },
};

export const ORGANISATION_KINDS = ["ministry", ...CARRIER_KINDS] as const;

/** Kinds of organisation, as a choice. */
export const ORGANISATION_KIND_WORDS: Record<OrganisationKind, string> = {
  ministry: "Ministère",
  "central-administration": "Administration centrale",
  "business-directorate": "Direction métier d’une administration centrale",
  dnum: "Direction du numérique d’un ministère (DNUM)",
  "deconcentrated-service": "Service déconcentré de l’État",
  "state-operator": "Opérateur de l’État",
  "public-laboratory": "Laboratoire public de recherche",
  "local-authority": "Collectivité territoriale",
};

/** What a role covers: « ITN3 », « Ministère de l’Intérieur », « Tous les thèmes », « Tout le portail ». */
export function scopeWords(grant: {
  role: Role;
  theme: string | null;
  ministryName: string | null;
}): string {
  const everything =
    ROLE_WORDS[grant.role].scope === "theme" ? "Tous les thèmes" : "Tout le portail";
  return grant.theme ?? grant.ministryName ?? everything;
}
