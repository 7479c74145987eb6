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
import { LIST } from "./bulk";
import { resumeBulkAct, runBulkAct } from "./commands/bulk-act";
import { addLabel, assignInstructor, removeLabel } from "./commands/follow-up";
import { assignSchema, bulkSchema, labelSchema, resumeBulkSchema } from "./schemas";
import { WORK_LIST } from "./viewed-list";

export const saveViewAction = formAction({
  name: "save-view",
  schema: saveViewSchema,
  command: (actor, input) => saveView(WORK_LIST, actor, input),
  done: (view) => ({ redirectTo: routes.instruction(savedViewQuery(view)) }),
});

export const updateViewAction = formAction({
  name: "update-view",
  schema: updateViewSchema,
  command: (actor, input) => updateView(WORK_LIST, actor, input),
  done: (view) => ({ redirectTo: routes.instruction(savedViewQuery(view)) }),
});

export const renameViewAction = formAction({
  name: "rename-view",
  schema: renameViewSchema,
  command: (actor, input) => renameView(WORK_LIST, actor, input),
  done: ({ name }) => ({ message: `La vue s’appelle maintenant «\u00A0${name}\u00A0».` }),
});

export const deleteViewAction = formAction({
  name: "delete-view",
  schema: deleteViewSchema,
  command: (actor, input) => deleteView(WORK_LIST, actor, input),
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
