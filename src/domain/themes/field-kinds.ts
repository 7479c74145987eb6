import { z } from "zod";
import { parseEuros } from "@/domain/money";
import { limit, name, text } from "@/domain/text";
import type { FieldMeta } from "@/domain/themes/types";

/**
 * The kinds of fields of the forms. Each takes what is typed (a string, an array of strings for `choices`) and parses
 * it. `missing` is said when nothing is typed, `wrong` when what is typed cannot be read: both are full sentences that
 * name the field and say what to do; their example differs from the hint's.
 */
type Meta = Omit<FieldMeta, "widget" | "options" | "optional"> & { optional?: boolean };
type Sentences = { missing: string; wrong: string };
export type Options = readonly { value: string; label: string }[];

const asString = (value: unknown) => (typeof value === "string" ? value : "");
const asStrings = (value: unknown) =>
  (Array.isArray(value) ? value : [value]).filter(
    (item): item is string => typeof item === "string" && item !== "",
  );
const blankToUndefined = (value: unknown) =>
  asString(value).trim() === "" ? undefined : asString(value);

/** Adds « optional » or the sentence on what is missing to a schema of a typed string. */
function answer<T>(schema: z.ZodType<T, string>, meta: FieldMeta) {
  return meta.optional
    ? z.preprocess(blankToUndefined, schema.optional()).meta({ ...meta })
    : z.preprocess(asString, schema).meta({ ...meta });
}

