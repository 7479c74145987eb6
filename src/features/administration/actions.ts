"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { closeAccount, linkIdentity } from "./commands/accounts";
import { attachOrganisation, createOrganisation } from "./commands/attach-organisation";
import { grantRole, revokeRole } from "./commands/grant-role";
import {
  attachSchema,
  closeAccountSchema,
  createOrganisationSchema,
  grantSchema,
  linkIdentitySchema,
  revokeSchema,
} from "./schemas";

export const attachOrganisationAction = formAction({
  name: "attach-organisation",
  schema: attachSchema,
  command: attachOrganisation,
  done: () => ({ redirectTo: routes.administrationOrganisations() }),
});

export const createOrganisationAction = formAction({
  name: "create-organisation",
  schema: createOrganisationSchema,
  command: createOrganisation,
  done: () => ({ redirectTo: routes.administrationOrganisations() }),
});

export const grantRoleAction = formAction({
  name: "grant-role",
  schema: grantSchema,
  command: grantRole,
  done: ({ agentId }) => ({ redirectTo: routes.administrationAgent(agentId) }),
});

export const revokeRoleAction = formAction({
  name: "revoke-role",
  schema: revokeSchema,
  command: revokeRole,
  done: ({ agentId }) => ({ redirectTo: routes.administrationAgent(agentId) }),
});

export const linkIdentityAction = formAction({
  name: "link-identity",
  schema: linkIdentitySchema,
  command: linkIdentity,
  done: ({ agentId }) => ({ redirectTo: routes.administrationAgent(agentId) }),
});

export const closeAccountAction = formAction({
  name: "close-account",
  schema: closeAccountSchema,
  command: closeAccount,
  done: ({ agentId }) => ({ redirectTo: routes.administrationAgent(agentId) }),
});
