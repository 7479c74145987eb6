"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { restoreLead } from "./restore-lead";
import { restoreLeadSchema } from "./schemas";

export const restoreLeadAction = formAction({
  name: "restore-lead",
  schema: restoreLeadSchema,
  command: restoreLead,
  done: ({ number }) => ({ redirectTo: routes.administrationDossiers(`numero=${number}`) }),
});
