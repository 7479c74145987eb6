"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { answerChange } from "./commands/answer-change";
import { releasePhase, withholdPhase } from "./commands/answer-crossing";
import { askClosing, closeProject } from "./commands/closing";
import { promiseGain, proveGain } from "./commands/gains";
import { proposeCrossing } from "./commands/propose-crossing";
import { requestChange, withdrawChange } from "./commands/request-change";
import { startExecution } from "./commands/start-execution";
import {
  answerChangeSchema,
  askClosingSchema,
  closeProjectSchema,
  promiseGainSchema,
  proposeCrossingSchema,
  proposedOf,
  proveGainSchema,
  releasePhaseSchema,
  requestChangeSchema,
  startExecutionSchema,
  typedMeasures,
  withdrawChangeSchema,
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

export const request = formAction({
  name: "request-change",
  schema: requestChangeSchema,
  command: (actor, input) =>
    requestChange(actor, {
      number: input.number,
      reason: input.reason,
      proposed: proposedOf(input),
    }),
  done: (_, { number }) => ({ redirectTo: routes.changes(number) }),
});

export const withdrawRequest = formAction({
  name: "withdraw-change",
  schema: withdrawChangeSchema,
  command: withdrawChange,
  done: (_, { number }) => ({ redirectTo: routes.changes(number) }),
});

export const answer = formAction({
  name: "answer-change",
  schema: answerChangeSchema,
  command: answerChange,
  done: (_, { number }) => ({ redirectTo: routes.followedProject(number) }),
});

export const promise = formAction({
  name: "promise-gain",
  schema: promiseGainSchema,
  command: promiseGain,
  done: (_, { number }) => ({ redirectTo: routes.gains(number) }),
});

export const prove = formAction({
  name: "prove-gain",
  schema: proveGainSchema,
  command: proveGain,
  done: (_, { number }) => ({ redirectTo: routes.gains(number) }),
});

export const askToClose = formAction({
  name: "ask-closing",
  schema: askClosingSchema,
  command: askClosing,
  done: (_, { number }) => ({ redirectTo: routes.closing(number) }),
});

export const close = formAction({
  name: "close-execution",
  schema: closeProjectSchema,
  command: closeProject,
  done: (_, { number }) => ({ redirectTo: routes.followedProject(number) }),
});
