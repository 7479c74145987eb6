"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { correctReport, handInReport } from "./commands/hand-in-report";
import { meetDuty } from "./commands/meet-duty";
import { pasteReport, saveReportForm } from "./commands/save-report";
import {
  correctionSchema,
  handInSchema,
  meetDutySchema,
  pasteSchema,
  postedCells,
  reportFormSchema,
} from "./schemas";

/** The grid without script: « Enregistrer » stays, « Relire et remettre » goes on to the recap. */
export const saveForm = formAction({
  name: "save-report",
  schema: reportFormSchema,
  command: (actor, { number, period, baseRevision, comment, ...posted }) =>
    saveReportForm(actor, { number, period, baseRevision, comment, cells: postedCells(posted) }),
  done: (_, { number, period, next }) => ({
    redirectTo:
      next === "review" ? routes.reportHandIn(number, period) : routes.report(number, period),
  }),
});

export const paste = formAction({
  name: "paste-report",
  schema: pasteSchema,
  command: pasteReport,
  done: ({ filled, problems }) => ({
    message: pasted(filled, problems),
  }),
});

/** What a paste brought, and what it left. */
function pasted(filled: number, problems: readonly string[]): string {
  const brought =
    filled === 0
      ? "Aucune case n’est remplie."
      : `${filled} case${filled > 1 ? "s" : ""} remplie${filled > 1 ? "s" : ""}\u00A0: la grille est à jour.`;
  return [brought, ...problems].join(" ");
}

export const handIn = formAction({
  name: "hand-in-report",
  schema: handInSchema,
  command: handInReport,
  done: (_, { number, period }) => ({ redirectTo: routes.report(number, period) }),
});

export const correct = formAction({
  name: "correct-report",
  schema: correctionSchema,
  command: (actor, { number, period, revision, weather, comment, reason, ...posted }) =>
    correctReport(actor, {
      number,
      period,
      revision,
      weather,
      comment,
      reason,
      cells: postedCells(posted),
    }),
  done: (_, { number, period }) => ({ redirectTo: routes.report(number, period) }),
});

export const meet = formAction({
  name: "meet-duty",
  schema: meetDutySchema,
  command: meetDuty,
  done: (_, { number }) => ({ redirectTo: routes.followUp(number) }),
});
