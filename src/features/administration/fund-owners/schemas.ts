import { z } from "zod";
import { text } from "@/domain/text";
import { FUND_OWNERS } from "@/domain/themes/types";

export const fundOwnerSchema = z.object({
  owner: z.enum(FUND_OWNERS),
  siret: z
    .string()
    .transform((typed) => typed.replace(/\s/g, ""))
    .refine((typed) => /^\d{14}$/.test(typed), {
      error: "Écrivez les 14 chiffres du SIRET, par exemple 130 025 265 00013.",
    }),
  reason: text(500).refine((typed) => typed !== "", {
    error: "Dites pourquoi. Exemple\u00A0: nouveau SIRET de la direction au 1er janvier.",
  }),
});
export type FundOwnerInput = z.output<typeof fundOwnerSchema>;
