"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { answerConvocation } from "./commands/answer-convocation";
import { answerQuestion, answerSlot } from "./commands/answer-hearing";
import { addItem, moveItem, removeItem } from "./commands/arrange-agenda";
import { askQuestion } from "./commands/ask-question";
import { composeJury } from "./commands/compose-jury";
import { convene } from "./commands/convene";
import { createSession } from "./commands/create-session";
import { offerSlots } from "./commands/offer-slots";
import { setSession } from "./commands/set-session";
import { setShare } from "./commands/set-share";
import {
  addItemSchema,
  answerConvocationSchema,
  answerQuestionSchema,
  answerSlotSchema,
  askQuestionSchema,
  composeSchema,
  createSessionSchema,
  moveItemSchema,
  removeItemSchema,
  sessionSchema,
  settingsSchema,
  shareSchema,
} from "./schemas";

export const create = formAction({
  name: "create-session",
  schema: createSessionSchema,
  command: createSession,
  done: ({ id }) => ({ redirectTo: routes.sessionSettings(id) }),
});

export const set = formAction({
  name: "set-session",
  schema: settingsSchema,
  command: setSession,
  done: (_, { session }) => ({ redirectTo: routes.session(session) }),
});

export const compose = formAction({
  name: "compose-jury",
  schema: composeSchema,
  command: composeJury,
  done: (_, { session }) => ({ redirectTo: routes.session(session) }),
});

export const conveneMembers = formAction({
  name: "convene",
  schema: sessionSchema,
  command: convene,
  done: ({ count }) => ({
    message: `${count} convocation${count > 1 ? "s partent" : " part"} par courriel, avec un rendez-vous pour l’agenda.`,
  }),
});

export const offer = formAction({
  name: "offer-slots",
  schema: sessionSchema,
  command: offerSlots,
  done: () => ({
    message: "Les créneaux sont proposés aux porteurs, par courriel et sur leur page.",
  }),
});

export const move = formAction({
  name: "move-item",
  schema: moveItemSchema,
  command: moveItem,
  done: (_, { session }) => ({ redirectTo: routes.session(session) }),
});

export const add = formAction({
  name: "add-item",
  schema: addItemSchema,
  command: addItem,
  done: (_, { session }) => ({ redirectTo: routes.session(session) }),
});

export const remove = formAction({
  name: "remove-item",
  schema: removeItemSchema,
  command: removeItem,
  done: (_, { session }) => ({ redirectTo: routes.session(session) }),
});

export const share = formAction({
  name: "set-session-share",
  schema: shareSchema,
  command: setShare,
  done: () => ({ message: "La part de la séance est fixée." }),
});

export const answer = formAction({
  name: "answer-convocation",
  schema: answerConvocationSchema,
  command: answerConvocation,
  done: (_, { answer: given }) => ({
    message:
      given === "coming"
        ? "Le secrétariat sait que vous venez."
        : "Le secrétariat sait que vous ne venez pas.",
  }),
});

export const ask = formAction({
  name: "ask-question",
  schema: askQuestionSchema,
  command: askQuestion,
  done: (_, { session, number }) => ({ redirectTo: routes.sessionItem(session, number) }),
});

export const replyToSlot = formAction({
  name: "answer-slot",
  schema: answerSlotSchema,
  command: answerSlot,
  done: (_, { answer: given }) => ({
    message:
      given === "confirmed"
        ? "Le jury sait que vous venez."
        : "Le secrétariat du jury lira pourquoi ce créneau ne convient pas.",
  }),
});

export const replyToQuestion = formAction({
  name: "answer-question",
  schema: answerQuestionSchema,
  command: answerQuestion,
  done: () => ({ message: "Votre réponse est transmise au jury." }),
});
