import { z } from "zod";
import { type Day, wallTime } from "@/domain/calendar";
import { dossierNumber } from "@/domain/dossier/number";
import { SCORE_VALUES } from "@/domain/evaluation/scores";
import { parseEuros } from "@/domain/money";
import { CHOICES } from "@/domain/sitting/votes";
import { name, text } from "@/domain/text";

/** What enters the sessions of a jury, one schema per command. */

/** A compulsory text, with the sentence said when nothing is written. */
export const written = (max: number, missing: string) =>
  text(max).refine((value) => value !== "", { error: missing });

const MISSING_DAY = "Choisissez le jour de la séance.";
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: MISSING_DAY })
  .refine((value) => !Number.isNaN(Date.parse(`${value}T12:00:00Z`)), { error: MISSING_DAY })
  .transform((value) => value as Day);

/** A whole number typed in a field, with the sentence said when it is none or out of bounds. */
const count = (min: number, max: number, error: string) =>
  z
    .string()
    .regex(/^\s*\d{1,4}\s*$/, { error })
    .transform(Number)
    .refine((value) => value >= min && value <= max, { error });

const session = z.uuid();
const item = { session, number: dossierNumber };

export const shareSchema = z.object({
  session,
  /** Empty for a sitting without a share. */
  share: text(40).refine((value) => value === "" || Boolean(parseEuros(value)), {
    error:
      "La part doit être un nombre en euros, supérieur à zéro. Exemple\u00A0: 1\u202F500\u202F000,00.",
  }),
  reason: written(500, "Dites pourquoi la part de la séance change."),
});
export type ShareInput = z.output<typeof shareSchema>;

export const closeScoringSchema = z.object(item);
export const closeSessionSchema = z.object({ session });

export const createSessionSchema = z.object({
  call: z.uuid(),
  /** Empty where the call has no rounds. */
  round: z.union([z.literal(""), z.uuid()]),
  heldOn: day,
});
export type CreateSessionInput = z.output<typeof createSessionSchema>;

export const settingsSchema = z
  .object({
    session,
    heldOn: day,
    time: text(5),
    place: name(300).refine((value) => value !== "", {
      error:
        "Écrivez le lieu ou l’adresse de la visioconférence. Exemple\u00A0: salle 312, 20 avenue de Ségur.",
    }),
    quorum: count(1, 50, "Le quorum est un nombre de membres, de 1 à 50. Exemple\u00A0: 3."),
    slotMinutes: count(5, 240, "La durée d’un créneau va de 5 à 240 minutes. Exemple\u00A0: 45."),
  })
  .superRefine(({ heldOn, time }, context) => {
    if (wallTime(heldOn, time)) return;
    context.addIssue({
      code: "custom",
      path: ["time"],
      message: "Écrivez l’heure de début ainsi\u00A0: 09:30.",
    });
  });
export type SettingsInput = z.output<typeof settingsSchema>;

export const composeSchema = z.object({
  session,
  jurors: z.array(z.uuid()).max(50),
  chairs: z.array(z.uuid()).max(10),
  secretaries: z.array(z.uuid()).max(10),
});
export type ComposeInput = z.output<typeof composeSchema>;

export const sessionSchema = z.object({ session });
export type SessionInput = z.output<typeof sessionSchema>;

export const moveItemSchema = z.object({ ...item, direction: z.enum(["up", "down"]) });
export type MoveItemInput = z.output<typeof moveItemSchema>;

export const addItemSchema = z.object(item);
export const removeItemSchema = z.object({
  ...item,
  reason: written(
    1000,
    "Dites pourquoi le dossier quitte l’ordre du jour. Exemple\u00A0: le porteur demande un report.",
  ),
});
export type RemoveItemInput = z.output<typeof removeItemSchema>;

export const answerConvocationSchema = z.object({
  session,
  answer: z.enum(["coming", "not-coming"], { error: "Dites si vous venez." }),
});
export type AnswerConvocationInput = z.output<typeof answerConvocationSchema>;

export const askQuestionSchema = z.object({
  ...item,
  body: written(
    2000,
    "Écrivez votre question au porteur. Exemple\u00A0: qui maintiendra l’outil après la première année\u202F?",
  ),
});
export type AskQuestionInput = z.output<typeof askQuestionSchema>;

