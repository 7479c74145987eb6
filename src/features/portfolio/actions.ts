"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { savedViewForms } from "@/server/saved-view-forms";
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

const views = savedViewForms(PORTFOLIO, routes.ministry);

export const savePortfolioViewAction = formAction(views.save);
export const updatePortfolioViewAction = formAction(views.update);
export const renamePortfolioViewAction = formAction(views.rename);
export const deletePortfolioViewAction = formAction(views.remove);
