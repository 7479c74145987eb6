import { name } from "@/domain/text";

/** Longest label, in characters: it stays readable in a list. */
export const LABEL_LENGTH = 40;

/** A label as kept: one line, single spaces. */
export const label = name(
  LABEL_LENGTH,
  `Cette étiquette dépasse ${LABEL_LENGTH} caractères. Raccourcissez-la.`,
)
  .transform((value) => value.replace(/\s+/g, " "))
  .refine((value) => value !== "", {
    error: "Écrivez une étiquette. Exemple\u00A0: à relire avec la DITP.",
  });

/** Whether two labels are one, whatever their capitals: « Urgent » and « urgent ». */
export const sameLabel = (one: string, other: string): boolean =>
  one.toLocaleLowerCase("fr") === other.toLocaleLowerCase("fr");
