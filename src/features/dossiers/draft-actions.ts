"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { abandonDraft } from "./commands/abandon-draft";
import { duplicateDossier } from "./commands/duplicate-dossier";
import { restoreAnswer } from "./commands/restore-answer";
import { abandonDraftSchema, duplicateDossierSchema, restoreAnswerSchema } from "./schemas";

export const abandonDraftAction = formAction({
  name: "abandon-draft",
  schema: abandonDraftSchema,
  command: abandonDraft,
  done: ({ number }) => ({ redirectTo: routes.dossier(number) }),
});

export const duplicateDossierAction = formAction({
  name: "duplicate-dossier",
  schema: duplicateDossierSchema,
  command: duplicateDossier,
  done: ({ number, firstStep }) => ({ redirectTo: routes.step(number, firstStep) }),
});

export const restoreAnswerAction = formAction({
  name: "restore-answer",
  schema: restoreAnswerSchema,
  command: restoreAnswer,
  done: ({ number, field }) => ({ redirectTo: routes.fieldHistory(number, field) }),
});