export const answerSlotSchema = z
  .object({
    number: dossierNumber,
    /** The slot the page showed: what is answered is what was read. */
    slot: z.iso.datetime(),
    answer: z.enum(["confirmed", "refused"], { error: "Dites si ce créneau vous convient." }),
    reason: text(1000).optional(),
  })
  .superRefine(({ answer, reason }, context) => {
    if (answer !== "refused" || reason) return;
    context.addIssue({
      code: "custom",
      path: ["reason"],
      message:
        "Dites pourquoi ce créneau ne convient pas et ce qui conviendrait. Exemple\u00A0: réunion en préfecture le matin, l’après-midi convient.",
    });
  });
export type AnswerSlotInput = z.output<typeof answerSlotSchema>;

export const answerQuestionSchema = z.object({
  number: dossierNumber,
  question: z.uuid(),
  answer: written(4000, "Écrivez votre réponse au jury."),
});
export type AnswerQuestionInput = z.output<typeof answerQuestionSchema>;

/** One dossier of a session, named by an act of the room. */
export const itemSchema = z.object(item);
export type ItemInput = z.output<typeof itemSchema>;

export const attendanceSchema = z.object({
  session,
  agent: z.uuid(),
  present: z.enum(["oui", "non"]),
});
export type AttendanceInput = z.output<typeof attendanceSchema>;

export const finishItemSchema = z.object({ ...item, as: z.enum(["done", "adjourned"]) });
export type FinishItemInput = z.output<typeof finishItemSchema>;

export const turnSchema = z.object({
  ...item,
  minutes: count(0, 240, "La durée du tour va de 0 à 240 minutes. Exemple\u00A0: 10."),
});
export type TurnInput = z.output<typeof turnSchema>;

export const openVoteSchema = z.object({
  session,
  /** Empty for a vote on no dossier. */
  number: z.union([z.literal(""), dossierNumber]),
  question: written(
    500,
    "Écrivez la question mise aux voix. Exemple\u00A0: le jury propose-t-il de financer ce projet\u202F?",
  ),
  secret: z.enum(["oui", "non"], { error: "Dites si le vote est secret." }),
});
export type OpenVoteInput = z.output<typeof openVoteSchema>;

export const voteSchema = z.object({ session, vote: z.uuid() });
export type VoteInput = z.output<typeof voteSchema>;

export const ballotSchema = z.object({
  session,
  vote: z.uuid(),
  choice: z.enum(CHOICES, { error: "Choisissez votre vote." }),
});
export type BallotInput = z.output<typeof ballotSchema>;

const scoreValue = z.union(SCORE_VALUES.map((score) => z.literal(score)));

export const consensusSchema = z.object({
  ...item,
  criterion: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, { error: "Choisissez un critère de la grille." }),
  value: z
    .string()
    .regex(/^[0-5]$/, { error: "Choisissez une note de 0 à 5." })
    .transform(Number)
    .pipe(scoreValue),
  reason: written(
    2000,
    "Dites pourquoi le jury s’accorde sur cette note. Exemple\u00A0: l’audition a levé le doute sur l’hébergement.",
  ),
});
export type ConsensusInput = z.output<typeof consensusSchema>;

/** Longest text of a deliberation. */
export const MAX_DELIBERATION = 20_000;

/** The body of the autosave of a deliberation, version 1: the whole text, over the revision it was typed on. */
export const deliberationSchema = z.strictObject({
  number: dossierNumber,
  baseRevision: z.int().min(0).max(1_000_000),
  text: text(MAX_DELIBERATION),
});
export type DeliberationInput = z.output<typeof deliberationSchema>;

/** The same as a plain form posts it. */
export const deliberationFormSchema = z.object({
  ...item,
  baseRevision: z.coerce.number().pipe(z.int().min(0).max(1_000_000)),
  text: text(MAX_DELIBERATION),
});

export const remarksSchema = z.object({ session, remarks: text(10_000) });
export type RemarksInput = z.output<typeof remarksSchema>;

export const signSchema = z.object({
  session,
  /** The print of the minutes that were read. */
  print: z.string().regex(/^[0-9a-f]{64}$/),
});
export type SignInput = z.output<typeof signSchema>;
