import { z } from "zod";
import { optionalDay } from "@/domain/day-field";
import { text } from "@/domain/text";

/** What enters by the delegations of a DNUM, one schema per command. */

export const delegateSchema = z.object({
  ministryId: z.uuid({ error: "Choisissez le ministère dans la liste." }),
  email: text(254)
    .transform((value) => value.toLowerCase())
    .refine((value) => /^[^\s@]+@[^\s@]+$/.test(value), {
      error: "Écrivez une adresse électronique. Exemple\u00A0: prenom.nom@interieur.gouv.fr.",
    }),
  startsOn: optionalDay,
  endsOn: optionalDay.refine((value) => value !== null, {
    error: "Une délégation a une fin\u00A0: indiquez son dernier jour.",
  }),
  reason: text(500).refine((value) => value !== "", {
    error: "Indiquez la raison. Exemple\u00A0: congés du 2 au 20 août.",
  }),
});
export type DelegateInput = z.output<typeof delegateSchema>;

export const endDelegationSchema = z.object({ grantId: z.uuid() });
export type EndDelegationInput = z.output<typeof endDelegationSchema>;
