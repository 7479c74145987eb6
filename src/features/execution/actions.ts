"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { releasePhase, withholdPhase } from "./commands/answer-crossing";
import { proposeCrossing } from "./commands/propose-crossing";
import { startExecution } from "./commands/start-execution";
import {
  proposeCrossingSchema,
  releasePhaseSchema,
  startExecutionSchema,
  typedMeasures,
  withholdPhaseSchema,
} from "./schemas";

export const start = formAction({
  name: "start-execution",
  schema: startExecutionSchema,
  command: startExecution,
  done: (_, { number }) => ({ redirectTo: routes.followedProject(number) }),
});

export const propose = formAction({
  name: "propose-crossing",
  schema: proposeCrossingSchema,
  command: (actor, { number, position, account, ...typed }) =>
    proposeCrossing(actor, { number, position, account, measures: typedMeasures(typed) }),
  done: (_, { number, position }) => ({ redirectTo: routes.phase(number, position) }),
});

export const release = formAction({
  name: "release-phase",
  schema: releasePhaseSchema,
  command: releasePhase,
  done: (_, { number }) => ({ redirectTo: routes.followedProject(number) }),
});

export const withhold = formAction({
  name: "withhold-phase",
  schema: withholdPhaseSchema,
  command: withholdPhase,
  done: (_, { number, position }) => ({ redirectTo: routes.examinedPhase(number, position) }),
});
