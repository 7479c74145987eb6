"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { reviseScore } from "./commands/revise-score";
import { abstain, handInSheet, saveSheet } from "./commands/sheets";
import { savedOrConflict } from "./saved-or-conflict";
import {
  abstainSchema,
  handInSchema,
  postedScores,
  reviseScoreSchema,
  sheetFormSchema,
} from "./schemas";

/** The sheet without script: « Enregistrer » stays, « Relire et remettre » goes on to the recap. */
export const saveSheetForm = formAction({
  name: "save-sheet",
  schema: sheetFormSchema,
  command: async (actor, input) =>
    savedOrConflict(
      await saveSheet(actor, {
        number: input.number,
        baseRevision: input.baseRevision,
        privateNotes: input.privateNotes,
        scores: postedScores(input),
      }),
    ),
  done: (_, { number, next }) => ({
    redirectTo: next === "review" ? routes.handIn(number) : routes.sheet(number),
  }),
});

export const handIn = formAction({
  name: "hand-in-sheet",
  schema: handInSchema,
  command: handInSheet,
  done: (_, { number }) => ({ redirectTo: routes.sheet(number) }),
});

export const revise = formAction({
  name: "revise-score",
  schema: reviseScoreSchema,
  command: reviseScore,
  done: (_, { number }) => ({ redirectTo: routes.sheet(number) }),
});

export const abstainFrom = formAction({
  name: "abstain",
  schema: abstainSchema,
  command: abstain,
  done: () => ({ redirectTo: routes.jury() }),
});
