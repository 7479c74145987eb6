import { z } from "zod";
import { type Day, wallTime } from "@/domain/calendar";
import {
  aboutName,
  EXPECTATIONS_COUNT,
  type Expected,
  expectationName,
  MAX_EXPECTATION,
  MOST_EXPECTATIONS,
  typedExpectations,
} from "@/domain/dossier/expectations";
import { dossierNumber } from "@/domain/dossier/number";
import { CHECK_ANSWERS, checkPath, SET_ASIDE_MOTIVES } from "@/domain/evaluation/admissibility";
import { explains, MOTIVE_CODES } from "@/domain/evaluation/motives";
import { parseEuros } from "@/domain/money";
import { text } from "@/domain/text";

/** What enters the room of the instruction, one schema per command. */

const values = <Value extends string>(options: readonly { value: Value }[]) =>
  options.map(({ value }) => value) as [Value, ...Value[]];

/** A compulsory text, with the sentence said when nothing is written. */
const written = (max: number, missing: string) =>
  text(max).refine((value) => value !== "", { error: missing });

/** A day typed in a date field. */
const day = (missing: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: missing })
    .refine((value) => !Number.isNaN(Date.parse(`${value}T12:00:00Z`)), { error: missing })
    .transform((value) => value as Day);

const CHECK_PREFIX = checkPath("");

/** The checklist as posted: one field per point of the dossier, checked by the command against its own list. */
export function admitSchema(posted: Readonly<Record<string, unknown>>) {
  const points = Object.keys(posted).filter((name) => /^point\.[a-z0-9_-]{1,60}$/.test(name));
  return z.object({
    number: dossierNumber,
    reason: text(2000).optional(),
    ...Object.fromEntries(points.map((name) => [name, z.enum(CHECK_ANSWERS)])),
  });
}

/** The answers of a posted checklist, by point. */
export function checkAnswers(input: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) =>
      name.startsWith(CHECK_PREFIX) && typeof value === "string"
        ? [[name.slice(CHECK_PREFIX.length), value]]
        : [],
    ),
  );
}

export const setAsideSchema = z.object({
  number: dossierNumber,
  motive: z.enum(values(SET_ASIDE_MOTIVES), { error: "Choisissez la raison principale." }),
  explanation: written(
    4000,
    "Écrivez ce que le porteur lira. Exemple\u00A0: la part des services déconcentrés est de 30\u00A0%, il en faut 50.",
  ),
});
export type SetAsideInput = z.output<typeof setAsideSchema>;

export const assignJurorsSchema = z.object({
  number: dossierNumber,
  jurors: z.array(z.uuid()).min(1, { error: "Cochez au moins un juré." }).max(50),
  /** The day of the session, asked while the call has none. */
  heldOn: z
    .union([z.literal(""), day("Choisissez le jour de la séance du jury.")])
    .optional()
    .transform((value) => (value === "" ? undefined : value)),
});
export type AssignJurorsInput = z.output<typeof assignJurorsSchema>;

export const recuseSchema = z.object({
  number: dossierNumber,
  assignment: z.uuid(),
  reason: written(
    1000,
    "Dites quel lien d’intérêts impose le déport. Exemple\u00A0: a travaillé sur ce projet en 2019.",
  ),
});
export type RecuseInput = z.output<typeof recuseSchema>;

export const releaseSchema = z.object({
  number: dossierNumber,
  assignment: z.uuid(),
  reason: written(
    1000,
    "Dites pourquoi cette personne ne notera pas le dossier. Exemple\u00A0: absente jusqu’au jury.",
  ),
});
export type ReleaseInput = z.output<typeof releaseSchema>;

export const hearingSchema = z.object({
  number: dossierNumber,
  heardOn: day("Choisissez le jour de l’audition."),
});
export type HearingInput = z.output<typeof hearingSchema>;

export const directorOpinionSchema = z.object({
  number: dossierNumber,
  opinion: written(4000, "Recopiez l’avis du directeur de la DINUM, avec sa date."),
});
export type DirectorOpinionInput = z.output<typeof directorOpinionSchema>;

const AMOUNT_MISSING =
  "Le montant accordé doit être un nombre en euros, supérieur à zéro. Exemple\u00A0: 180\u202F000,00.";

/** Outcomes the portal decides today; setting aside has its own page. */
export const PROPOSABLE = ["accepted", "refused", "to-be-presented-again"] as const;

/** The fields of the expectations, all alike, and the number of those the form shows. */
const expectationFields: Record<
  `expectation.${number}` | `about.${number}`,
  z.ZodOptional<z.ZodType<string, string>>
> = Object.fromEntries(
  Array.from({ length: MOST_EXPECTATIONS }, (_, index) => index + 1).flatMap((position) => [
    [expectationName(position), text(MAX_EXPECTATION).optional()],
    [aboutName(position), z.string().max(80).optional()],
  ]),
);

/** Said when a decision « à représenter » expects nothing. */
export const NOTHING_EXPECTED =
  "Écrivez au moins une attente\u00A0: ce que la nouvelle présentation doit montrer. Exemple\u00A0: chiffrer le coût de sortie.";

