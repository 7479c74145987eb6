import "server-only";
import type { Actor } from "@/domain/rights/actor";
import { type SavedView, savedViewQuery } from "@/domain/saved-view";
import {
  type DeleteViewInput,
  deleteViewSchema,
  type RenameViewInput,
  renameViewSchema,
  type SaveViewInput,
  saveViewSchema,
  type UpdateViewInput,
  updateViewSchema,
} from "@/domain/saved-view-input";
import { deleteView, renameView, saveView, updateView, type ViewedList } from "./saved-views";

/** The forms by which people keep views of a list, for `formAction`. `address` is that of the list under a query. */
export function savedViewForms(
  viewed: ViewedList,
  address: (query: URLSearchParams | string) => string,
) {
  const shown = (view: SavedView) => ({ redirectTo: address(savedViewQuery(view)) });
  return {
    save: {
      name: `save-${viewed.list}-view`,
      schema: saveViewSchema,
      command: (actor: Actor, input: SaveViewInput) => saveView(viewed, actor, input),
      done: shown,
    },
    update: {
      name: `update-${viewed.list}-view`,
      schema: updateViewSchema,
      command: (actor: Actor, input: UpdateViewInput) => updateView(viewed, actor, input),
      done: shown,
    },
    rename: {
      name: `rename-${viewed.list}-view`,
      schema: renameViewSchema,
      command: (actor: Actor, input: RenameViewInput) => renameView(viewed, actor, input),
      done: ({ name }: SavedView) => ({
        message: `La vue s’appelle maintenant «\u00A0${name}\u00A0».`,
      }),
    },
    remove: {
      name: `delete-${viewed.list}-view`,
      schema: deleteViewSchema,
      command: (actor: Actor, input: DeleteViewInput) => deleteView(viewed, actor, input),
      // What the view showed stays on screen: it can be saved again.
      done: ({ query }: SavedView) => ({ redirectTo: address(query) }),
    },
  };
}
