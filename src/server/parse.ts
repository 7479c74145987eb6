import "server-only";
import { z } from "zod";
import { BusinessError, type FieldError } from "@/domain/errors";
import type { TypedValues } from "@/domain/form-state";

/** The sentences for what zod finds wrong when the schema says nothing of its own. */
const sentence: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "Cette réponse manque\u00A0: complétez-la."
        : "Cette réponse n’a pas la forme attendue\u00A0: saisissez-la à nouveau.";
    case "too_small":
      return issue.origin === "string"
        ? "Cette réponse manque ou est trop courte\u00A0: complétez-la."
        : `Cette valeur est trop petite\u00A0: le minimum est ${issue.minimum}.`;
    case "too_big":
      return issue.origin === "string"
        ? `Ce texte dépasse ${issue.maximum} caractères\u00A0: raccourcissez-le.`
        : `Cette valeur est trop grande\u00A0: le maximum est ${issue.maximum}.`;
    case "invalid_value":
      return "Choisissez une des réponses proposées.";
    case "unrecognized_keys":
      return "Le formulaire a changé depuis l’ouverture de cette page\u00A0: rechargez-la et envoyez-le à nouveau.";
    default:
      return "Cette réponse n’a pas la forme attendue\u00A0: saisissez-la à nouveau.";
  }
};

/** The first error of each field, in the order of the schema; the path is the name of the field. */
function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  const byPath = new Map<string, FieldError>();
  for (const issue of issues) {
    const path = pathOf(issue);
    if (path !== "" && !byPath.has(path)) byPath.set(path, { path, message: issue.message });
  }
  return [...byPath.values()];
}

/** `title`, `lines.0.amount`; one of the boxes that share a name is the field of that name. */
function pathOf({ path }: z.core.$ZodIssue): string {
  const isBox = path.length === 2 && typeof path[1] === "number";
  return (isBox ? path.slice(0, 1) : path).join(".");
}

/**
 * The parsed input. Throws `invalid-input` with one French sentence per wrong field; what is wrong with the whole is the
 * sentence of the error itself.
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
): z.output<Schema> {
  const result = schema.safeParse(raw, { error: sentence });
  if (result.success) return result.data;
  const { issues } = result.error;
  const ofTheWhole = issues.find((issue) => issue.path.length === 0);
  throw new BusinessError(
    "invalid-input",
    ofTheWhole?.message ?? "Certaines réponses sont à corriger.",
    fieldErrors(issues),
  );
}

/** Whether a field of the schema holds several values, whatever wraps it. */
function isList(field: unknown): boolean {
  if (field instanceof z.ZodArray) return true;
  const wraps =
    field instanceof z.ZodOptional ||
    field instanceof z.ZodDefault ||
    field instanceof z.ZodPrefault ||
    field instanceof z.ZodNullable;
  return wraps && isList(field.unwrap());
}

/**
 * The typed values in the shape the schema expects: a field declared as an array is always one, even with one box
 * ticked or none.
 */
export function shapedFor(schema: z.ZodType, values: TypedValues): Record<string, unknown> {
  const shaped: Record<string, unknown> = { ...values };
  if (!(schema instanceof z.ZodObject)) return shaped;
  for (const [name, field] of Object.entries(schema.shape)) {
    if (!isList(field)) continue;
    const value = values[name];
    shaped[name] = value === undefined ? [] : typeof value === "string" ? [value] : value;
  }
  return shaped;
}