export const proposeSchema = z
  .object({
    ...expectationFields,
    [EXPECTATIONS_COUNT]: z.string().max(2).optional(),
    number: dossierNumber,
    outcome: z.enum(PROPOSABLE, { error: "Choisissez ce que vous proposez." }),
    /** As typed; read only when the dossier is accepted. */
    amount: text(40).optional(),
    motiveCode: z.enum(MOTIVE_CODES, { error: "Choisissez la raison principale." }),
    motive: written(
      6000,
      "Écrivez les raisons que le porteur lira dans la lettre. Exemple\u00A0: l’équipe est engagée et le modèle d’extension est chiffré.",
    ),
    strengths: text(4000).default(""),
    weaknesses: text(4000).default(""),
    /** The sitting it is proposed in, which must then be examining the dossier with its quorum. */
    session: z.uuid().optional(),
  })
  .superRefine((typed, context) => {
    const { outcome, amount, motiveCode } = typed;
    if (!explains(motiveCode, outcome)) {
      context.addIssue({
        code: "custom",
        path: ["motiveCode"],
        message: "Cette raison ne va pas avec le sens choisi\u00A0: choisissez-en une autre.",
      });
    }
    if (outcome === "to-be-presented-again") expectSomething(typed, context);
    if (outcome !== "accepted") return;
    if (!parseEuros(amount ?? "")) {
      context.addIssue({ code: "custom", path: ["amount"], message: AMOUNT_MISSING });
    }
  });

/** At least one expectation, and none about a place of the form without saying what is expected there. */
function expectSomething(typed: object, context: z.RefinementCtx): void {
  const say = (position: number, message: string) =>
    context.addIssue({ code: "custom", path: [expectationName(position)], message });
  const expected = typedExpectations({ ...typed });
  if (expected.length === 0) say(1, NOTHING_EXPECTED);
  for (const { position, body } of expected) {
    if (body.trim() !== "") continue;
    say(position, `Attente ${position}\u00A0: écrivez ce qui est attendu, ou retirez-la.`);
  }
}

/** A proposal as the command takes it. */
export interface ProposeInput {
  number: string;
  outcome: (typeof PROPOSABLE)[number];
  amount?: string | undefined;
  motiveCode: (typeof MOTIVE_CODES)[number];
  motive: string;
  strengths: string;
  weaknesses: string;
  session?: string | undefined;
  /** What a new presentation must answer, in order; with its place in the form it was typed in. */
  expectations?: readonly (Expected & { position: number })[];
}

/** What a posted proposal proposes. */
export function proposalOf(posted: z.output<typeof proposeSchema>): ProposeInput {
  const { number, outcome, amount, motiveCode, motive, strengths, weaknesses, session } = posted;
  return {
    ...{ number, outcome, amount, motiveCode, motive, strengths, weaknesses, session },
    expectations: outcome === "to-be-presented-again" ? typedExpectations({ ...posted }) : [],
  };
}

export const decisionSchema = z.object({ number: dossierNumber, decision: z.uuid() });
export type DecisionInput = z.output<typeof decisionSchema>;

export const notifySeveralSchema = z
  .object({
    decisions: z.array(z.uuid()).min(1, { error: "Cochez au moins une décision." }).max(500),
    when: z.enum(["now", "later"], { error: "Choisissez quand notifier." }),
    day: z.union([z.literal(""), day("Choisissez le jour de la notification.")]).optional(),
    time: text(5).optional(),
  })
  .superRefine((input, context) => {
    if (input.when === "now" || chosenInstant(input)) return;
    context.addIssue(
      input.day
        ? {
            code: "custom",
            path: ["time"],
            message: "Écrivez l’heure de Paris ainsi\u00A0: 09:30.",
          }
        : { code: "custom", path: ["day"], message: "Choisissez le jour de la notification." },
    );
  });

/** The instant chosen for a notification; null for now. */
export function chosenInstant(input: {
  when: "now" | "later";
  day?: Day | "" | undefined;
  time?: string | undefined;
}): Date | null {
  return input.when === "later" && input.day ? wallTime(input.day, input.time ?? "") : null;
}

export const returnDecisionSchema = decisionSchema.extend({
  reason: written(
    2000,
    "Dites à la personne qui propose ce qu’elle doit revoir. Exemple\u00A0: le motif ne répond pas au critère de diffusion.",
  ),
});
export type ReturnDecisionInput = z.output<typeof returnDecisionSchema>;

export const submitArbitrationSchema = z.object({
  label: written(
    200,
    "Donnez un nom à la liste. Exemple\u00A0: comité de pilotage du 15 février 2021.",
  ),
  decisions: z.array(z.uuid()).min(1, { error: "Cochez au moins une proposition." }).max(300),
});
export type SubmitArbitrationInput = z.output<typeof submitArbitrationSchema>;

const ARBITRABLE = ["accepted", "refused"] as const;
export const ARBITRATION_ANSWERS = ["confirmed", "changed", "returned"] as const;

export const arbitrateSchema = z
  .object({
    list: z.uuid(),
    number: dossierNumber,
    answer: z.enum(ARBITRATION_ANSWERS, { error: "Choisissez la réponse du ministre." }),
    reason: text(2000).default(""),
    /** What the minister decides instead: to ask for a new presentation is proposed, with its expectations. */
    outcome: z.union([z.literal(""), z.enum(ARBITRABLE)]).optional(),
    amount: text(40).optional(),
    motive: text(6000).default(""),
  })
  .superRefine(({ answer, reason, outcome, amount, motive }, context) => {
    const missing = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (answer === "confirmed") return;
    if (reason === "") {
      missing("reason", "Écrivez pourquoi la proposition est changée ou renvoyée.");
    }
    if (answer === "returned") return;
    if (!outcome) missing("outcome", "Choisissez la décision du ministre.");
    if (motive === "") missing("motive", "Écrivez les raisons que le porteur lira dans la lettre.");
    if (outcome === "accepted" && !parseEuros(amount ?? "")) missing("amount", AMOUNT_MISSING);
  });
export type ArbitrateInput = Omit<z.output<typeof arbitrateSchema>, "outcome"> & {
  outcome?: (typeof ARBITRABLE)[number] | undefined;
};

export const confirmRemainingSchema = z.object({ list: z.uuid() });
