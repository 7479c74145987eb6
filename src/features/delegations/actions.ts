"use server";

import { formAction } from "@/server/form-action";
import { delegateRole } from "./commands/delegate";
import { endDelegation } from "./commands/end-delegation";
import { delegateSchema, endDelegationSchema } from "./schemas";

export const delegateAction = formAction({
  name: "delegate-role",
  schema: delegateSchema,
  command: delegateRole,
  done: ({ name }) => ({
    message: `${name} tient maintenant votre rôle pour la période choisie.`,
  }),
});

export const endDelegationAction = formAction({
  name: "end-delegation",
  schema: endDelegationSchema,
  command: endDelegation,
  done: () => ({ message: "La délégation a pris fin." }),
});
