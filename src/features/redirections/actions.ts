"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { acceptRedirection } from "./commands/accept-redirection";
import { declineRedirection } from "./commands/decline-redirection";
import { proposeRedirection, withdrawRedirection } from "./commands/propose-redirection";
import {
  acceptRedirectionSchema,
  declineRedirectionSchema,
  proposeRedirectionSchema,
  withdrawRedirectionSchema,
} from "./schemas";

export const proposeRedirectionAction = formAction({
  name: "propose-redirection",
  schema: proposeRedirectionSchema,
  command: proposeRedirection,
  // The page itself tells which theme is asked, and how to take the proposal back.
  done: (_, { number }) => ({ redirectTo: routes.redirection(number) }),
});

export const withdrawRedirectionAction = formAction({
  name: "withdraw-redirection",
  schema: withdrawRedirectionSchema,
  command: withdrawRedirection,
  done: (_, { number }) => ({ redirectTo: routes.instructionDossier(number) }),
});

export const acceptRedirectionAction = formAction({
  name: "accept-redirection",
  schema: acceptRedirectionSchema,
  command: acceptRedirection,
  // The dossier is now one of the theme's own.
  done: ({ number }) => ({ redirectTo: routes.instructionDossier(number) }),
});

export const declineRedirectionAction = formAction({
  name: "decline-redirection",
  schema: declineRedirectionSchema,
  command: declineRedirection,
  done: () => ({ redirectTo: routes.redirections() }),
});
