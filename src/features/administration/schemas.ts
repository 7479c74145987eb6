import { z } from "zod";
import { optionalDay } from "@/domain/day-field";
import { ROLES } from "@/domain/rights/actor";
import { ORGANISATION_KINDS } from "@/domain/rights/labels";
import { REGION_CODES } from "@/domain/territories";
import { name, text } from "@/domain/text";
import { THEME_CODES } from "@/domain/themes/types";

const siret = z.string().regex(/^\d{14}$/, "Le numéro de SIRET a 14 chiffres, sans espace.");
const reason = text(500).refine((value) => value.length >= 5, {
  message: "Donnez la raison en une phrase\u00A0: elle est gardée au journal.",
});

/** A choice that may be left empty: null then. */
function optionalChoice<Value extends string>(values: readonly [Value, ...Value[]]) {
  return z
    .enum(["", ...values], "Choisissez une des valeurs de la liste.")
    .transform((value): Value | null => (value === "" ? null : (value as Value)));
}

const optionalId = z
  .union([z.literal(""), z.uuid("Choisissez une des valeurs de la liste.")])
  .transform((value) => value || null);

/** Says that the agents who claim a SIRET belong to an organisation the portal knows. */
export const attachSchema = z.object({
  siret,
  organisationId: z.uuid("Choisissez l’organisation dans la liste."),
});
export type AttachInput = z.output<typeof attachSchema>;

/** Adds the organisation of a SIRET to the portal's table. */
export const createOrganisationSchema = z.object({
  siret,
  kind: z.enum(ORGANISATION_KINDS, "Choisissez la nature de l’organisation."),
  name: name(300).refine(
    (value) => value.length >= 3,
    "Écrivez le nom complet, par exemple «\u00A0Préfecture de l’Ain\u00A0».",
  ),
  ministryId: optionalId,
  region: optionalChoice(REGION_CODES),
});
export type CreateOrganisationInput = z.output<typeof createOrganisationSchema>;

export const grantSchema = z.object({
  agentId: z.uuid(),
  role: z.enum(ROLES, "Choisissez un rôle."),
  theme: optionalChoice(THEME_CODES),
  ministryId: optionalId,
  startsOn: optionalDay,
  endsOn: optionalDay,
  reason,
});
export type GrantInput = z.output<typeof grantSchema>;

export const revokeSchema = z.object({ grantId: z.uuid(), reason });
export type RevokeInput = z.output<typeof revokeSchema>;

export const linkIdentitySchema = z.object({
  identityId: z.uuid(),
  agentId: z.uuid("Choisissez le compte à garder."),
  reason,
});
export type LinkIdentityInput = z.output<typeof linkIdentitySchema>;

export const closeAccountSchema = z.object({ agentId: z.uuid(), reason });
export type CloseAccountInput = z.output<typeof closeAccountSchema>;
