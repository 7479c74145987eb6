import { z } from "zod";
import { label } from "@/domain/dossier/label";
import { dossierNumber } from "@/domain/dossier/number";
import { name } from "@/domain/text";
import { VIEW_NAME_LENGTH } from "./limits";

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
  assignee: z.union([z.literal(""), z.uuid()], {
    error: "Choisissez une personne de la liste.",
  }),
});
export type AssignInput = z.output<typeof assignSchema>;

export const labelSchema = z.object({ number: dossierNumber, label });
export type LabelInput = z.output<typeof labelSchema>;