function parsed<T>(parse: (typed: string) => T | null, sentences: Sentences, meta: FieldMeta) {
  const schema = z.string().transform((typed, context) => {
    const value = parse(typed.trim());
    if (value !== null) return value;
    const message = typed.trim() === "" ? sentences.missing : sentences.wrong;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
  return answer(schema, meta);
}

/** Names the question: several answers of a step may be too long at once. */
const tooLong = ({ label }: Meta, max: number) =>
  `La réponse à «\u00A0${label}\u00A0» dépasse ${limit(max)}. Raccourcissez-la.`;

/** One line of text, 120 characters unless told. */
export function line({ missing, ...rest }: Meta & { missing?: string }) {
  const meta = { maxLength: 120, ...rest, widget: "text" } satisfies FieldMeta;
  const schema = name(meta.maxLength, tooLong(meta, meta.maxLength)).refine(
    (value) => value !== "",
    { error: missing },
  );
  return answer(schema, meta);
}

/** A name found in a list the portal keeps; `accepts` tells it from a text typed at random. */
export function listed(
  { missing, wrong, ...rest }: Meta & Sentences & { list: NonNullable<FieldMeta["list"]> },
  accepts: (typed: string) => boolean,
) {
  const meta = { maxLength: 300, ...rest, widget: "text" } satisfies FieldMeta;
  const schema = name(meta.maxLength, tooLong(meta, meta.maxLength))
    .refine((value) => value !== "", { error: missing, abort: true })
    .refine(accepts, { error: wrong });
  return answer(schema, meta);
}

/** Several lines of text, 3 000 characters unless told. */
export function paragraph({ missing, ...rest }: Meta & { missing?: string }) {
  const meta = { maxLength: 3000, ...rest, widget: "textarea" } satisfies FieldMeta;
  const schema = text(meta.maxLength, tooLong(meta, meta.maxLength)).refine(
    (value) => value !== "",
    { error: missing },
  );
  return answer(schema, meta);
}

/** Digits of a whole number typed with spaces (`1 250`), else null. */
export function parseWhole(typed: string): number | null {
  const compact = typed.replace(/[\s\u00A0\u202F]/g, "");
  return /^\d{1,9}$/.test(compact) ? Number(compact) : null;
}

/** A whole number between two bounds, both included. */
export function whole(
  { missing, wrong, ...rest }: Meta & Sentences,
  { min = 0, max = 999_999_999 }: { min?: number; max?: number } = {},
) {
  const parse = (typed: string) => {
    const value = parseWhole(typed);
    return value !== null && value >= min && value <= max ? value : null;
  };
  return parsed(parse, { missing, wrong }, { ...rest, widget: "number" });
}

/** Ten-thousandths of a percentage typed `45`, `45,5` or `45 %`, between 0 and 100; else null. */
export function parsePercentage(typed: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?%?$/.exec(typed.replace(/[\s\u00A0\u202F]/g, ""));
  if (!match) return null;
  const value = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return value <= 10_000 ? value : null;
}

/** A share typed as a percentage, kept in ten-thousandths: `45,5` is 4 550. */
export function percentage({ missing, wrong, ...rest }: Meta & Sentences) {
  return parsed(parsePercentage, { missing, wrong }, { ...rest, widget: "percentage" });
}

/** A positive amount in euros, kept in cents. */
export function amount({ missing, wrong, ...rest }: Meta & Sentences) {
  const parse = (typed: string) => {
    const value = parseEuros(typed);
    return value !== null && value > 0 ? value : null;
  };
  return parsed(parse, { missing, wrong }, { ...rest, widget: "amount" });
}

/** `2021-03` of a month typed `2021-03` (a browser's month picker) or `03/2021`, from 2020 to 2035; else null. */
export function parseMonth(typed: string): string | null {
  const iso = /^(\d{4})-(\d{2})$/.exec(typed);
  const french = /^(\d{1,2})\s*\/\s*(\d{4})$/.exec(typed);
  const year = Number(iso?.[1] ?? french?.[2]);
  const month = Number(iso?.[2] ?? french?.[1]);
  if (!(year >= 2020 && year <= 2035 && month >= 1 && month <= 12)) return null;
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** A month, kept as `2021-03`. */
export function month({ missing, wrong, ...rest }: Meta & Sentences) {
  return parsed(parseMonth, { missing, wrong }, { ...rest, widget: "month" });
}

/** `2019-06-30` of a day typed `30/06/2019`, from 1980 to 2035; null when it is not one of the calendar. */
export function parseDay(typed: string): string | null {
  const match = /^(\d{1,2})\s*\/\s*(\d{1,2})\s*\/\s*(\d{4})$/.exec(typed);
  if (!match) return null;
  const [date, month, year] = match.slice(1).map(Number) as [number, number, number];
  const day = new Date(Date.UTC(year, month - 1, date));
  const exists = day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
  return exists && year >= 1980 && year <= 2035 ? day.toISOString().slice(0, 10) : null;
}

/** A day, kept as `2019-06-30`. */
export function day({ missing, wrong, ...rest }: Meta & Sentences) {
  return parsed(parseDay, { missing, wrong }, { ...rest, widget: "text" });
}

export const YES_NO: Options = [
  { value: "oui", label: "Oui" },
  { value: "non", label: "Non" },
];

/** A yes or a no, kept as a boolean. */
export function yesNo({ missing, ...rest }: Meta & { missing: string }) {
  const parse = (typed: string) => (typed === "oui" ? true : typed === "non" ? false : null);
  const meta = { ...rest, widget: "yes-no", options: YES_NO } satisfies FieldMeta;
  return parsed(parse, { missing, wrong: missing }, meta);
}

/** One value among options. */
export function choice({ missing, ...rest }: Meta & { missing: string; options: Options }) {
  const parse = (typed: string) => rest.options.find(({ value }) => value === typed)?.value ?? null;
  return parsed(parse, { missing, wrong: missing }, { ...rest, widget: "choice" });
}

/** Several values among options, at least one. */
export function choices({ missing, ...rest }: Meta & { missing: string; options: Options }) {
  const known = (values: readonly string[]) =>
    values.length > 0 && values.every((typed) => rest.options.some(({ value }) => value === typed));
  const schema = z.preprocess(
    asStrings,
    z.array(z.string()).max(rest.options.length).refine(known, { error: missing }),
  );
  return schema.meta({ ...rest, widget: "choices" } satisfies FieldMeta);
}

function isFieldMeta(meta: object | undefined): meta is FieldMeta {
  return meta !== undefined && "label" in meta && "widget" in meta;
}

/** The label, hint and widget of a field of a form. Throws when the schema is not made here. */
export function metaOf(field: z.ZodType): FieldMeta {
  const meta = field.meta();
  if (!isFieldMeta(meta)) throw new Error("A field of a form has no metadata");
  return meta;
}

/** A parsed value when it is of the kind expected, else undefined: for `simulationAnswers`. */
export const booleanOf = (value: unknown) => (typeof value === "boolean" ? value : undefined);
export const numberOf = (value: unknown) => (typeof value === "number" ? value : undefined);
export const stringOf = (value: unknown) => (typeof value === "string" ? value : undefined);
