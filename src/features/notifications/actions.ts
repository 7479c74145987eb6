"use server";

import { formAction } from "@/server/form-action";
import { currentSessionId } from "@/server/session";
import { endOtherSessions } from "./commands/end-other-sessions";
import { markNotices } from "./commands/mark-notices";
import { setPreferences } from "./commands/set-preferences";
import { markSchema, noFieldSchema, preferencesSchema } from "./schemas";

export const mark = formAction({
  name: "mark-notices",
  schema: markSchema,
  command: markNotices,
  done: (count, { mark: asked }) => ({
    message:
      asked === "all"
        ? `${count > 1 ? `${count} notifications sont marquées` : "La notification est marquée"} comme lue${count > 1 ? "s" : ""}.`
        : `La notification est marquée comme ${asked.startsWith("read") ? "lue" : "non lue"}.`,
  }),
});

export const keepPreferences = formAction({
  name: "set-mail-preferences",
  schema: preferencesSchema,
  command: setPreferences,
  done: (_, { wanted }) => ({
    message: "Vos choix sont enregistrés.",
    values: { wanted: [...wanted] },
  }),
});

export const signOutElsewhere = formAction({
  name: "end-other-sessions",
  schema: noFieldSchema,
  command: async (actor) => endOtherSessions(actor, await currentSessionId()),
  done: (count) => ({
    message:
      count === 0
        ? "Aucune autre session n’était ouverte."
        : `${count > 1 ? `${count} autres sessions sont fermées` : "L’autre session est fermée"}. Celle-ci reste ouverte.`,
  }),
});
