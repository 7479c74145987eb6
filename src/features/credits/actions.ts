"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { createUnit } from "./commands/create-unit";
import { confirmMovement, refuseMovement, withdrawMovement } from "./commands/decide-movement";
import { dropExtract, enterExtract } from "./commands/enter-extract";
import { proposeDossierMovement, proposeUnitMovement } from "./commands/propose-movement";
import {
  createUnitSchema,
  dossierMovementSchema,
  extractSchema,
  proposalSchema,
  refusalSchema,
  unitMovementSchema,
} from "./schemas";

/** The proposal's own page, which tells its answer. */
const answered = ({ id }: { id: string }) => ({ redirectTo: routes.creditProposal(id) });

export const createUnitAction = formAction({
  name: "create-credit-unit",
  schema: createUnitSchema,
  command: createUnit,
  done: ({ code }) => ({ message: `L’unité ${code} est créée.` }),
});

export const proposeUnitMovementAction = formAction({
  name: "propose-unit-movement",
  schema: unitMovementSchema,
  command: proposeUnitMovement,
  done: ({ id }) => ({ redirectTo: routes.creditProposal(id) }),
});

export const proposeDossierMovementAction = formAction({
  name: "propose-dossier-movement",
  schema: dossierMovementSchema,
  command: proposeDossierMovement,
  done: ({ id }) => ({ redirectTo: routes.creditProposal(id) }),
});

export const confirmMovementAction = formAction({
  name: "confirm-movement",
  schema: proposalSchema,
  command: confirmMovement,
  done: answered,
});

export const refuseMovementAction = formAction({
  name: "refuse-movement",
  schema: refusalSchema,
  command: refuseMovement,
  done: answered,
});

export const withdrawMovementAction = formAction({
  name: "withdraw-movement",
  schema: proposalSchema,
  command: withdrawMovement,
  done: answered,
});

export const enterExtractAction = formAction({
  name: "enter-extract",
  schema: extractSchema,
  command: enterExtract,
  done: ({ id }) => ({ redirectTo: routes.creditImport(id) }),
});

export const dropExtractAction = formAction({
  name: "drop-extract",
  schema: extractSchema,
  command: dropExtract,
  done: () => ({ redirectTo: routes.creditImports() }),
});
