"use client";

import type { FormState } from "@/domain/form-state";
import { ActionForm } from "@/ui/action-form";
import { SubmitButton, type SubmitButtonProps } from "@/ui/submit-button";
import {
  acceptInvitationAction,
  associateCarrierAction,
  dissociateCarrierAction,
  leaveTeamAction,
  removeCommentAction,
  removeMemberAction,
  resendInvitationAction,
  revokeInvitationAction,
  transferLeadAction,
} from "../actions";

/** The acts that ask for nothing but their button. */
const ACTS = {
  "accept-invitation": acceptInvitationAction,
  "associate-carrier": associateCarrierAction,
  "dissociate-carrier": dissociateCarrierAction,
  "leave-team": leaveTeamAction,
  "remove-comment": removeCommentAction,
  "remove-member": removeMemberAction,
  "resend-invitation": resendInvitationAction,
  "revoke-invitation": revokeInvitationAction,
  "transfer-lead": transferLeadAction,
} as const satisfies Record<string, (state: FormState, form: FormData) => Promise<FormState>>;

export interface OneActFormProps
  extends Pick<SubmitButtonProps, "children" | "waiting" | "priority" | "small" | "ariaLabel"> {
  act: keyof typeof ACTS;
  hidden: Readonly<Record<string, string>>;
}

/** A form that is one button; a refusal is told above it. */
export function OneActForm({ act, hidden, ...button }: OneActFormProps) {
  return (
    <ActionForm action={ACTS[act]} hidden={hidden} requiredSentence={false}>
      <SubmitButton {...button} />
    </ActionForm>
  );
}
