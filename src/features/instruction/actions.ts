"use server";

import { EXPECTATIONS_BUTTON, editExpectations } from "@/domain/dossier/expectations";
import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { admitDossier, setAsideDossier } from "./commands/admissibility";
import { arbitrate, confirmRemaining } from "./commands/arbitrate";
import { confirmDecision, returnDecision } from "./commands/confirm-decision";
import { assignJurors, imposeRecusal, releaseJuror } from "./commands/jurors";
import { cancelNotification, notifyDecision, notifyDecisions } from "./commands/notify-decisions";
import { proposeDecision, recordDirectorOpinion } from "./commands/propose-decision";
import { recordHearing } from "./commands/record-hearing";
import { submitArbitration } from "./commands/submit-arbitration";
import {
  admitSchema,
  arbitrateSchema,
  assignJurorsSchema,
  checkAnswers,
  chosenInstant,
  confirmRemainingSchema,
  decisionSchema,
  directorOpinionSchema,
  hearingSchema,
  notifySeveralSchema,
  proposalOf,
  proposeSchema,
  recuseSchema,
  releaseSchema,
  returnDecisionSchema,
  setAsideSchema,
  submitArbitrationSchema,
} from "./schemas";

export const admit = formAction({
  name: "admit",
  schema: admitSchema,
  command: (actor, input) =>
    admitDossier(actor, {
      number: input.number,
      reason: input.reason ?? "",
      answers: checkAnswers(input),
    }),
  done: (_, { number }) => ({ redirectTo: routes.instructionDossier(number) }),
});

export const setAside = formAction({
  name: "set-aside",
  schema: setAsideSchema,
  command: setAsideDossier,
  done: (_, { number }) => ({ redirectTo: routes.instructionDossier(number) }),
});

export const assign = formAction({
  name: "assign-jurors",
  schema: assignJurorsSchema,
  command: assignJurors,
  // The list itself tells who received the dossier and whom the portal recused.
  done: (_, { number }) => ({ redirectTo: routes.jurors(number) }),
});

export const recuse = formAction({
  name: "recuse-juror",
  schema: recuseSchema,
  command: imposeRecusal,
  done: (_, { number }) => ({ redirectTo: routes.jurors(number) }),
});

export const release = formAction({
  name: "release-juror",
  schema: releaseSchema,
  command: releaseJuror,
  done: (_, { number }) => ({ redirectTo: routes.jurors(number) }),
});

export const hear = formAction({
  name: "record-hearing",
  schema: hearingSchema,
  command: recordHearing,
  done: (_, { number }) => ({ redirectTo: routes.instructionDossier(number) }),
});

export const giveOpinion = formAction({
  name: "record-director-opinion",
  schema: directorOpinionSchema,
  command: recordDirectorOpinion,
  done: (_, { number }) => ({ redirectTo: routes.proposal(number) }),
});

export const propose = formAction({
  name: "propose-decision",
  schema: proposeSchema,
  edit: (values) => editExpectations(values, String(values[EXPECTATIONS_BUTTON] ?? "")),
  command: (actor, posted) => proposeDecision(actor, proposalOf(posted)),
  // In a sitting the room goes on: it shows the proposal by itself.
  done: (_, { number, session }) =>
    session ? { message: "La décision est proposée." } : { redirectTo: routes.proposal(number) },
});

export const confirm = formAction({
  name: "confirm-decision",
  schema: decisionSchema,
  command: confirmDecision,
  done: (_, { number }) => ({ redirectTo: routes.letter(number) }),
});

export const sendBack = formAction({
  name: "return-decision",
  schema: returnDecisionSchema,
  command: returnDecision,
  done: (_, { number }) => ({ redirectTo: routes.proposal(number) }),
});

export const notify = formAction({
  name: "notify-decision",
  schema: decisionSchema,
  command: notifyDecision,
  done: (_, { number }) => ({ redirectTo: routes.instructionDossier(number) }),
});

export const notifySeveral = formAction({
  name: "notify-decisions",
  schema: notifySeveralSchema,
  command: (actor, input) =>
    notifyDecisions(actor, { decisions: input.decisions, at: chosenInstant(input) }),
  done: (outcomes, { when }) =>
    told(outcomes, when === "now" ? "décision notifiée" : "notification prévue"),
});

/** How many were done, then each that was not, and why. */
function told(
  {
    done,
    refused,
  }: { done: readonly string[]; refused: readonly { number: string; reason: string }[] },
  words: string,
) {
  const plural = done.length > 1 ? words.replaceAll(/(?=\s|$)/g, "s") : words;
  const kept = refused.map(({ number, reason }) => `Dossier ${number}\u00A0: ${reason}`);
  return { message: [`${done.length} ${plural}.`, ...kept].join(" ") };
}

export const cancelAppointment = formAction({
  name: "cancel-notification",
  schema: decisionSchema,
  command: cancelNotification,
  done: (_, { number }) => ({ redirectTo: routes.letter(number) }),
});

export const submitList = formAction({
  name: "submit-arbitration",
  schema: submitArbitrationSchema,
  command: submitArbitration,
  done: ({ id }) => ({ redirectTo: routes.arbitration(id) }),
});

export const answerLine = formAction({
  name: "arbitrate",
  schema: arbitrateSchema,
  command: (actor, { outcome, ...input }) =>
    arbitrate(actor, { ...input, outcome: outcome || undefined }),
  done: (_, { list }) => ({ redirectTo: routes.arbitration(list) }),
});

export const confirmRest = formAction({
  name: "confirm-remaining",
  schema: confirmRemainingSchema,
  command: confirmRemaining,
  done: (outcomes) => told(outcomes, "ligne confirmée"),
});
