"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { changeEnvelope, extendCall } from "./commands/change-open-call";
import { configureCall, setWeights } from "./commands/configure-call";
import { createCall } from "./commands/create-call";
import {
  changeEnvelopeSchema,
  configureCallSchema,
  createCallSchema,
  extendCallSchema,
  postedWeights,
  weightsSchema,
} from "./schemas";

/** The page of the call just changed. */
const done = (_: unknown, { call }: { call: string }) => ({
  redirectTo: routes.administrationCall(call),
});

export const createCallAction = formAction({
  name: "create-call",
  schema: createCallSchema,
  command: createCall,
  done: ({ id }) => ({ redirectTo: routes.administrationCall(id) }),
});

export const configureCallAction = formAction({
  name: "configure-call",
  schema: configureCallSchema,
  command: configureCall,
  done,
});

export const setWeightsAction = formAction({
  name: "set-weights",
  schema: weightsSchema,
  command: (actor, input) => setWeights(actor, { call: input.call, weights: postedWeights(input) }),
  done,
});

export const extendCallAction = formAction({
  name: "extend-call",
  schema: extendCallSchema,
  command: extendCall,
  done,
});

export const changeEnvelopeAction = formAction({
  name: "change-envelope",
  schema: changeEnvelopeSchema,
  command: changeEnvelope,
  done,
});
