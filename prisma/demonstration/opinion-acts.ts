import type { Day } from "@/domain/calendar";
import type { OpinionChoice, OpinionReaders } from "@/domain/dossier/opinion";
import { acceptOpinion } from "@/features/opinions/commands/answer-request";
import { giveInstructionView } from "@/features/opinions/commands/give-view";
import { requestOpinion } from "@/features/opinions/commands/request-opinion";
import { giveOpinion, saveOpinion } from "@/features/opinions/commands/write-opinion";
import { database } from "@/server/database/client";
import { opinionToken } from "@/server/opinion-token";
import { type Act, dossierOf, numberOf, type Stage } from "./acts";
import { french } from "./french";

interface Asked {
  question: string;
  /** Key of a person, or `@domain`. */
  of: string;
  dueOn: Day;
  readers: OpinionReaders;
}

export const opinionAsked = (at: string, asked: Asked, by = "instructrice"): Act => ({
  at,
  async perform(stage) {
    const { question, of, dueOn, readers } = asked;
    return requestOpinion(stage.actor(by), {
      number: await numberOf(stage),
      question: french(question),
      address: of.startsWith("@") ? of : stage.actor(of).email,
      dueOn,
      readers,
    });
  },
});

/** An administration that instructs the dossier with another gives its view. */
export const viewGiven = (
  at: string,
  by: string,
  opinion: OpinionChoice,
  reasons: string,
): Act => ({
  at,
  async perform(stage) {
    const number = await numberOf(stage);
    return giveInstructionView(stage.actor(by), { number, opinion, reasons: french(reasons) });
  },
});

/** The request that waits for a person on the dossier. */
async function requestTo(stage: Stage, expert: string) {
  const { id: dossierId } = await dossierOf(stage);
  return database().expertOpinion.findFirstOrThrow({
    where: {
      dossierId,
      address: stage.actor(expert).email,
      status: { in: ["requested", "accepted"] },
    },
  });
}

export const opinionAccepted = (at: string, expert: string): Act => ({
  at,
  async perform(stage) {
    const { id } = await requestTo(stage, expert);
    return acceptOpinion(stage.actor(expert), { token: opinionToken(id) });
  },
});

/** The expert writes their opinion, and hands it in unless told. */
export const opinionWritten = (
  at: string,
  expert: string,
  written: { choice: OpinionChoice | null; text: string; kept?: true },
): Act => ({
  at,
  async perform(stage) {
    const { id, revision } = await requestTo(stage, expert);
    const { choice, text, kept } = written;
    const actor = stage.actor(expert);
    const content = { choice, text: french(text), baseRevision: revision };
    await saveOpinion(actor, { opinion: id, ...content });
    if (!kept) await giveOpinion(actor, { opinion: id, revision: revision + 1 });
  },
});
