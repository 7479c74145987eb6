"use server";

import { savedViewQuery } from "@/domain/saved-view";
import {
  deleteViewSchema,
  renameViewSchema,
  saveViewSchema,
  updateViewSchema,
} from "@/domain/saved-view-input";
import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { deleteView, renameView, saveView, updateView } from "@/server/saved-views";
import { setOrder } from "./commands/set-order";
import { orderSchema } from "./schemas";
import { PORTFOLIO } from "./viewed-list";

export const setOrderAction = formAction({
  name: "set-order",
  schema: orderSchema,
  command: setOrder,
  rereads: true,
  done: ({ changed }) => ({
    message:
      changed === 0
        ? "Aucun rang n’a changé."
        : `Ordre enregistré\u00A0: ${changed} rang${changed > 1 ? "s" : ""} changé${changed > 1 ? "s" : ""}.`,
  }),
});

export const savePortfolioViewAction = formAction({
  name: "save-portfolio-view",
  schema: saveViewSchema,
  command: (actor, input) => saveView(PORTFOLIO, actor, input),
  done: (view) => ({ redirectTo: routes.ministry(savedViewQuery(view)) }),
});

export const updatePortfolioViewAction = formAction({
  name: "update-portfolio-view",
  schema: updateViewSchema,
  command: (actor, input) => updateView(PORTFOLIO, actor, input),
  done: (view) => ({ redirectTo: routes.ministry(savedViewQuery(view)) }),
});

export const renamePortfolioViewAction = formAction({
  name: "rename-portfolio-view",
  schema: renameViewSchema,
  command: (actor, input) => renameView(PORTFOLIO, actor, input),
  done: ({ name }) => ({ message: `La vue s’appelle maintenant «\u00A0${name}\u00A0».` }),
});

export const deletePortfolioViewAction = formAction({
  name: "delete-portfolio-view",
  schema: deleteViewSchema,
  command: (actor, input) => deleteView(PORTFOLIO, actor, input),
  // What the view showed stays on screen: it can be saved again.
  done: ({ query }) => ({ redirectTo: routes.ministry(query) }),
});
