"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import {
  decideAppeal,
  proposeAnswer,
  registerAppeal,
  returnAnswer,
} from "./commands/examine-appeal";
import { fileAppeal } from "./commands/file-appeal";
import { appealSchema, fileAppealSchema, proposeAnswerSchema, returnAnswerSchema } from "./schemas";

export const file = formAction({
  name: "file-appeal",
  schema: fileAppealSchema,
  command: fileAppeal,
  done: (_, { number }) => ({ redirectTo: routes.appeal(number) }),
});

export const register = formAction({
  name: "register-appeal",
  schema: appealSchema,
  command: registerAppeal,
  done: (_, { number }) => ({ redirectTo: routes.examinedAppeal(number) }),
});

export const propose = formAction({
  name: "propose-appeal-answer",
  schema: proposeAnswerSchema,
  command: proposeAnswer,
  done: (_, { number }) => ({ redirectTo: routes.examinedAppeal(number) }),
});

export const sendBack = formAction({
  name: "return-appeal-answer",
  schema: returnAnswerSchema,
  command: returnAnswer,
  done: (_, { number }) => ({ redirectTo: routes.examinedAppeal(number) }),
});

export const decide = formAction({
  name: "decide-appeal",
  schema: appealSchema,
  command: decideAppeal,
  done: (_, { number }) => ({ redirectTo: routes.examinedAppeal(number) }),
});
