import { parisDay, wallTime } from "@/domain/calendar";
import { answerConvocation } from "@/features/sittings/commands/answer-convocation";
import { answerQuestion, answerSlot } from "@/features/sittings/commands/answer-hearing";
import { askQuestion } from "@/features/sittings/commands/ask-question";
import { composeJury } from "@/features/sittings/commands/compose-jury";
import { convene } from "@/features/sittings/commands/convene";
import { offerSlots } from "@/features/sittings/commands/offer-slots";
import { setSession } from "@/features/sittings/commands/set-session";
import { database } from "@/server/database/client";
import { type Act, dossierOf, type Stage } from "./acts";
import { french } from "./french";

/** The sitting that is to examine the dossier of the story. */
async function itemOf(stage: Stage) {
  const { id, number, presentation } = await dossierOf(stage);
  const item = await database().sessionItem.findFirstOrThrow({
    where: { dossierId: id, presentation, session: { endedAt: null } },
    include: { session: true },
  });
  return { number, item, session: item.session };
}

/** The secretary sets the hour and the place, on the day of the sitting. */
export const sittingSet = (
  at: string,
  settings: { time: string; place: string; quorum: number; slotMinutes: number },
): Act => ({
  at,
  async perform(stage) {
    const { session } = await itemOf(stage);
    const heldOn = parisDay(session.heldOn);
    if (!wallTime(heldOn, settings.time)) throw new Error(`No such time: ${settings.time}`);
    return setSession(stage.actor("secretaire"), {
      session: session.id,
      heldOn,
      ...settings,
      place: french(settings.place),
    });
  },
});

export const juryComposed = (
  at: string,
  people: { jurors: readonly string[]; chairs: readonly string[]; secretaries: readonly string[] },
): Act => ({
  at,
  async perform(stage) {
    const { session } = await itemOf(stage);
    const ids = (keys: readonly string[]) => keys.map((key) => stage.actor(key).agentId);
    return composeJury(stage.actor("secretaire"), {
      session: session.id,
      jurors: ids(people.jurors),
      chairs: ids(people.chairs),
      secretaries: ids(people.secretaries),
    });
  },
});

export const membersConvened = (at: string): Act => ({
  at,
  async perform(stage) {
    const { session } = await itemOf(stage);
    return convene(stage.actor("secretaire"), { session: session.id });
  },
});

export const slotsOffered = (at: string): Act => ({
  at,
  async perform(stage) {
    const { session } = await itemOf(stage);
    return offerSlots(stage.actor("secretaire"), { session: session.id });
  },
});

export const willCome = (at: string, member: string): Act => ({
  at,
  async perform(stage) {
    const { session } = await itemOf(stage);
    return answerConvocation(stage.actor(member), { session: session.id, answer: "coming" });
  },
});

export const slotConfirmed = (at: string): Act => ({
  at,
  async perform(stage) {
    const { number, item } = await itemOf(stage);
    return answerSlot(stage.actor(stage.story.carrier), {
      number,
      slot: item.slotAt?.toISOString() ?? "",
      answer: "confirmed",
    });
  },
});

export const questionAsked = (at: string, juror: string, body: string): Act => ({
  at,
  async perform(stage) {
    const { number, session } = await itemOf(stage);
    return askQuestion(stage.actor(juror), { session: session.id, number, body: french(body) });
  },
});

/** The carrier answers the first question that waits. */
export const questionAnswered = (at: string, answer: string): Act => ({
  at,
  async perform(stage) {
    const { number, item } = await itemOf(stage);
    const { id: question } = await database().hearingQuestion.findFirstOrThrow({
      where: { dossierId: item.dossierId, answeredAt: null },
      orderBy: { askedAt: "asc" },
    });
    return answerQuestion(stage.actor(stage.story.carrier), {
      number,
      question,
      answer: french(answer),
    });
  },
});
