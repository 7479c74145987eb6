"use server";

import { BusinessError } from "@/domain/errors";
import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { moveItem } from "./commands/arrange-agenda";
import { closeScoring } from "./commands/close-scoring";
import { callItem, finishItem, hearItem, setTurn } from "./commands/examine-item";
import { endSitting, openSitting, recordAttendance } from "./commands/hold-sitting";
import { recordConsensus } from "./commands/record-consensus";
import { remindSheets } from "./commands/remind-sheets";
import { saveDeliberation } from "./commands/save-deliberation";
import { castBallot, closeVote, openVote, voidVote } from "./commands/votes";
import {
  attendanceSchema,
  ballotSchema,
  closeScoringSchema,
  consensusSchema,
  deliberationFormSchema,
  finishItemSchema,
  itemSchema,
  moveItemSchema,
  openVoteSchema,
  sessionSchema,
  turnSchema,
  voteSchema,
} from "./schemas";

/** The acts of the room stay in the room: what they change is shown there, without a sentence of its own. */

export const open = formAction({
  name: "open-sitting",
  schema: sessionSchema,
  command: openSitting,
  done: () => ({ message: "La séance est ouverte." }),
});

export const end = formAction({
  name: "end-sitting",
  schema: sessionSchema,
  command: endSitting,
  done: (_, { session }) => ({ redirectTo: routes.minutes(session) }),
});

export const attend = formAction({
  name: "record-attendance",
  schema: attendanceSchema,
  command: recordAttendance,
  done: (_, { present }) => ({ message: present === "oui" ? "Arrivée notée." : "Départ noté." }),
});

export const call = formAction({
  name: "call-item",
  schema: itemSchema,
  command: callItem,
  done: () => ({ message: "Le dossier est appelé." }),
});

export const finish = formAction({
  name: "finish-item",
  schema: finishItemSchema,
  command: finishItem,
  done: (_, { as }) => ({
    message: as === "done" ? "L’examen est terminé." : "Le dossier est ajourné.",
  }),
});

export const reorder = formAction({
  name: "move-item-in-room",
  schema: moveItemSchema,
  command: moveItem,
  done: () => ({ message: "L’ordre de passage est changé." }),
});

export const turn = formAction({
  name: "set-turn",
  schema: turnSchema,
  command: setTurn,
  done: (_, { minutes }) => ({
    message: minutes === 0 ? "Le minuteur est arrêté." : "La fin du tour est fixée.",
  }),
});

export const hearInRoom = formAction({
  name: "hear-in-room",
  schema: itemSchema,
  command: hearItem,
  done: () => ({ message: "L’audition est enregistrée." }),
});

export const closeInRoom = formAction({
  name: "close-scoring-in-room",
  schema: closeScoringSchema,
  command: closeScoring,
  done: () => ({ message: "La notation est close." }),
});

export const remind = formAction({
  name: "remind-sheets",
  schema: itemSchema,
  command: remindSheets,
  done: () => ({ message: "Un rappel part aux jurés dont la fiche manque." }),
});

export const agree = formAction({
  name: "record-consensus",
  schema: consensusSchema,
  command: recordConsensus,
  done: () => ({ message: "La note de consensus est enregistrée." }),
});

export const putToVote = formAction({
  name: "open-vote",
  schema: openVoteSchema,
  command: openVote,
  done: () => ({ message: "Le vote est ouvert." }),
});

export const vote = formAction({
  name: "cast-ballot",
  schema: ballotSchema,
  command: castBallot,
  done: () => ({ message: "Votre bulletin est compté." }),
});

export const endVote = formAction({
  name: "close-vote",
  schema: voteSchema,
  command: closeVote,
  done: () => ({ message: "Le vote est clos." }),
});

export const cancelVote = formAction({
  name: "void-vote",
  schema: voteSchema,
  command: voidVote,
  done: () => ({ message: "Le vote est annulé." }),
});

/** The deliberation without script. A plain form has no panel for two texts: the typed one stays in the form. */
export const writeDeliberation = formAction({
  name: "save-deliberation",
  schema: deliberationFormSchema,
  command: async (actor, input) => {
    const saved = await saveDeliberation(actor, input);
    if (saved.status === "saved") return saved;
    throw new BusinessError(
      "changed-meanwhile",
      `${saved.author} a écrit dans ce texte pendant votre saisie. La vôtre est gardée ci-dessous\u00A0: copiez ce que vous voulez garder, puis actualisez la page.`,
    );
  },
  done: (_, { session }) => ({ redirectTo: routes.room(session) }),
});
