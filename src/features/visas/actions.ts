"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { giveVisa } from "./commands/give-visa";
import { informDnum } from "./commands/inform-dnum";
import { setVisaDays } from "./commands/set-visa-days";
import { showDraft } from "./commands/show-draft";
import { giveVisaSchema, informDnumSchema, setVisaDaysSchema, showDraftSchema } from "./schemas";

export const informDnumAction = formAction({
  name: "inform-dnum",
  schema: informDnumSchema,
  command: informDnum,
  done: ({ number }) => ({ redirectTo: routes.dnum(number) }),
});

export const giveVisaAction = formAction({
  name: "give-visa",
  schema: giveVisaSchema,
  command: giveVisa,
  done: ({ number }) => ({ redirectTo: routes.visa(number) }),
});

export const setVisaDaysAction = formAction({
  name: "set-visa-days",
  schema: setVisaDaysSchema,
  command: setVisaDays,
  done: ({ days }) => ({
    message: `Délai enregistré\u00A0: ${days}\u00A0jour${days > 1 ? "s" : ""}, pour les dossiers présentés à partir de maintenant.`,
  }),
});

export const showDraftAction = formAction({
  name: "show-draft",
  schema: showDraftSchema,
  command: showDraft,
  done: ({ shown }) => ({
    message: shown
      ? "Votre DNUM voit maintenant ce brouillon dans son portefeuille."
      : "Votre DNUM ne voit pas ce brouillon dans son portefeuille.",
  }),
});
