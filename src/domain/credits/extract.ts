import { z } from "zod";
import type { Day } from "@/domain/calendar";
import { type Cents, cents } from "@/domain/money";
import { name } from "@/domain/text";
import type { MovementKind } from "./movements";

/** The columns of an extract of the accounting, in the order of the model; `names` as plain words. */
export const EXTRACT_COLUMNS = [
  { key: "unit", label: "Centre financier", names: ["centre financier", "uo"], optional: false },
  { key: "type", label: "Type de pièce", names: ["type de piece", "type"], optional: false },
  { key: "piece", label: "Numéro de pièce", names: ["numero de piece", "piece"], optional: false },
  { key: "item", label: "Poste", names: ["poste"], optional: false },
  { key: "year", label: "Exercice", names: ["exercice"], optional: false },
  { key: "number", label: "Dossier", names: ["dossier", "numero de dossier"], optional: false },
  { key: "amount", label: "Montant TTC", names: ["montant ttc", "montant"], optional: false },
  { key: "day", label: "Date comptable", names: ["date comptable", "date"], optional: false },
  { key: "label", label: "Libellé", names: ["libelle"], optional: true },
] as const;
export type ExtractColumn = (typeof EXTRACT_COLUMNS)[number]["key"];
export type ExtractCells = Readonly<Record<ExtractColumn, string>>;

/** What an extract holds at most: beyond, it is to be cut. */
export const MOST_EXTRACT_LINES = 100_000;
/** In bytes: twice what so many lines weigh. */
export const MOST_EXTRACT_BYTES = 30 * 1024 * 1024;

/** The pieces an extract may tell of. Delegations are two people's, never an extract's. */
const KINDS = { EJ: "commitment", DP: "payment" } as const satisfies Record<string, MovementKind>;

const needed = (max: number, sentence: string) =>
  name(max, sentence).refine((value) => value !== "", { error: sentence });

const unit = needed(20, "Le centre financier manque, ou dépasse 20 caractères.").transform(
  (value) => value.toUpperCase(),
);
const type = z
  .string()
  .transform((value) => value.trim().toUpperCase())
  .pipe(z.enum(["EJ", "DP"], "Le type de pièce est EJ (engagement) ou DP (paiement)."));
const piece = needed(30, "Le numéro de pièce manque, ou dépasse 30 caractères.");
const item = needed(10, "Le poste manque, ou dépasse 10 caractères.");
const year = z
  .string()
  .trim()
  .regex(/^20\d{2}$/, "L’exercice est une année. Exemple\u00A0: 2021.");
const number = z
  .string()
  .trim()
  .regex(/^\d{4}-\d{6,9}$/, "Le numéro de dossier n’est pas de la forme 2021-000421.");

/** `12 500,50`, `12500.5`, `-300,00`, `−300,00`, `300,00-`: as spreadsheets and accountings write them. */
const amount = z.string().transform((written, context): Cents => {
  const compact = written.replace(/[\s\u00A0\u202F€]/g, "").replace(/\u2212/g, "-");
  const match = /^(-?)(\d{1,13})(?:[.,](\d{1,2}))?(-?)$/.exec(compact);
  const sign = match && (match[1] || match[4]) ? -1 : 1;
  const value = match ? Number(match[2]) * 100 + Number((match[3] ?? "").padEnd(2, "0")) : 0;
  if (match && value > 0 && !(match[1] && match[4])) return cents(sign * value);
  context.addIssue({
    code: "custom",
    message: "Le montant est un nombre en euros, différent de zéro. Exemple\u00A0: 12\u202F500,50.",
  });
  return z.NEVER;
});

/** `20/01/2021` or `2021-01-20`. */
const day = z.string().transform((written, context): Day => {
  const french = /^(\d{2})\/(\d{2})\/(20\d{2})$/.exec(written.trim());
  const iso = french ? `${french[3]}-${french[2]}-${french[1]}` : written.trim();
  const date = new Date(`${iso}T12:00:00Z`);
  const exists =
    /^20\d{2}-\d{2}-\d{2}$/.test(iso) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(iso);
  if (exists) return iso as Day;
  context.addIssue({
    code: "custom",
    message: "La date comptable n’existe pas. Exemple\u00A0: 20/01/2021.",
  });
  return z.NEVER;
});

const label = name(200, "Le libellé dépasse 200 caractères.");

const cells = z.object({ unit, type, piece, item, year, number, amount, day, label });

/** A line of the accounting, as the rules read it. */
export interface ExtractFact {
  /** What names the same fact in every extract. */
  key: string;
  kind: MovementKind;
  unit: string;
  number: string;
  ae: Cents;
  cp: Cents;
  /** « 2100034567/10 ». */
  reference: string;
  label: string;
  day: Day;
}

/** The fact a line tells, or the first reason, in French, for which it cannot be read. */
export function readExtractLine(
  written: ExtractCells,
  today: Day,
): { fact: ExtractFact } | { reason: string } {
  const read = cells.safeParse(written);
  if (!read.success) {
    return { reason: read.error.issues[0]?.message ?? "Cette ligne ne peut pas être lue." };
  }
  const line = read.data;
  if (line.day > today) return { reason: "La date comptable est dans l’avenir." };
  const kind = KINDS[line.type];
  return {
    fact: {
      key: [line.type, line.year, line.piece, line.item, line.unit].join("|"),
      kind,
      unit: line.unit,
      number: line.number,
      ae: kind === "commitment" ? line.amount : cents(0),
      cp: kind === "payment" ? line.amount : cents(0),
      reference: `${line.piece}/${line.item}`,
      label: line.label,
      day: line.day,
    },
  };
}

/** What becomes of a line. */
export const LINE_OUTCOMES = ["taken", "known", "refused"] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

export const OUTCOME_WORDS: Readonly<
  Record<
    LineOutcome,
    { label: string; many: string; slug: string; severity?: "success" | "info" | "warning" }
  >
> = {
  taken: { label: "Prise", many: "prises", slug: "prises", severity: "success" },
  known: { label: "Déjà connue", many: "déjà connues", slug: "connues", severity: "info" },
  refused: { label: "Refusée", many: "refusées", slug: "refusees", severity: "warning" },
};
