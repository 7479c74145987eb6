import { z } from "zod";
import { label } from "@/domain/dossier/label";
import { dossierNumber } from "@/domain/dossier/number";
import { name } from "@/domain/text";
import { BULK_ACTS, type BulkAct, NOBODY } from "./bulk";
import { MOST_SELECTED, VIEW_NAME_LENGTH } from "./limits";

/** What enters the room of the work list, one schema per command. */

const viewName = name(
  VIEW_NAME_LENGTH,
  `Ce nom dépasse ${VIEW_NAME_LENGTH} caractères. Raccourcissez-le.`,
).refine((value) => value !== "", {
  error: "Donnez un nom à la vue. Exemple\u00A0: ITN3 à relire cette semaine.",
});
const viewId = z.uuid({ error: "Rechargez la page, puis recommencez." });
/** The query of an address: read as the list reads it, so that nothing else is kept. */
const query = z.string().max(4000);

export const saveViewSchema = z.object({ name: viewName, query });
export type SaveViewInput = z.output<typeof saveViewSchema>;

export const updateViewSchema = z.object({ id: viewId, query });
export type UpdateViewInput = z.output<typeof updateViewSchema>;

export const renameViewSchema = z.object({ id: viewId, name: viewName });
export type RenameViewInput = z.output<typeof renameViewSchema>;

export const deleteViewSchema = z.object({ id: viewId });
export type DeleteViewInput = z.output<typeof deleteViewSchema>;

export const assignSchema = z.object({
  number: dossierNumber,
  /** Empty: nobody. */
  assignee: z.union([z.literal(""), z.uuid({ error: "Choisissez une personne de la liste." })]),
});
export type AssignInput = z.output<typeof assignSchema>;

export const labelSchema = z.object({ number: dossierNumber, label });
export type LabelInput = z.output<typeof labelSchema>;

/** What each act on several dossiers asks besides them. */
const VALUES = {
  // Nobody is chosen as such: a list left as it was empties no dossier of its instructor.
  assign: z
    .union([z.literal(NOBODY), z.uuid({ error: "Choisissez à qui confier ces dossiers." })])
    .transform((value) => (value === NOBODY ? "" : value)),
  "add-label": label,
  "remove-label": label,
  admit: z.literal(""),
} as const satisfies Record<BulkAct, z.ZodType<string>>;

/** One act on the dossiers of a selection; its key is made with the form. */
export function bulkSchema({ act }: Readonly<Record<string, unknown>>) {
  const known = BULK_ACTS.find((each) => each === act) ?? "assign";
  return z.object({
    key: z.uuid({ error: "Rechargez la page, puis recommencez." }),
    act: z.enum(BULK_ACTS),
    dossiers: z
      .array(dossierNumber)
      .min(1, { error: "Cochez au moins un dossier." })
      .max(MOST_SELECTED),
    value: VALUES[known],
    /** The list the selection comes from, to go back to. */
    list: query,
  });
}
export type BulkInput = z.output<ReturnType<typeof bulkSchema>>;

export const resumeBulkSchema = z.object({ id: z.uuid(), list: query });
