import { z } from "zod";
import { VIEW_NAME_LENGTH } from "./saved-view";
import { name } from "./text";

/** What enters by the forms of saved views, whatever the list. */

const viewName = name(
  VIEW_NAME_LENGTH,
  `Ce nom dépasse ${VIEW_NAME_LENGTH} caractères. Raccourcissez-le.`,
).refine((value) => value !== "", {
  error: "Donnez un nom à la vue. Exemple\u00A0: ITN3 à relire cette semaine.",
});
const viewId = z.uuid({ error: "Rechargez la page, puis recommencez." });
/** The query of an address: read as the list reads it, so that nothing else is kept. */
export const listQuery = z.string().max(4000);

export const saveViewSchema = z.object({ name: viewName, query: listQuery });
export type SaveViewInput = z.output<typeof saveViewSchema>;

export const updateViewSchema = z.object({ id: viewId, query: listQuery });
export type UpdateViewInput = z.output<typeof updateViewSchema>;

export const renameViewSchema = z.object({ id: viewId, name: viewName });
export type RenameViewInput = z.output<typeof renameViewSchema>;

export const deleteViewSchema = z.object({ id: viewId });
export type DeleteViewInput = z.output<typeof deleteViewSchema>;
