"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { closeComplement } from "./commands/close-complement";
import { requestComplement } from "./commands/request-complement";
import { closeComplementSchema, requestComplementSchema, requestOf } from "./schemas";

export const requestComplementAction = formAction({
  name: "request-complement",
  schema: requestComplementSchema,
  command: (actor, posted) => requestComplement(actor, requestOf(posted)),
  // The page itself tells what was asked, and until when.
  done: (_, { number }) => ({ redirectTo: routes.complementRequests(number) }),
});

export const closeComplementAction = formAction({
  name: "close-complement",
  schema: closeComplementSchema,
  command: closeComplement,
  done: (_, { number }) => ({ redirectTo: routes.instructionDossier(number) }),
});
