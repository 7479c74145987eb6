import { z } from "zod";
import type { Day } from "@/domain/calendar";
import { dossierNumber } from "@/domain/dossier/number";
import { OPINION_CHOICES, OPINION_READERS } from "@/domain/dossier/opinion";
import { text } from "@/domain/text";

/** What enters about an expert's opinion, one schema per command. */

const written = (max: number, missing: string) =>
  text(max).refine((value) => value !== "", { error: missing });

const id = z.uuid({ error: "Rechargez la page, puis recommencez." });
/** Any text: a wrong token is told by its page, not by its form. */
const token = z.string().max(200);
/** Longest opinion kept. */
export const OPINION_LENGTH = 20_000;

const ADDRESS =
  "Écrivez une adresse complète, par exemple prenom.nom@ministere.gouv.fr, ou un domaine précédé de @.";

/** A person's address, or `@domain` for anybody of an organisation. */
const address = z
  .string()
  .transform((typed) => typed.trim().toLowerCase())
  .refine(
    (typed) => z.email().safeParse(typed.startsWith("@") ? `quelquun${typed}` : typed).success,
    { error: ADDRESS },
  )
  .refine((typed) => typed.length <= 254, { error: ADDRESS });

export const requestOpinionSchema = z.object({
  number: dossierNumber,
  question: written(
    2000,
    "Écrivez la question posée à l’expert. Exemple\u00A0: le volume de photos prévu tient-il dans l’hébergement décrit\u202F?",
  ),
  address,
  dueOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "Choisissez le jour attendu." })
    .refine((typed) => !Number.isNaN(Date.parse(typed)), { error: "Choisissez le jour attendu." })
    .transform((typed) => typed as Day),
  readers: z.enum(OPINION_READERS, { error: "Choisissez qui lira cet avis." }),
});
export type RequestOpinionInput = z.output<typeof requestOpinionSchema>;

export const instructionViewSchema = z.object({
  number: dossierNumber,
  opinion: z.enum(OPINION_CHOICES, { error: "Choisissez le sens de l’avis." }),
  reasons: written(
    6000,
    "Écrivez ce qui fonde cet avis. Exemple\u00A0: le diagnostic est mesuré, la reprise de l’existant reste à prouver.",
  ),
});
export type InstructionViewInput = z.output<typeof instructionViewSchema>;

export const revokeOpinionSchema = z.object({
  number: dossierNumber,
  opinion: id,
  reason: written(
    1000,
    "Dites pourquoi vous retirez cette demande. Exemple\u00A0: la question a trouvé sa réponse en audition.",
  ),
});
export type RevokeOpinionInput = z.output<typeof revokeOpinionSchema>;

export const acceptOpinionSchema = z.object({
  token,
  independent: z.literal("oui", {
    error: "Cochez cette case si vous n’avez aucun lien\u202F; sinon, déclinez.",
  }),
});

const reason = written(
  1000,
  "Dites pourquoi vous déclinez. Exemple\u00A0: le sujet sort de mon domaine.",
);
export const declineLinkSchema = z.object({ token, reason });
export const declineOpinionSchema = z.object({ opinion: id, reason });

const revision = z.int().min(0).max(1_000_000);

/** The body of the autosave of an opinion, version 1: the whole of it, over the revision it was typed on. */
export const saveOpinionSchema = z.strictObject({
  baseRevision: revision,
  choice: z.enum(OPINION_CHOICES).nullable(),
  text: text(OPINION_LENGTH),
});
export type OpinionContent = z.output<typeof saveOpinionSchema>;

/** The opinion as a plain form posts it. */
export const opinionFormSchema = z.object({
  opinion: id,
  baseRevision: z.coerce.number().pipe(revision),
  choice: z.enum(OPINION_CHOICES).optional(),
  text: text(OPINION_LENGTH),
  next: z.enum(["save", "review"]).optional(),
});

export const giveOpinionSchema = z.object({
  opinion: id,
  /** The revision the recap showed: what is handed in is what was read. */
  revision: z.coerce.number().pipe(revision),
});
export type GiveOpinionInput = z.output<typeof giveOpinionSchema>;
