"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { closeScoring, closeSession } from "./commands/close-scoring";
import { closeScoringSchema, closeSessionSchema } from "./schemas";

export const closeDossier = formAction({
  name: "close-scoring",
  schema: closeScoringSchema,
  command: closeScoring,
  done: (_, { session }) => ({ redirectTo: routes.session(session) }),
});

export const closeWholeSession = formAction({
  name: "close-session",
  schema: closeSessionSchema,
  command: closeSession,
  done: (_, { session }) => ({ redirectTo: routes.session(session) }),
});
