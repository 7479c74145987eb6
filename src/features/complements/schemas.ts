import { z } from "zod";
import type { Day } from "@/domain/calendar";
import { MOST_ITEMS } from "@/domain/dossier/complements";
import { dossierNumber } from "@/domain/dossier/number";
import { text } from "@/domain/text";

/** What enters by the pages of complements, one schema per command. */

const POSITIONS = Array.from({ length: MOST_ITEMS }, (_, index) => index + 1);

/** The names of a point's fields in the form. */
export const targetName = (position: number) => `target.${position}`;
export const questionName = (position: number) => `question.${position}`;

/** Longest question of a point, and longest message above them. */
export const MAX_QUESTION = 2_000;
export const MAX_MESSAGE = 4_000;

const NO_DAY = "Choisissez le jour jusqu’auquel le porteur peut répondre.";

/** The fields of the points, all alike. */
const pointFields: Record<
  `target.${number}` | `question.${number}`,
  z.ZodOptional<z.ZodType<string, string>>
> = Object.fromEntries(
  POSITIONS.flatMap((position) => [
    [targetName(position), z.string().max(80).optional()],
    [questionName(position), text(MAX_QUESTION).optional()],
  ]),
);

/**
 * A request as its form posts it: points by number, those left empty aside. A point names what it is about and asks
 * something; the command checks that the dossier's form has what is named.
 */
export const requestComplementSchema = z
  .object({
    ...pointFields,
    number: dossierNumber,
    message: text(MAX_MESSAGE).optional(),
    dueOn: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, { error: NO_DAY })
      .refine((value) => !Number.isNaN(Date.parse(`${value}T12:00:00Z`)), { error: NO_DAY })
      .transform((value) => value as Day),
  })
  .superRefine((typed, context) => {
    const say = (name: string, message: string) =>
      context.addIssue({ code: "custom", path: [name], message });
    const points = pointsOf(typed);
    if (points.length === 0) {
      say(targetName(1), "Nommez au moins une question ou une étape à compléter.");
    }
    for (const { position, target, question } of points) {
      if (target === "") {
        say(targetName(position), `Point ${position}\u00A0: dites sur quelle réponse il porte.`);
      }
      if (question === "") {
        say(
          questionName(position),
          `Point ${position}\u00A0: écrivez ce que vous demandez. Exemple\u00A0: joignez le devis de l’hébergement.`,
        );
      }
    }
  });

/** A point of a request: its place in the form, what it is about, what it asks. */
export interface Point {
  position: number;
  target: string;
  question: string;
}

/** The points of a posted request that hold something. */
export function pointsOf(typed: Readonly<Record<string, unknown>>): Point[] {
  const read = (name: string) => {
    const value = typed[name];
    return typeof value === "string" ? value : "";
  };
  return POSITIONS.map((position) => ({
    position,
    target: read(targetName(position)),
    question: read(questionName(position)),
  })).filter(({ target, question }) => target !== "" || question !== "");
}

/** A request of complements, as the command takes it. */
export interface RequestComplementInput {
  number: string;
  message: string;
  dueOn: Day;
  points: readonly Point[];
}

/** What a posted request asks. */
export function requestOf(posted: {
  number: string;
  message?: string | undefined;
  dueOn: Day;
}): RequestComplementInput {
  const { number, message = "", dueOn } = posted;
  return { number, message, dueOn, points: pointsOf({ ...posted }) };
}

export const closeComplementSchema = z.object({
  number: dossierNumber,
  reason: text(2_000).refine((value) => value !== "", {
    error:
      "Dites pourquoi l’examen reprend sans ces réponses. Exemple\u00A0: le porteur les a données pendant l’entretien.",
  }),
});
export type CloseComplementInput = z.output<typeof closeComplementSchema>;
