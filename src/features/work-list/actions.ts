"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { savedViewForms } from "@/server/saved-view-forms";
import { LIST } from "./bulk";
import { resumeBulkAct, runBulkAct } from "./commands/bulk-act";
import { addLabel, assignInstructor, removeLabel } from "./commands/follow-up";
import { assignSchema, bulkSchema, labelSchema, resumeBulkSchema } from "./schemas";
import { WORK_LIST } from "./viewed-list";

const views = savedViewForms(WORK_LIST, routes.instruction);

export const saveViewAction = formAction(views.save);
export const updateViewAction = formAction(views.update);
export const renameViewAction = formAction(views.rename);
export const deleteViewAction = formAction(views.remove);

export const assignAction = formAction({
  name: "assign-instructor",
  schema: assignSchema,
  command: assignInstructor,
  done: (_, { assignee }) => ({
    message: assignee ? "L’instruction est confiée." : "Le dossier n’a plus d’instructeur.",
  }),
});

export const addLabelAction = formAction({
  name: "add-label",
  schema: labelSchema,
  command: addLabel,
  done: (_, { number }) => ({ redirectTo: routes.instructionDossier(number) }),
});

export const removeLabelAction = formAction({
  name: "remove-label",
  schema: labelSchema,
  command: removeLabel,
  done: (_, { number }) => ({ redirectTo: routes.instructionDossier(number) }),
});

const outcomeAddress = (id: string, list: string) =>
  routes.bulkOutcome(id, list === "" ? "" : new URLSearchParams({ [LIST]: list }));

export const bulkAction = formAction({
  name: "bulk-act",
  schema: bulkSchema,
  command: runBulkAct,
  done: (id, { list }) => ({ redirectTo: outcomeAddress(id, list) }),
});

export const resumeBulkAction = formAction({
  name: "resume-bulk-act",
  schema: resumeBulkSchema,
  command: resumeBulkAct,
  done: (id, { list }) => ({ redirectTo: outcomeAddress(id, list) }),
});
