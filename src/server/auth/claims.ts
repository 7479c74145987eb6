import "server-only";
import { z } from "zod";
import { name } from "@/domain/text";

const label = name(300).pipe(z.string().min(1));

/**
 * What the provider says of a person, once: signed userinfo, with `iss`, `acr` and `amr` of the ID token. Other claims
 * are dropped. What is optional never stops a sign-in: a telephone number that cannot be read is no number.
 */
const claimsSchema = z.object({
  iss: z.string().min(1).max(500),
  sub: z.string().min(1).max(500),
  given_name: label,
  usual_name: label,
  email: z.email().max(320),
  phone_number: name(40).optional().catch(undefined),
  siret: z
    .string()
    .regex(/^\d{14}$/)
    .optional()
    .catch(undefined),
  organization_label: label.optional().catch(undefined),
  idp_id: z.string().max(200).optional().catch(undefined),
  roles: z.array(z.string()).optional().catch(undefined),
  acr: z.string().optional(),
  amr: z.array(z.string()).optional().catch(undefined),
});

export interface Claims {
  issuer: string;
  subject: string;
  givenName: string;
  usualName: string;
  email: string;
  phone: string | null;
  siret: string | null;
  organisationLabel: string | null;
  idpId: string | null;
  /** `agent_public`, `agent_public_etat`, `agent_public_territorial`: a coarse gate, nothing more. */
  populations: readonly string[];
  acr: string | null;
  amr: readonly string[];
}

/** The claims of a sign-in. Throws a ZodError when one that identifies the person is missing or malformed. */
export function readClaims(raw: unknown): Claims {
  const claims = claimsSchema.parse(raw);
  return {
    issuer: claims.iss,
    subject: claims.sub,
    givenName: claims.given_name,
    usualName: claims.usual_name,
    email: claims.email,
    phone: claims.phone_number || null,
    siret: claims.siret ?? null,
    organisationLabel: claims.organization_label ?? null,
    idpId: claims.idp_id ?? null,
    populations: claims.roles ?? [],
    acr: claims.acr ?? null,
    amr: claims.amr ?? [],
  };
}
