import { z } from "zod";
import { dossierNumber } from "@/domain/dossier/number";
import { text } from "@/domain/text";

/** What enters by the pages of redirections, one schema per command. */

/** Longest reason, in characters. */
export const MAX_REASON = 2_000;

const reason = (missing: string) =>
  text(MAX_REASON).refine((value) => value !== "", { error: missing });

export const proposeRedirectionSchema = z.object({
  number: dossierNumber,
  call: z.uuid({ error: "Choisissez le thème auquel proposer le dossier." }),
  reason: reason(
    "Dites au thème sollicité pourquoi ce dossier est pour lui. Exemple\u00A0: le projet réunit tous les acteurs d’une politique publique.",
  ),
  carrierReason: reason(
    "Dites au porteur pourquoi son dossier change de thème. Exemple\u00A0: votre projet va au-delà des liaisons des sites.",
  ),
});
export type ProposeRedirectionInput = z.output<typeof proposeRedirectionSchema>;

export const withdrawRedirectionSchema = z.object({ number: dossierNumber });
export type WithdrawRedirectionInput = z.output<typeof withdrawRedirectionSchema>;

export const acceptRedirectionSchema = z.object({ number: dossierNumber, redirection: z.uuid() });
export type AcceptRedirectionInput = z.output<typeof acceptRedirectionSchema>;

export const declineRedirectionSchema = z.object({
  number: dossierNumber,
  redirection: z.uuid(),
  reason: reason(
    "Dites pourquoi ce dossier n’est pas pour votre thème. Exemple\u00A0: le projet équipe des agents, il ne crée pas de service pour des usagers.",
  ),
});
export type DeclineRedirectionInput = z.output<typeof declineRedirectionSchema>;
