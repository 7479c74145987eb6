import { openThread } from "@/features/exchanges/commands/open-thread";
import { writeToCarrier, writeToInstruction } from "@/features/exchanges/commands/send-message";
import { writeNote } from "@/features/exchanges/commands/write-note";
import { type Act, numberOf, type Stage, uuidOf } from "./acts";
import { french } from "./french";

/** What the team and those who examine its dossier say to each other, and what these keep for themselves. */

const keyOf = ({ story }: Stage, at: string) => uuidOf(`${story.key} written ${at}`);

/** The lead writes to the instruction, having read what it wrote. */
export const askedInstruction = (at: string, body: string): Act => ({
  at,
  async perform(stage) {
    const number = await numberOf(stage);
    const carrier = stage.actor(stage.story.carrier);
    await openThread(carrier, "carrier", number);
    return writeToInstruction(carrier, { number, key: keyOf(stage, at), body: french(body) });
  },
});

/** Somebody of the instruction reads the messages and writes to the carrier. */
export const wroteToCarrier = (at: string, body: string, by = "instructrice"): Act => ({
  at,
  async perform(stage) {
    const number = await numberOf(stage);
    const actor = stage.actor(by);
    const { seen } = await openThread(actor, "instruction", number);
    return writeToCarrier(actor, { number, key: keyOf(stage, at), body: french(body), seen });
  },
});

export const noted = (at: string, body: string, by = "instructrice"): Act => ({
  at,
  async perform(stage) {
    const number = await numberOf(stage);
    return writeNote(stage.actor(by), { number, key: keyOf(stage, at), body: french(body) });
  },
});
