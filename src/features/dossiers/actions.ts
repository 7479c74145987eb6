"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { fieldId } from "@/ui/field";
import { saveStep } from "./commands/save-step";
import { startDossier, startDossierSchema } from "./commands/start-dossier";
import { withdrawDossier } from "./commands/withdraw-dossier";
import { type PostedStep, postedStepSchema } from "./posted-step";
import { withdrawDossierSchema } from "./schemas";

export const createDossierAction = formAction({
  name: "create-dossier",
  schema: startDossierSchema,
  command: startDossier,
  done: ({ number, firstStep }) => ({ redirectTo: routes.step(number, firstStep) }),
});

/** A step posted without script, or before it runs. */
export const saveStepAction = formAction({
  name: "save-step",
  schema: postedStepSchema,
  command: (actor, input) => saveStep(actor, input as PostedStep),
  done: ({ number, goTo, anchor, removed }) => {
    if (removed) {
      const values = Object.entries(removed).map(([column, value]) => [
        `removed.${column}`,
        typeof value === "boolean" ? (value ? "oui" : "non") : (value ?? "inconnu"),
      ]);
      return { message: "Dépense supprimée.", values: Object.fromEntries(values) };
    }
    if (goTo === null) return { redirectTo: routes.missing(number) };
    const hash = anchor ? `#${fieldId(anchor)}` : "";
    return { redirectTo: `${routes.step(number, goTo)}${hash}` };
  },
});

export const withdrawDossierAction = formAction({
  name: "withdraw-dossier",
  schema: withdrawDossierSchema,
  command: withdrawDossier,
  done: ({ number }) => ({ redirectTo: routes.dossier(number) }),
});
