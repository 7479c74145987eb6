"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { LIST } from "./bulk";
import { resumeBulkAct, runBulkAct } from "./commands/bulk-act";
import { addLabel, assignInstructor, removeLabel } from "./commands/follow-up";
import { deleteView, renameView, saveView, updateView } from "./commands/saved-views";
import { savedViewAddress } from "./saved-view-address";
import {
  assignSchema,
  bulkSchema,
  deleteViewSchema,
  labelSchema,
  renameViewSchema,
  resumeBulkSchema,
  saveViewSchema,
  updateViewSchema,
} from "./schemas";

export const saveViewAction = formAction({
  name: "save-view",
  schema: saveViewSchema,
  command: saveView,
  done: ({ id, query }) => ({ redirectTo: savedViewAddress(id, query) }),
});

export const updateViewAction = formAction({
  name: "update-view",
  schema: updateViewSchema,
  command: updateView,
  done: ({ id, query }) => ({ redirectTo: savedViewAddress(id, query) }),
});

export const renameViewAction = formAction({
  name: "rename-view",
  schema: renameViewSchema,
  command: renameView,
  done: ({ name }) => ({ message: `La vue s’appelle maintenant «\u00A0${name}\u00A0».` }),
});

export const deleteViewAction = formAction({
  name: "delete-view",
  schema: deleteViewSchema,
  command: deleteView,
  // What the view showed stays on screen: it can be saved again.
  done: ({ query }) => ({ redirectTo: routes.instruction(query) }),
});

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
