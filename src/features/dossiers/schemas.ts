import { z } from "zod";
import { typedCoFinancersSchema } from "@/domain/dossier/co-financing";
import { MOST_ITEMS } from "@/domain/dossier/complements";
import { FILING_ACTS } from "@/domain/dossier/editing";
import { typedPlanSchema } from "@/domain/dossier/funding-plan";
import { dossierNumber } from "@/domain/dossier/number";
import { name, text } from "@/domain/text";

/** What enters the carrier's room, one schema per command. */

const key = z.uuid({ error: "Rechargez la page, puis recommencez." });
const revision = z.int().min(0).max(1_000_000);

/** The dossier's own id is made with the form: sent twice, it is created once. */
export const createDossierSchema = z.object({
  id: key,
  theme: z.string().regex(/^[a-z0-9]{3,8}$/, { error: "Choisissez un thème du portail." }),
  /** Empty for a new project. */
  projectId: z.union([z.literal(""), z.uuid()]).optional(),
  title: name(120).optional(),
});
export type CreateDossierInput = z.output<typeof createDossierSchema>;

/** An answer as typed and the revision it was typed over; 0 when nothing was saved. */
export const answerChange = z.strictObject({
  field: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,59}$/),
  value: z.unknown(),
  baseRevision: revision,
});
export type AnswerChange = z.output<typeof answerChange>;

/**
 * The body of an autosave, version 1. No key: a base revision is one, since the same change sent twice finds its own
 * text already saved.
 */
export const saveAnswersSchema = z.strictObject({
  answers: z.array(answerChange).min(1).max(80),
});

export const savePlanSchema = z.strictObject({
  baseRevision: revision,
  lines: typedPlanSchema,
  /** Left out by a page opened before they were asked: those saved stay. */
  coFinancers: typedCoFinancersSchema.optional(),
});

export const setCommitmentSchema = z.strictObject({
  commitment: z.string().regex(/^[a-z0-9-]{1,60}$/i),
  accepted: z.boolean(),
});

/** The filing as the summary posts it, by script or not. */
export const fileDossierSchema = z.strictObject({
  /** Made with the form. */
  key,
  number: dossierNumber,
  /** Fingerprint of what the person read on the summary. */
  content: z.string().regex(/^[0-9a-f]{64}$/, { error: "Rechargez le récapitulatif." }),
  /** « oui » once the box is ticked; judged by the command, so that a form without it comes back to its page. */
  reread: z.string().max(10).optional(),
});
export type FileDossierInput = z.output<typeof fileDossierSchema>;

/** A filing, the first one or one of a dossier that came back: what the page files, read nowhere else. */
export const filingSchema = fileDossierSchema.extend({
  /** A page made before dossiers could come back says nothing, and files a draft. */
  act: z.enum(FILING_ACTS).prefault("file"),
});
export type FilingInput = z.output<typeof filingSchema>;

/** The answers to the points asked, saved as typed: `reply1` answers the first. */
export const saveRepliesSchema = z.strictObject({
  answers: z.array(answerChange).min(1).max(MOST_ITEMS),
});

export const withdrawDossierSchema = z.object({
  number: dossierNumber,
  reason: text(2000).refine((value) => value !== "", {
    error: "Dites pourquoi vous retirez le dossier. Exemple\u00A0: le marché est reporté à 2022.",
  }),
});
export type WithdrawDossierInput = z.output<typeof withdrawDossierSchema>;

export const abandonDraftSchema = z.object({ number: dossierNumber });
export type AbandonDraftInput = z.output<typeof abandonDraftSchema>;

const posted = z.coerce.number().int().min(0).max(1_000_000);

export const restoreAnswerSchema = z.object({
  number: dossierNumber,
  field: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,59}$/),
  /** The version to put back. */
  revision: posted,
  /** The version the person saw in place. */
  baseRevision: posted,
});
export type RestoreAnswerInput = z.output<typeof restoreAnswerSchema>;

export const duplicateDossierSchema = z.object({
  /** Made with the form: sent twice, one dossier. */
  id: key,
  /** The dossier whose answers are taken. */
  number: dossierNumber,
  theme: z.string().regex(/^[a-z0-9]{3,8}$/, { error: "Choisissez un thème du portail." }),
  /** Keys of the steps taken. */
  steps: z.array(z.string().max(60)).max(30),
  project: z.enum(["same", "new"], { error: "Dites s’il s’agit du même projet." }),
  title: name(120).optional(),
});
export type DuplicateDossierInput = z.output<typeof duplicateDossierSchema>;
