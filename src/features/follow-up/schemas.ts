import { z } from "zod";
import { dossierNumber } from "@/domain/dossier/number";
import { isPeriod } from "@/domain/execution/periods";
import { WEATHERS } from "@/domain/execution/weather";
import { text } from "@/domain/text";
import { cellsSchema, MAX_CELL } from "./content";

/** What enters the follow-up of a project, one schema per command. */

const revision = z.int().min(0).max(1_000_000);
const postedRevision = z.coerce.number().pipe(revision);
export const period = z.string().refine(isPeriod);
/** Longest comment and longest pasted table. */
export const MAX_COMMENT = 4000;
const MAX_PASTE = 60_000;

const comment = text(MAX_COMMENT);

/** The body of the autosave of a report, version 1: all the cells typed, over the revision they were typed on. */
export const saveReportSchema = z.strictObject({
  baseRevision: revision,
  cells: cellsSchema,
  comment,
});
export type ReportInput = z.output<typeof saveReportSchema>;

/** The fields of the cells of a posted grid. */
const cellNames = (posted: Readonly<Record<string, unknown>>) =>
  Object.keys(posted).filter((name) => /^cell\.[a-z0-9.-]{1,120}$/.test(name));

const cellFields = (posted: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(cellNames(posted).map((name) => [name, text(MAX_CELL)]));

/** The cells of a posted grid, by row. */
export function postedCells(input: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    cellNames(input).map((name) => [name.slice("cell.".length), String(input[name] ?? "")]),
  );
}

/** The grid as a plain form posts it: one field per cell. */
export function reportFormSchema(posted: Readonly<Record<string, unknown>>) {
  return z.object({
    number: dossierNumber,
    period,
    baseRevision: postedRevision,
    comment,
    next: z.enum(["save", "review"]).optional(),
    ...cellFields(posted),
  });
}

export const pasteSchema = z.object({
  number: dossierNumber,
  period,
  table: text(MAX_PASTE).refine((typed) => typed !== "", {
    error: "Collez le tableau ici, avec une ligne par ligne de la grille.",
  }),
});
export type PasteInput = z.output<typeof pasteSchema>;

const weather = z.enum(WEATHERS, { error: "Choisissez la météo du projet." });

export const handInSchema = z.object({
  number: dossierNumber,
  period,
  /** The revision the recap showed: what is handed in is what was read. */
  revision: postedRevision,
  weather,
  comment,
  /** Ticked when some cells come from the forecast and nobody typed them. */
  confirmed: z.literal("oui").optional(),
});
export type HandInInput = z.output<typeof handInSchema>;

/** A report corrected: its grid, and why. */
export function correctionSchema(posted: Readonly<Record<string, unknown>>) {
  return z.object({
    number: dossierNumber,
    period,
    revision: postedRevision,
    weather,
    comment,
    reason: text(2000).refine((typed) => typed !== "", {
      error: "Dites pourquoi vous rectifiez. Exemple\u00A0: une facture de mars manquait.",
    }),
    ...cellFields(posted),
  });
}
export interface CorrectionInput {
  number: string;
  period: string;
  revision: number;
  weather: (typeof WEATHERS)[number];
  comment: string;
  reason: string;
  cells: Record<string, string>;
}

export const meetDutySchema = z.object({
  number: dossierNumber,
  duty: z.uuid(),
  note: text(2000).refine((typed) => typed !== "", {
    error:
      "Dites ce qui est fait et quand. Exemple\u00A0: démonstration du 3 mai devant deux préfectures.",
  }),
});
export type MeetDutyInput = z.output<typeof meetDutySchema>;
