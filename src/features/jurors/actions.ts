"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { acceptSeat, declineSeat } from "./commands/answer-seat";
import { declareInterests } from "./commands/declare-interests";
import { changeMember, endMandate, inviteJurors } from "./commands/manage-jury";
import {
  acceptSeatSchema,
  changeMemberSchema,
  declarationSchema,
  declaredLinks,
  declineSeatSchema,
  endMandateSchema,
  inviteJurorsSchema,
} from "./schemas";

export const invite = formAction({
  name: "invite-jurors",
  schema: inviteJurorsSchema,
  command: inviteJurors,
  done: ({ names }) => ({ message: `Invitation envoyée à ${names.join(", ")}.` }),
});

export const changeMemberAction = formAction({
  name: "change-jury-member",
  schema: changeMemberSchema,
  command: changeMember,
  done: (_, { theme }) => ({ redirectTo: routes.themeJury(theme.toLowerCase()) }),
});

export const endMandateAction = formAction({
  name: "end-jury-mandate",
  schema: endMandateSchema,
  command: endMandate,
  done: (_, { theme }) => ({ redirectTo: routes.themeJury(theme.toLowerCase()) }),
});

export const accept = formAction({
  name: "accept-jury-seat",
  schema: acceptSeatSchema,
  command: acceptSeat,
  done: () => ({ redirectTo: routes.interests() }),
});

export const decline = formAction({
  name: "decline-jury-seat",
  schema: declineSeatSchema,
  command: declineSeat,
  done: () => ({ redirectTo: routes.jury() }),
});

export const declare = formAction({
  name: "declare-interests",
  schema: declarationSchema,
  command: (actor, input) => declareInterests(actor, { links: declaredLinks(input) }),
  done: ({ recused }) => ({
    message:
      recused === 0
        ? "Votre déclaration est enregistrée. Aucun dossier ne vous est retiré."
        : `Votre déclaration est enregistrée. Vous êtes déporté de ${recused === 1 ? "1 dossier" : `${recused} dossiers`}\u00A0: vous n’en voyez plus rien.`,
  }),
});
