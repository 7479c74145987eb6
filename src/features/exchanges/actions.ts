"use server";

import { formAction } from "@/server/form-action";
import { writeToCarrier, writeToInstruction } from "./commands/send-message";
import { settleMessages } from "./commands/settle-messages";
import { writeNote } from "./commands/write-note";
import {
  settleSchema,
  writeNoteSchema,
  writeToCarrierSchema,
  writeToInstructionSchema,
} from "./schemas";

export const writeToInstructionAction = formAction({
  name: "write-to-instruction",
  schema: writeToInstructionSchema,
  command: writeToInstruction,
  done: () => ({ message: "Message envoyé à l’instruction." }),
});

export const writeToCarrierAction = formAction({
  name: "write-to-carrier",
  schema: writeToCarrierSchema,
  command: writeToCarrier,
  done: () => ({ message: "Message envoyé au porteur." }),
});

export const settleMessagesAction = formAction({
  name: "settle-messages",
  schema: settleSchema,
  command: settleMessages,
  done: () => ({ message: "C’est noté\u00A0: aucune réponse n’est attendue." }),
});

export const writeNoteAction = formAction({
  name: "write-note",
  schema: writeNoteSchema,
  command: writeNote,
  done: () => ({ message: "Note interne enregistrée." }),
});
