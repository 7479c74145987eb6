import { z } from "zod";
import { MESSAGE_LENGTH } from "@/domain/dossier/exchanges";
import { dossierNumber } from "@/domain/dossier/number";
import { text } from "@/domain/text";

/** What enters the messages and the internal notes of a dossier, one schema per command. */

const RELOAD = "Rechargez la page, puis recommencez.";
const written = (missing: string) =>
  text(MESSAGE_LENGTH).refine((value) => value !== "", { error: missing });

/** Made with the form: sent twice, the message is one. */
const key = z.uuid({ error: RELOAD });
/** The last message of the page; empty when it shows none. */
const seen = z.union([z.literal(""), z.uuid()], { error: RELOAD });

export const writeToInstructionSchema = z.object({
  number: dossierNumber,
  key,
  body: written("Écrivez votre message."),
});
export type WriteToInstructionInput = z.output<typeof writeToInstructionSchema>;

export const writeToCarrierSchema = writeToInstructionSchema.extend({ seen });
export type WriteToCarrierInput = z.output<typeof writeToCarrierSchema>;

export const settleSchema = z.object({ number: dossierNumber, seen });
export type SettleInput = z.output<typeof settleSchema>;

export const writeNoteSchema = z.object({
  number: dossierNumber,
  key,
  body: written("Écrivez votre note."),
});
export type WriteNoteInput = z.output<typeof writeNoteSchema>;
