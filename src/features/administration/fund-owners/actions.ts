"use server";

import { formAction } from "@/server/form-action";
import { fundOwnerSchema } from "./schemas";
import { setFundOwner } from "./set-fund-owner";

export const setFundOwnerAction = formAction({
  name: "set-fund-owner",
  schema: fundOwnerSchema,
  command: setFundOwner,
  done: ({ owner, name }) => ({ message: `${name} est maintenant l’organisation de la ${owner}.` }),
});
