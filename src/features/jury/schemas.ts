import { z } from "zod";
import { dossierNumber } from "@/domain/dossier/number";
import { SCORE_VALUES } from "@/domain/evaluation/scores";
import { text } from "@/domain/text";

/** What enters the jury's room, one schema per command. */

const revision = z.int().min(0).max(1_000_000);
const criterion = z.string().regex(/^[a-z0-9-]{1,60}$/);
/** Longest justification and longest private notes kept. */
export const MAX_JUSTIFICATION = 4000;
export const MAX_NOTES = 20_000;

const value = z.union(SCORE_VALUES.map((score) => z.literal(score)));

/** The body of the autosave of a sheet, version 1: the whole sheet, over the revision it was typed on. */
export const saveSheetSchema = z.strictObject({
  baseRevision: revision,
  scores: z
    .array(
      z.strictObject({
        criterion,
        value: value.nullable(),
        justification: text(MAX_JUSTIFICATION),
      }),
    )
    .max(20),
  privateNotes: text(MAX_NOTES),
});
export type SheetContent = z.output<typeof saveSheetSchema>;

/** The sheet as a plain form posts it: one field per criterion's value and justification. */
export function sheetFormSchema(posted: Readonly<Record<string, unknown>>) {
  const names = Object.keys(posted);
  const ofKind = (kind: string) =>
    names.filter((name) => new RegExp(`^${kind}\\.[a-z0-9-]{1,60}$`).test(name));
  return z.object({
    number: dossierNumber,
    baseRevision: z.coerce.number().pipe(revision),
    privateNotes: text(MAX_NOTES),
    next: z.enum(["save", "review"]).optional(),
    ...Object.fromEntries(ofKind("note").map((name) => [name, z.coerce.number().pipe(value)])),
    ...Object.fromEntries(ofKind("justification").map((name) => [name, text(MAX_JUSTIFICATION)])),
  });
}

/** The scores of a posted sheet. A criterion without a choice has no value. */
export function postedScores(input: Readonly<Record<string, unknown>>): SheetContent["scores"] {
  const keys = Object.keys(input).flatMap((name) => {
    const match = /^(?:note|justification)\.(.+)$/.exec(name);
    return match?.[1] ? [match[1]] : [];
  });
  return [...new Set(keys)].map((key) => {
    const typed = input[`note.${key}`];
    const justification = input[`justification.${key}`];
    return {
      criterion: key,
      value: SCORE_VALUES.find((score) => score === typed) ?? null,
      justification: typeof justification === "string" ? justification : "",
    };
  });
}

export const handInSchema = z.object({
  number: dossierNumber,
  /** The revision the recap showed: what is handed in is what was read. */
  revision: z.coerce.number().pipe(revision),
});
export type HandInInput = z.output<typeof handInSchema>;

export const reviseScoreSchema = z.object({
  number: dossierNumber,
  criterion,
  /** How many times this score had changed when the page was read. */
  revision: z.coerce.number().pipe(revision),
  value: z.coerce.number({ error: "Choisissez la nouvelle note." }).pipe(
    z.union(
      SCORE_VALUES.map((score) => z.literal(score)),
      { error: "Choisissez la nouvelle note." },
    ),
  ),
  reason: text(2000).refine((typed) => typed !== "", {
    error:
      "Dites ce qui vous fait changer cette note. Exemple\u00A0: le porteur a montré en audition les engagements signés.",
  }),
});
export type ReviseScoreInput = z.output<typeof reviseScoreSchema>;

export const abstainSchema = z.object({
  number: dossierNumber,
  reason: text(1000).refine((typed) => typed !== "", {
    error:
      "Dites pourquoi vous vous abstenez. Exemple\u00A0: je connais personnellement le chef de projet.",
  }),
});
export type AbstainInput = z.output<typeof abstainSchema>;
