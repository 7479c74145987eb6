import { z } from "zod";
import { dossierNumber } from "@/domain/dossier/number";
import { text } from "@/domain/text";

export const restoreLeadSchema = z.object({
  number: dossierNumber,
  agentId: z.uuid("Choisissez une personne de la liste."),
  reason: text(500).refine((value) => value.length >= 5, {
    message: "Donnez la raison en une phrase\u00A0: l’équipe la lira, et le journal la garde.",
  }),
});
export type RestoreLeadInput = z.output<typeof restoreLeadSchema>;
