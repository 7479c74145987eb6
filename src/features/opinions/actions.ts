"use server";

import { isDomain } from "@/domain/dossier/opinion";
import { BusinessError } from "@/domain/errors";
import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { acceptOpinion, declineLink, declineOpinion } from "./commands/answer-request";
import { giveInstructionView } from "./commands/give-view";
import { requestOpinion, revokeOpinion } from "./commands/request-opinion";
import { giveOpinion, saveOpinion } from "./commands/write-opinion";
import {
  acceptOpinionSchema,
  declineLinkSchema,
  declineOpinionSchema,
  giveOpinionSchema,
  instructionViewSchema,
  opinionFormSchema,
  requestOpinionSchema,
  revokeOpinionSchema,
} from "./schemas";

export const request = formAction({
  name: "request-opinion",
  schema: requestOpinionSchema,
  command: requestOpinion,
  done: ({ address }) => ({
    message: isDomain(address)
      ? `Demande enregistrée pour ${address}. Ouvrez-la dans la liste\u00A0: le lien à transmettre s’y trouve.`
      : `Demande envoyée à ${address}.`,
  }),
});

export const revoke = formAction({
  name: "revoke-opinion",
  schema: revokeOpinionSchema,
  command: revokeOpinion,
  done: (_, { number }) => ({ redirectTo: routes.opinions(number) }),
});

export const accept = formAction({
  name: "accept-opinion",
  schema: acceptOpinionSchema,
  command: async (actor, input) => {
    const accepted = await acceptOpinion(actor, input);
    if ("opinion" in accepted) return accepted;
    // The request is closed by now: the refusal is told, with its reason, and the link says the rest.
    throw new BusinessError(
      "conflict-of-interest",
      `Vous ne pouvez pas donner cet avis\u00A0: ${accepted.conflict}. La demande est close, vous n’avez rien d’autre à faire.`,
    );
  },
  done: ({ opinion }) => ({ redirectTo: routes.opinion(opinion) }),
});

export const declineAtLink = formAction({
  name: "decline-opinion",
  schema: declineLinkSchema,
  command: declineLink,
  done: () => ({ redirectTo: routes.myOpinions() }),
});

export const decline = formAction({
  name: "decline-opinion",
  schema: declineOpinionSchema,
  command: declineOpinion,
  done: () => ({ redirectTo: routes.myOpinions() }),
});

export const giveView = formAction({
  name: "give-instruction-view",
  schema: instructionViewSchema,
  command: giveInstructionView,
  done: ({ administration }) => ({ message: `L’avis de la ${administration} est enregistré.` }),
});

/** The opinion without script: « Enregistrer » stays, « Relire et remettre » goes on to the recap. */
export const saveForm = formAction({
  name: "save-opinion",
  schema: opinionFormSchema,
  command: async (actor, { opinion, baseRevision, choice, text }) => {
    const saved = await saveOpinion(actor, {
      opinion,
      baseRevision,
      choice: choice ?? null,
      text,
    });
    if (saved.status === "saved") return saved;
    throw new BusinessError(
      "changed-meanwhile",
      "Cet avis a été modifié dans un autre onglet. Votre saisie est gardée ci-dessous\u00A0: copiez ce que vous voulez garder, puis rechargez la page.",
    );
  },
  done: (_, { opinion, next }) => ({
    redirectTo: next === "review" ? routes.opinionHandIn(opinion) : routes.opinion(opinion),
  }),
});

export const give = formAction({
  name: "give-opinion",
  schema: giveOpinionSchema,
  command: giveOpinion,
  done: (_, { opinion }) => ({ redirectTo: routes.opinion(opinion) }),
});
