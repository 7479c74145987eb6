"use server";

import { formAction } from "@/server/form-action";
import { setOrder } from "./commands/set-order";
import { orderSchema } from "./schemas";

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
