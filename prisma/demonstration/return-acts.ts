import type { Day } from "@/domain/calendar";
import { replyField } from "@/domain/dossier/complements";
import { requestComplement } from "@/features/complements/commands/request-complement";
import { type RefilingAct, refileDossier } from "@/features/dossiers/commands/refile-dossier";
import { saveReplies } from "@/features/dossiers/commands/save-replies";
import { contentFingerprint, readDraft } from "@/features/dossiers/draft";
import { type Act, dossierOf, numberOf, uuidOf } from "./acts";
import { french } from "./french";

/** What brings a dossier back to its carrier, and what the carrier makes of it, by the portal's own commands. */

/** The instruction asks for complements: each point with the question or the step it is about. */
export const complementsAsked = (
  at: string,
  request: { dueOn: Day; message: string; points: readonly (readonly [string, string])[] },
): Act => ({
  at,
  async perform(stage) {
    const number = await numberOf(stage);
    return requestComplement(stage.actor("instructrice"), {
      number,
      dueOn: request.dueOn,
      message: french(request.message),
      points: request.points.map(([target, question], index) => ({
        position: index + 1,
        target,
        question: french(question),
      })),
    });
  },
});

/** The carrier answers the points it is asked, in their order. */
export const pointsAnswered = (at: string, answers: readonly string[]): Act => ({
  at,
  async perform(stage) {
    const number = await numberOf(stage);
    return saveReplies(stage.actor(stage.story.carrier), {
      number,
      answers: answers.map((answer, index) => ({
        field: replyField(index + 1),
        value: french(answer),
        baseRevision: 0,
      })),
    });
  },
});

/** The carrier files the dossier that came back. */
export const filedAgain = (at: string, act: RefilingAct): Act => ({
  at,
  async perform(stage) {
    const { id, number, version } = await dossierOf(stage);
    return refileDossier(stage.actor(stage.story.carrier), {
      act,
      number,
      key: uuidOf(`${stage.story.key} ${act} ${version}`),
      content: contentFingerprint(await readDraft(id)),
      reread: "oui",
    });
  },
});
