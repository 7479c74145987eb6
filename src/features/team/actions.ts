"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { associateCarrier, dissociateCarrier } from "./commands/co-carriers";
import { addComment, removeComment } from "./commands/comments";
import {
  acceptInvitation,
  inviteColleague,
  resendInvitation,
  revokeInvitation,
} from "./commands/invitations";
import { changeAccess, leaveTeam, removeMember, transferLead } from "./commands/members";
import {
  acceptInvitationSchema,
  addCommentSchema,
  changeAccessSchema,
  coCarrierSchema,
  invitationSchema,
  inviteSchema,
  leaveTeamSchema,
  memberSchema,
  removeCommentSchema,
} from "./schemas";

export const inviteAction = formAction({
  name: "invite",
  schema: inviteSchema,
  command: inviteColleague,
  done: ({ email }) => ({ message: `Invitation envoyée à ${email}.` }),
});

export const resendInvitationAction = formAction({
  name: "resend-invitation",
  schema: invitationSchema,
  command: resendInvitation,
  done: ({ email }) => ({ message: `Nouveau lien envoyé à ${email}.` }),
});

export const revokeInvitationAction = formAction({
  name: "revoke-invitation",
  schema: invitationSchema,
  command: revokeInvitation,
  done: (_, { number }) => ({ redirectTo: routes.team(number) }),
});

export const acceptInvitationAction = formAction({
  name: "accept-invitation",
  schema: acceptInvitationSchema,
  command: acceptInvitation,
  done: ({ number }) => ({ redirectTo: routes.dossier(number) }),
});

export const changeAccessAction = formAction({
  name: "change-access",
  schema: changeAccessSchema,
  command: changeAccess,
  done: ({ number }) => ({ redirectTo: routes.team(number) }),
});

export const removeMemberAction = formAction({
  name: "remove-member",
  schema: memberSchema,
  command: removeMember,
  done: ({ number }) => ({ redirectTo: routes.team(number) }),
});

export const transferLeadAction = formAction({
  name: "transfer-lead",
  schema: memberSchema,
  command: transferLead,
  done: ({ number }) => ({ redirectTo: routes.team(number) }),
});

export const leaveTeamAction = formAction({
  name: "leave-team",
  schema: leaveTeamSchema,
  command: leaveTeam,
  done: () => ({ redirectTo: routes.dossiers() }),
});

export const associateCarrierAction = formAction({
  name: "associate-carrier",
  schema: coCarrierSchema,
  command: associateCarrier,
  done: ({ number }) => ({ redirectTo: routes.team(number) }),
});

export const dissociateCarrierAction = formAction({
  name: "dissociate-carrier",
  schema: coCarrierSchema,
  command: dissociateCarrier,
  done: ({ number }) => ({ redirectTo: routes.team(number) }),
});

export const addCommentAction = formAction({
  name: "add-comment",
  schema: addCommentSchema,
  command: addComment,
  done: ({ number }) => ({ redirectTo: routes.comments(number) }),
});

export const removeCommentAction = formAction({
  name: "remove-comment",
  schema: removeCommentSchema,
  command: removeComment,
  done: ({ number }) => ({ redirectTo: routes.comments(number) }),
});
