"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { holdInReserve, type Outcomes, proposeFunded } from "./commands/apply-ranking";
import { moveRow } from "./commands/move-row";
import { adoptScenario, deleteScenario, saveScenario, takeScoresOrder } from "./commands/scenarios";
import {
  holdSchema,
  moveSchema,
  proposeFundedSchema,
  saveScenarioSchema,
  scenarioSchema,
  scoresOrderSchema,
} from "./schemas";

export const move = formAction({
  name: "move-in-ranking",
  schema: moveSchema,
  command: moveRow,
  // Without script the page comes back at the row; with it, the page has already moved and stays.
  done: ({ told, revision }, { script, session, dossier, ...scope }) =>
    script
      ? { message: told, values: { revision: String(revision) } }
      : { redirectTo: routes.rankedDossier({ session, ...scope, dossier }) },
});

export const save = formAction({
  name: "save-scenario",
  schema: saveScenarioSchema,
  command: saveScenario,
  done: (_, { name }) => ({
    message: `Scénario «\u00A0${name}\u00A0» enregistré.`,
    values: { name: "" },
  }),
});

export const adopt = formAction({
  name: "adopt-scenario",
  schema: scenarioSchema,
  command: adoptScenario,
  done: ({ name }) => ({
    message: `Le classement reprend le scénario «\u00A0${name}\u00A0».`,
  }),
});

export const remove = formAction({
  name: "delete-scenario",
  schema: scenarioSchema,
  command: deleteScenario,
  done: ({ name }) => ({ message: `Scénario «\u00A0${name}\u00A0» supprimé.` }),
});

export const followScores = formAction({
  name: "take-scores-order",
  schema: scoresOrderSchema,
  command: takeScoresOrder,
  done: () => ({ message: "Le classement reprend l’ordre des notes." }),
});

export const proposeChecked = formAction({
  name: "propose-funded",
  schema: proposeFundedSchema,
  command: proposeFunded,
  done: (outcomes) => ({ message: told(outcomes, "décision proposée", "décisions proposées") }),
});

export const holdChecked = formAction({
  name: "hold-in-reserve",
  schema: holdSchema,
  command: holdInReserve,
  done: (outcomes) => ({
    message: told(outcomes, "dossier mis en réserve", "dossiers mis en réserve"),
  }),
});

/** How many were done, then each that was not, and why. */
function told({ done, refused }: Outcomes, one: string, several: string): string {
  const kept = refused.map(({ number, reason }) => `Dossier ${number}\u00A0: ${reason}`);
  return [`${done.length} ${done.length > 1 ? several : one}.`, ...kept].join(" ");
}
